import { expect, test } from 'vitest';
import type { Clause, StructuredDocument } from '../../../src/domain/document/types.ts';
import { parsePolicy } from '../../../src/domain/policy/parse-policy.ts';
import { aPolicy } from '../../support/a-policy.ts';
import { processorTime } from '../../support/processor-time.ts';

const CHARACTERS = 60_000;
const LIMIT_MS = 1_000;

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

test.for(PIECES)('sixty thousand characters of «%s» are read in a moment', (piece) => {
  const text = piece.repeat(Math.ceil(CHARACTERS / piece.length)).slice(0, CHARACTERS);
  const spent = processorTime();
  parsePolicy({ document: aDocument(text), resolveUnit: () => null });
  expect(spent()).toBeLessThan(LIMIT_MS);
});

test('a document of one endless sentence comes to no more than can be written down', () => {
  const text = '对企业给予奖励50万元，'.repeat(20_000);
  const policy = parsePolicy({ document: aDocument(text), resolveUnit: () => null });
  expect(policy.clauses[0]?.benefits.length).toBeGreaterThan(0);
  expect(JSON.stringify(policy.clauses).length).toBeLessThan(3 * text.length);
});

test('an empty document has no meaning', () =>
  expect(parsePolicy({ document: aDocument(''), resolveUnit: () => null })).toMatchObject({
    id: 'x',
    title: null,
    issuingAuthority: null,
    level: null,
    region: null,
  }));

test('the date under a signature is no day by which to apply, whatever stands above it', () => {
  const { clauses, signedOn } = aPolicy('x.txt', [
    '各有关企业:',
    '江州区创新型中小企业申报截止时间明确如下:',
    '1.创新型中小企业申报截止时间为当月最后一天,补充修改截止时间为次月12日。',
    '2.专精特新中小企业申报截止时间为每季度最后一个月的20日前,补充修改截止时间为每季度末最后一天。',
    '请各企业按照要求进行系统申报。',
    '2024年10月18日',
    '江州区经济和信息化局',
  ]);
  expect(signedOn).toBe('2024-10-18');
  expect(clauses.flatMap(({ deadlines }) => deadlines.flatMap(({ on }) => on ?? []))).toEqual([]);
});

test('lone surrogates and control characters are just text', () => {
  const { clauses } = parsePolicy({
    document: aDocument('\ud800请于2031年4月18日前\u0000报送\udfff'),
    resolveUnit: () => null,
  });
  expect(clauses[0]?.deadlines[0]?.on).toBe('2031-04-18');
});
