import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/domain/category.ts';
import type { DispatchData } from '../../../src/domain/dispatch/types.ts';
import { fold } from '../../../src/domain/hanzi/fold.ts';
import { POLICIES, seedClauses, seedJson, seedText } from '../../support/seeds.ts';

const { matters, untold } = seedJson<DispatchData>('dispatch.json');
const clauses = new Map(Object.values(POLICIES).map((stem) => [stem as string, seedClauses(stem)]));
const clauseText = (reference: string): string => {
  const [stem = '', number = ''] = reference.split('#');
  return clauses.get(stem)?.get(number) ?? '';
};
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

describe('dispatch.json', () => {
  test('each matter has an id of its own, each category a matter', () => {
    expect(repeated(matters.map(({ id }) => id))).toEqual([]);
    expect([...new Set(matters.map(({ category }) => category))].toSorted()).toEqual(
      [...CATEGORIES].toSorted(),
    );
  });

  test('every lead is named by one of its matter’s clauses', () => {
    const wrong = matters.flatMap(({ id, leads, clauses: own }) =>
      leads
        .filter((lead) => !own.some((clause) => clauseText(clause).includes(lead)))
        .map((lead) => `${id} ${lead}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every row of the task list that names a department is some matter’s clause', () => {
    const known = new Set(matters.flatMap((matter) => matter.clauses));
    const rows = [...seedClauses(POLICIES.tasks).keys()].filter((number) => /^[3-6]\./.test(number));
    // Rows of targets and of the city's own organisation are nobody's trouble.
    expect(rows.filter((number) => !known.has(`${POLICIES.tasks}#${number}`))).toEqual(['6.52']);
  });

  test('words stand folded, and none is a single character but where a sign needs it', () => {
    const words = matters.flatMap(({ general, signs }) => [...general, ...signs.flatMap(({ any }) => any)]);
    expect(words.filter((word) => fold(word) !== word && word !== '软著' && word !== '软著登记')).toEqual([]);
    expect(words.filter((word) => word === '')).toEqual([]);
  });

  test('no saying is an appeal of the evaluation in disguise', () => {
    const file = join(import.meta.dirname, '../../eval/appeals.dev.jsonl');
    const appeals = readFileSync(file, 'utf8');
    const sayings = [...untold, ...matters.flatMap((matter) => matter.sayings)];
    expect(sayings.filter((saying) => saying.length > 7 && appeals.includes(saying))).toEqual([]);
  });

  test('holds no telephone number', () => {
    const text = seedText('dispatch.json').replace(/\d{3}_[0-9a-f]{16}/gu, '');
    expect(text.match(/\d{5,}/gu)).toBeNull();
  });
});
