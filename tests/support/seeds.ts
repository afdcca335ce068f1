import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/domain/hanzi/fold.ts';
import { findHome } from '../../src/home.ts';
import type { UnitData } from '../../src/domain/unit/types.ts';

const SEEDS = join(findHome(import.meta.dirname), 'seeds');

/** A seed file as text. */
export const seedText = (name: string): string => readFileSync(join(SEEDS, name), 'utf8');

/** A seed file as JSON; the caller says what it holds. */
export const seedJson = <Shape>(name: string): Shape => JSON.parse(seedText(name)) as Shape;

export const unitData = (): UnitData => seedJson<UnitData>('units.json');

export const POLICIES = {
  plan: '000_e95d2d2d2c89878a',
  tasks: '001_5bcc126b24722924',
  programme: '002_a0e7209d04bd7a8d',
  shanghai: '003_ef3031e70cf633e3',
  hunan: '004_c0cb0cb25fa645ef',
} as const;

/** A policy as it was found, only folded and without glosses and white space but line ends and tabs. */
export const policyText = (stem: string): string =>
  fold(seedText(`policies/${stem}.txt`))
    .replace(/\([a-z\u00e0-\u01dc\u0251\u0261]+\)/gu, '')
    .replace(/[“”"]|<\/?[a-z][^>\n]*>/gu, '')
    .replace(/[^\S\n\t]+/gu, '');

const HAN_DIGITS = '一二三四五六七八九十';

/** The last item of each group of the task list. */
const LAST_ITEM_OF_GROUP = [7, 14, 26, 40, 48, 55, 59];

function taskClauses(text: string): Map<string, string> {
  const starts: number[] = [];
  for (const hit of text.matchAll(/(?<![\d.])(\d{1,2})\.(?!\d)/gu)) {
    if (Number(hit[1]) === starts.length + 1) starts.push(hit.index);
  }
  return new Map(
    starts.map((start, at) => {
      const group = LAST_ITEM_OF_GROUP.findIndex((last) => at + 1 <= last) + 1;
      return [`${group}.${at + 1}`, text.slice(start, starts[at + 1])] as const;
    }),
  );
}

const HEADINGS = [/^([一二三四五六七八九十])、/u, /^\(([一二三四五六七八九十])\)/u, /^(\d{1,2})\./u];

function outlineClauses(text: string): Map<string, string> {
  const clauses = new Map<string, string>();
  let path: number[] = [];
  for (const line of text.split('\n').map((written) => written.trim())) {
    const level = HEADINGS.findIndex((heading) => heading.test(line));
    const number = HEADINGS[level]?.exec(line)?.[1] ?? '';
    const inBody = path.length > 0 || level === 0;
    if (level >= 0 && inBody)
      path = [...path.slice(0, level), HAN_DIGITS.indexOf(number) + 1 || Number(number)];
    const id = path.join('.') || '0';
    clauses.set(id, `${clauses.get(id) ?? ''}${line}`);
  }
  return clauses;
}

/** The clauses of a seed policy under their decimal numbers (`2.8`, `2.1.2`, `6`), `0` for what stands before the body. */
export function seedClauses(stem: string): ReadonlyMap<string, string> {
  const text = policyText(stem);
  if (stem === POLICIES.tasks) return taskClauses(text);
  if (stem !== POLICIES.hunan) return outlineClauses(text);
  return new Map([...text.matchAll(/^\s*(\d{1,2})、.*$/gmu)].map((hit) => [hit[1] as string, hit[0]]));
}
