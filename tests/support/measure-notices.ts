import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentReader } from '../../adapters/documents/index.ts';
import { structureDocument } from '../../src/domain/document/structure.ts';
import { simplifyTraditional } from '../../src/domain/hanzi/simplify.ts';
import { parsePolicy } from '../../src/domain/policy/parse-policy.ts';
import type { Deadline, Policy } from '../../src/domain/policy/types.ts';
import type { Segmenter } from '../../src/domain/segment.ts';

/** A deadline of a hand-read answer; `optional` ones are neither asked for nor wrong. */
export interface GoldDeadline {
  readonly on: string | null;
  readonly at?: string | null;
  readonly from?: string | null;
  readonly monthDay?: string | null;
  readonly accept?: readonly string[];
  readonly optional?: boolean;
  readonly snippet: string;
}

/** What a careful reader found in a notice. */
export interface GoldNotice {
  readonly title: string | null;
  readonly issuingAuthority: string | null;
  readonly documentNumber: string | null;
  readonly publishedOn: string | null;
  readonly signedOn: string | null;
  readonly validUntil: string | null;
  readonly deadlines: readonly GoldDeadline[];
  readonly amounts: readonly number[];
  readonly amountsOptional?: readonly number[];
  readonly units: readonly string[];
  readonly unitsOptional?: readonly string[];
  readonly accept?: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Right answers out of those given and of those asked for. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export type Field =
  | 'title'
  | 'issuingAuthority'
  | 'documentNumber'
  | 'publishedOn'
  | 'signedOn'
  | 'validUntil';
export type Measure = Readonly<Record<Field | 'deadlines' | 'amounts' | 'units', Tally>>;

/** One miss or excess, for reading. */
export interface Remark {
  readonly notice: string;
  readonly what: string;
}

const FIELDS: readonly Field[] = [
  'title',
  'issuingAuthority',
  'documentNumber',
  'publishedOn',
  'signedOn',
  'validUntil',
];
const bare = (text: string): string =>
  simplifyTraditional(text.replace(/[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]/gu, '')).replace(
    /[\s“”"'‘’《》〈〉、，,（）()〔〕[\]【】:：—-]/gu,
    '',
  );
const same = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : bare(one) === bare(other);

const onDay = (gold: GoldDeadline, deadline: Deadline): boolean => {
  if (deadline.on === null) return false;
  const days = [gold.on, ...(gold.accept ?? [])];
  return (
    days.includes(deadline.on) || (typeof gold.monthDay === 'string' && deadline.on.endsWith(gold.monthDay))
  );
};
const bySnippet = (gold: GoldDeadline, deadline: Deadline): boolean =>
  bare(deadline.snippet + deadline.what).includes(bare(gold.snippet)) ||
  bare(gold.snippet).includes(bare(deadline.snippet));

/** A dated answer is right by its day, a rule (每月…, 常年) by the words it was read from. */
function tallyDeadlines(
  found: readonly Deadline[],
  gold: readonly GoldDeadline[],
): Tally & { readonly remarks: readonly string[] } {
  const fits = (one: GoldDeadline, other: Deadline): boolean =>
    onDay(one, other) || (one.on === null && other.on === null && bySnippet(one, other));
  const wanted = gold.filter((one) => !one.optional);
  const missed = wanted.filter((one) => !found.some((other) => fits(one, other)));
  const excess = found.filter(
    (one) =>
      one.on !== null &&
      !gold.some((other) => fits(other, one) || (other.on === null && bySnippet(other, one))),
  );
  return {
    right: wanted.length - missed.length,
    wrong: excess.length,
    missed: missed.length,
    remarks: [
      ...missed.map((one) => `deadline missed ${one.on ?? 'rule'} «${one.snippet}»`),
      ...excess.map((one) => `deadline excess ${one.on ?? ''} ${one.kind} «${one.snippet.slice(0, 90)}»`),
    ],
  };
}

function tallySet(
  name: string,
  sets: {
    readonly found: ReadonlySet<string>;
    readonly wanted: ReadonlySet<string>;
    readonly optional: ReadonlySet<string>;
  },
): Tally & { readonly remarks: readonly string[] } {
  const missed = [...sets.wanted].filter((one) => !sets.found.has(one));
  const excess = [...sets.found].filter((one) => !sets.wanted.has(one) && !sets.optional.has(one));
  return {
    right: sets.wanted.size - missed.length,
    wrong: excess.length,
    missed: missed.length,
    remarks: [
      ...missed.map((one) => `${name} missed ${one}`),
      ...excess.map((one) => `${name} excess ${one}`),
    ],
  };
}

function tallyField(
  policy: Policy,
  gold: GoldNotice,
  field: Field,
): Tally & { readonly remarks: readonly string[] } {
  const found = policy[field];
  const right = same(found, gold[field]) || (gold.accept?.[field] ?? []).some((other) => same(found, other));
  const remarks = right ? [] : [`${field}: ${found ?? 'null'} ≠ ${gold[field] ?? 'null'}`];
  return { right: right ? 1 : 0, wrong: right ? 0 : 1, missed: right ? 0 : 1, remarks };
}

const ASKED: ReadonlySet<string> = new Set(['lead', 'responsible', 'supporting']);
const texts = (values: readonly (string | number)[]): ReadonlySet<string> =>
  new Set(values.map((value) => bare(String(value))));

/** Compares one parsed notice with its hand-read answer. */
export function measureNotice(
  policy: Policy,
  gold: GoldNotice,
): { readonly measure: Measure; readonly remarks: readonly string[] } {
  const amounts = policy.clauses.flatMap((clause) =>
    clause.benefits.flatMap(({ amountYuan }) => amountYuan ?? []),
  );
  const units = policy.clauses.flatMap((clause) => clause.units);
  // The answers list who is in charge; who explains or takes questions is neither asked for nor wrong.
  const others = units.filter(({ role }) => ASKED.has(role) === false).map(({ name }) => name);
  const parts = {
    ...(Object.fromEntries(FIELDS.map((field) => [field, tallyField(policy, gold, field)])) as Record<
      Field,
      ReturnType<typeof tallyField>
    >),
    deadlines: tallyDeadlines(
      policy.clauses.flatMap((clause) => clause.deadlines),
      gold.deadlines,
    ),
    amounts: tallySet('amount', {
      found: texts(amounts),
      wanted: texts(gold.amounts),
      optional: texts(gold.amountsOptional ?? []),
    }),
    units: tallySet('unit', {
      found: texts(units.map(({ name }) => name)),
      wanted: texts(gold.units),
      optional: texts([...(gold.unitsOptional ?? []), ...others]),
    }),
  };
  return { measure: parts, remarks: Object.values(parts).flatMap((part) => part.remarks) };
}

/** Precision and recall of a tally; 1 where nothing was given or asked for. */
export function shares(tally: Tally): { readonly precision: number; readonly recall: number } {
  const { right, wrong, missed } = tally;
  return {
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: right + missed === 0 ? 1 : right / (right + missed),
  };
}

function add(one: Tally, other: Tally): Tally {
  return {
    right: one.right + other.right,
    wrong: one.wrong + other.wrong,
    missed: one.missed + other.missed,
  };
}

/** Reads, parses and measures all notices of a folder (`NN-*.txt|html` beside `NN-*.gold.json`). */
export async function measureFolder({
  folder,
  segmenter,
  only = () => true,
}: {
  readonly folder: string;
  readonly segmenter: Segmenter;
  readonly only?: (name: string) => boolean;
}): Promise<{ readonly total: Measure; readonly remarks: readonly Remark[]; readonly notices: number }> {
  const reader = createDocumentReader();
  const files = readdirSync(folder).filter((file) => !file.endsWith('.gold.json'));
  let total: Measure | null = null;
  const remarks: Remark[] = [];
  let notices = 0;
  for (const answer of readdirSync(folder).filter((file) => file.endsWith('.gold.json') && only(file))) {
    const stem = answer.slice(0, -'.gold.json'.length);
    const file = files.find((name) => name.startsWith(`${stem}.`));
    if (file === undefined) continue;
    const source = await reader.read({ name: file, bytes: readFileSync(join(folder, file)) });
    const policy = parsePolicy({
      document: structureDocument({ source, segmenter }),
      resolveUnit: () => null,
    });
    const one = measureNotice(policy, JSON.parse(readFileSync(join(folder, answer), 'utf8')) as GoldNotice);
    const sum: Measure | null = total;
    total =
      sum === null
        ? one.measure
        : (Object.fromEntries(
            Object.entries(one.measure).map(([key, tally]) => [key, add(sum[key as Field], tally)]),
          ) as Measure);
    remarks.push(...one.remarks.map((what) => ({ notice: stem, what })));
    notices++;
  }
  if (total === null) throw new Error(`no notices in ${folder}`);
  return { total, remarks, notices };
}
