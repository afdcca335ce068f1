import { describe, expect, test } from 'vitest';
import { basisOf, rarity } from '../../../src/domain/answer/basis.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import { aPolicy, aQuestion, anEntry, aUnit } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const segmenter = createFakeSegmenter(['小巨人', '大数据中心']);
const entry = anEntry('对小巨人企业给予奖励50万元。', {
  policy: aPolicy({ title: '融资若干措施' }),
  clause: { path: ['一、培育主体'], units: [aUnit('市经信局')] },
});
const basis = (subject: string, known = {}) => basisOf(aQuestion(subject, known), entry, segmenter);
const saying = (phrase: string, means: readonly string[], topic = '融资') => ({
  start: 0,
  end: phrase.length,
  phrase,
  means,
  weight: 0.8,
  topic,
});

describe('what a clause shares with a question', () => {
  test('everything, and then nothing is missing', () => {
    expect(basis('小巨人 奖励')).toMatchObject({ coverage: 1, missing: 0 });
  });

  test('nothing', () => {
    expect(basis('专利')).toMatchObject({ coverage: 0, found: 0 });
    expect(basis('专利').missing).toBeGreaterThan(0);
  });

  test('title, headings and units count as said', () => {
    expect(basis('融资').coverage).toBe(1);
    expect(basis('培育').coverage).toBe(1);
    expect(basis('市经信局').coverage).toBe(1);
  });

  test('two words found are more than one of one', () => {
    expect(basis('小巨人 奖励').found).toBeGreaterThan(basis('小巨人').found);
  });

  test('a homophone is heard, less clearly', () => {
    const { coverage } = basisOf(aQuestion('将励'), entry, { words: (text) => [text], frequency: () => 1 });
    expect(coverage).toBeGreaterThan(0.5);
    expect(coverage).toBeLessThan(1);
  });

  test('a long word is heard in part', () => {
    const { coverage } = basisOf(aQuestion('小巨人企业家'), entry, {
      words: (text) => [text],
      frequency: () => 1,
    });
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(1);
  });

  test('words that only ask and single characters say nothing', () => {
    expect(basis('多少 的 天').coverage).toBe(0);
    expect(basis('多少 的 天').missing).toBe(0);
  });

  test('everyday words weigh less than rare ones', () => {
    expect(rarity(0)).toBeGreaterThan(rarity(10));
    expect(rarity(10)).toBeGreaterThan(rarity(1000));
    expect(rarity(0)).toBeLessThanOrEqual(1.01);
  });
});

describe('sayings', () => {
  test('are found by documents’ words for them', () => {
    const said = basis('发红包', { sayings: [saying('发红包', ['奖励'])] });
    expect(said.sayings).toBeCloseTo(0.8);
    expect(said.coverage).toBeCloseTo(0.8);
  });

  test('are found better by themselves', () => {
    expect(basis('小巨人', { sayings: [saying('小巨人', ['专利'])] }).sayings).toBe(1);
  });

  test('that only ask are about nothing', () => {
    expect(basis('发红包', { sayings: [saying('发红包', ['奖励'], '问法')] })).toMatchObject({
      coverage: 0,
      sayings: 0,
    });
  });
});

describe('what is asked for must stand in the clause', () => {
  const LACKS: readonly (readonly [AskedFact, string, string])[] = [
    ['amount', '奖励50万元', '给予奖励'],
    ['rate', '增长12%', '稳步增长'],
    ['count', '培育20家', '培育企业'],
    ['contact', '电话:027-12345678', '打电话问'],
    ['conditions', '应当符合以下要求', '鼓励发展'],
    ['how-to', '登录平台提交', '鼓励发展'],
  ];
  test.for(LACKS)('%s: 「%s」 has it, 「%s」 lacks it', ([ask, has, lacks]) => {
    const lacksFact = (text: string): boolean =>
      basisOf(aQuestion('奖励', { asks: [ask] }), anEntry(text), segmenter).lacksFact;
    expect([lacksFact(has), lacksFact(lacks)]).toEqual([false, true]);
  });

  test('other facts can be told by any sentence', () => {
    const question = aQuestion('奖励', { asks: ['units', 'list', 'definition', 'deadline'] });
    expect(basisOf(question, anEntry('鼓励发展'), segmenter).lacksFact).toBe(false);
  });
});
