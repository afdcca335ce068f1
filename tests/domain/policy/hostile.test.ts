import { expect, test } from 'vitest';
import type { Clause, StructuredDocument } from '../../../src/domain/document/types.ts';
import { parsePolicy } from '../../../src/domain/policy/parse-policy.ts';

const CHARACTERS = 200_000;
const LIMIT_MS = 2_000;

const aDocument = (text: string): StructuredDocument => {
  const clause = {
    id: '1',
    kind: 'paragraph',
    part: 'body',
    path: [],
    number: null,
    heading: null,
    text,
    cells: null,
  };
  return {
    file: 'x.txt',
    text,
    lines: text.split('\n'),
    clauses: [clause as unknown as Clause],
    coverage: { characters: text.length, kept: text.length, dropped: [], repairs: [] },
  };
};

/** Each tries to make a pattern go back and forth; quadratic behaviour takes minutes, not seconds. */
const PIECES = [
  '（',
  '（责任单位：',
  '5月',
  '1、',
  '奖励10万元',
  '由',
  '1\n',
  '年\t',
  '《',
  '对',
  '关于',
  '2031年',
  '级、',
  '日内',
];

test.for(PIECES)('two hundred thousand characters of «%s» are read in a moment', (piece) => {
  const text = piece.repeat(Math.ceil(CHARACTERS / piece.length)).slice(0, CHARACTERS);
  const started = performance.now();
  parsePolicy({ document: aDocument(text), resolveUnit: () => null });
  expect(performance.now() - started).toBeLessThan(LIMIT_MS);
});

test('an empty document has no meaning', () =>
  expect(parsePolicy({ document: aDocument(''), resolveUnit: () => null })).toMatchObject({
    id: 'x',
    title: null,
    issuingAuthority: null,
    level: null,
    region: null,
  }));

test('lone surrogates and control characters are just text', () => {
  const { clauses } = parsePolicy({
    document: aDocument('\ud800请于2031年4月18日前\u0000报送\udfff'),
    resolveUnit: () => null,
  });
  expect(clauses[0]?.deadlines[0]?.on).toBe('2031-04-18');
});
