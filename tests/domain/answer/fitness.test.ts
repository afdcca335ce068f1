import { describe, expect, test } from 'vitest';
import { fitness, isPreamble } from '../../../src/domain/answer/fitness.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import { aBenefit, aPolicy, aQuestion, anEntry, aUnit, type EntryParts } from '../../support/an-entry.ts';

describe('the shape of a clause speaks for it', () => {
  const fit = (asks: readonly AskedFact[], text: string, parts: EntryParts = {}): number =>
    fitness(anEntry(text, parts), aQuestion('多少家', { asks }));

  test.for([
    ['amount', '奖励50万元', '给予奖励'],
    ['count', '培育20家', '培育企业'],
    ['deadline', '2025年底前', '逐步'],
  ] as const)('who asks for %s: 「%s」 before 「%s」', ([ask, better, worse]) => {
    expect(fit([ask], better)).toBeGreaterThan(fit([ask], worse));
  });

  test('a benefit before a mere figure', () => {
    const clause = { benefits: [aBenefit({ amountYuan: 500_000 })] };
    expect(fit(['amount'], '奖励50万元', { clause })).toBeGreaterThan(fit(['amount'], '奖励50万元'));
  });

  test('the measure that is asked for before another', () => {
    expect(fit(['count'], '培育20家')).toBeGreaterThan(fit(['count'], '培育20人'));
  });

  test('the measure beside what is asked about before one elsewhere', () => {
    const of = (text: string): number =>
      fitness(anEntry(text), aQuestion('新设研发机构', { text: '新设研发机构多少家', asks: ['count'] }));
    expect(of('新设研发机构 500 家。')).toBeGreaterThan(of('新建企业技术中心15家,推动研发机构全覆盖。'));
  });

  test('a promise without a sum for who asks whether there is anything, not for who asks how much', () => {
    expect(fit(['benefit'], '对转化予以补贴')).toBeGreaterThan(fit(['benefit'], '鼓励转化'));
    expect(fit(['benefit'], '对转化予以补贴')).toBe(fit(['benefit'], '奖励50万元'));
    expect(fit(['amount'], '对转化予以补贴')).toBeGreaterThan(fit(['amount'], '鼓励转化'));
  });

  test('a number that the question brings along, and no part of another', () => {
    const of = (text: string): number => fitness(anEntry(text), aQuestion('', { text: '突破2.6万家是哪年' }));
    expect(of('高企突破2.6 万家')).toBeGreaterThan(1);
    expect(of('高企1.7万家')).toBe(1);
    expect(of('高企12.6万家')).toBe(1);
  });

  test('a chapter that looks back counts less for who asks what is done, not for who asks how many', () => {
    const clause = { path: ['一、回顾展望', '(二)“十四五”形势'] };
    expect(fit(['list'], '引进人才', { clause })).toBeLessThan(fit(['list'], '引进人才'));
    expect(fit(['count'], '引进20家', { clause })).toBe(fit(['count'], '引进20家'));
  });

  test('a clause with units where units are asked for', () => {
    const units = [aUnit('市经信局')];
    expect(fit(['units'], '落实', { units })).toBeGreaterThan(fit(['units'], '落实'));
  });

  test('what stands around the body only for facts of the document', () => {
    const clause = { part: 'back' as const };
    expect(fit(['list'], '自发布之日起施行', { clause })).toBeLessThan(1);
    expect(fit(['validity'], '自发布之日起施行', { clause })).toBeGreaterThan(1);
  });

  test('a plan of the year that is named', () => {
    const policy = aPolicy({ planYears: { from: 2021, to: 2025 } });
    const of = (...years: number[]): number => fitness(anEntry('落实', { policy }), aQuestion('', { years }));
    expect(of(2023)).toBeGreaterThan(of());
    expect(of(2027)).toBeLessThan(of());
  });

  test('where nothing is asked for nothing speaks for or against it', () => {
    expect(fit([], '奖励50万元')).toBe(1);
  });
});

describe('a clause that only leads in', () => {
  const isOne = (text: string, asks: readonly AskedFact[] = []): boolean =>
    isPreamble(anEntry(text), aQuestion('', { asks }));

  test.for([
    '为推动技术改造，根据有关办法，现就组织申报工作通知如下：',
    '为加强管理，制定本办法。',
    '现将申报指南印发给你们，请认真执行。',
  ])('「%s」', (text) => {
    expect(isOne(text)).toBe(true);
    expect(isOne(text, ['published'])).toBe(false);
  });

  test.for(['按照本办法给予奖励。', '具体标准如下：一等奖5万元。', '现有企业可以申报。'])(
    'not 「%s」',
    (text) => {
      expect(isOne(text)).toBe(false);
    },
  );
});
