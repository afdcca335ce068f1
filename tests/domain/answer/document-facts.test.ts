import { describe, expect, test } from 'vitest';
import {
  evidenceOf,
  isAboutDocument,
  isAboutItsDocument,
  policyByTitle,
} from '../../../src/domain/answer/document-facts.ts';
import type { AskedFact, Question } from '../../../src/domain/answer/types.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { aPolicy, aQuestion, anEntry, aShelf, day } from '../../support/an-entry.ts';

const measures = aPolicy({
  id: 'measures',
  title: '武汉市支持中小企业融资若干措施',
  validUntil: day('2024-12-31'),
  signedOn: day('2022-01-05'),
  issuingAuthority: '武汉市人民政府',
  documentNumber: '武政规〔2022〕1号',
});
const plan = aPolicy({ id: 'plan', title: '武汉市人才培育行动计划', publishedOn: day('2023-03-01') });
const of = (
  id: string,
  text: string,
  { part = 'body', policy = measures }: { part?: 'body' | 'back' | 'front'; policy?: Policy } = {},
) => anEntry(text, { policy, clause: { id, part } });
const shelf = aShelf([
  of('1', '2024年12月31日前完成申报。'),
  of('2', '本措施有效期至2024 年 12月31日,其他事项另行通知。', { part: 'body' }),
  of('z', '本措施有效期至2024年12月31日。', { part: 'back' }),
  of('s', '武汉市人民政府 2022年01月5日', { part: 'back' }),
  of('n', '武政规〔2022〕1号', { part: 'front' }),
  of('p', '2023年3月1日印发', { part: 'front', policy: plan }),
  of('q', '培育人才。', { part: 'body', policy: plan }),
]);
const asks = (text: string, ...facts: readonly AskedFact[]): Question => aQuestion(text, { asks: facts });

describe('a question about a document as a whole', () => {
  test.for([
    ['有效期到哪天', 'validity', true],
    ['文号是多少', 'document-number', true],
    ['这份文件哪天印发的', 'published', true],
    ['小巨人名单哪天公布', 'published', false],
    ['这份文件奖励多少', 'amount', false],
  ] as const)('「%s」: %s, %s', ([text, fact, expected]) => {
    expect(isAboutDocument(asks(text, fact))).toBe(expected);
  });

  test('「这份文件」 is the one in which the answer stands, one named by its kind is not', () => {
    expect(isAboutItsDocument(asks('这份文件谁印发的', 'issuer'))).toBe(true);
    expect(isAboutItsDocument(asks('管理办法谁印发的', 'issuer'))).toBe(false);
    expect(isAboutItsDocument(asks('小巨人奖励过期没有', 'validity'))).toBe(true);
  });
});

describe('the clause that proves it', () => {
  const proof = (question: Question, policy = measures) =>
    evidenceOf(question, { policy, entries: shelf.entries })?.clause.id ?? null;

  test('an end of validity: a closing sentence before one of the body, a deadline never', () => {
    expect(proof(asks('有效期', 'validity'))).toBe('z');
  });

  test('a date under the signature, zeros or not', () => {
    expect(proof(asks('这份文件哪天印发', 'published'))).toBe('s');
    expect(proof(asks('这份文件谁印发', 'issuer'))).toBe('s');
  });

  test('the page’s date where none is signed', () => {
    expect(proof(asks('这份文件哪天印发', 'published'), plan)).toBe('p');
  });

  test('a document number', () => {
    expect(proof(asks('文号', 'document-number'))).toBe('n');
  });

  test('none where the document does not say it', () => {
    expect(proof(asks('有效期', 'validity'), plan)).toBeNull();
    expect(proof(asks('文号', 'document-number'), plan)).toBeNull();
    const undated = { ...plan, publishedOn: null };
    const entries = aShelf([of('p', '2023年3月1日印发', { part: 'front', policy: undated })]).entries;
    expect(evidenceOf(asks('这份文件谁印发', 'issuer'), { policy: undated, entries })).toBeNull();
    expect(proof(asks('奖励多少', 'amount'))).toBeNull();
  });

  // The forms in which officials write how long a document holds.
  test.for([
    [
      '本办法自公布之日起施行，有效期2年。',
      { publishedOn: '2031-03-01', effectiveOn: '2031-03-01', validUntil: '2033-02-28' },
    ],
    [
      '第九条 本细则自2031年3月15日起施行，有效期4年。',
      { effectiveOn: '2031-03-15', validUntil: '2035-03-14' },
    ],
    [
      '本措施自发布之日起施行，暂定两年有效期。',
      { signedOn: '2031-03-01', effectiveOn: '2031-03-01', validUntil: '2033-02-28' },
    ],
    ['本意见自2031年7月1日起执行，暂定两年。', { effectiveOn: '2031-07-01', validUntil: '2033-06-30' }],
    ['本办法有效期3年。', { effectiveOn: '2031-07-01', validUntil: '2034-06-30' }],
    ['本措施有效期至2035年12月31日。', { effectiveOn: '2031-07-01', validUntil: '2035-12-31' }],
    ['政策执行至2035年12月31日。', { validUntil: '2035-12-31' }],
    ['本政策实施期限截至2035年12月31日。', { validUntil: '2035-12-31' }],
    ['本办法自2031年7月1日起施行。', { effectiveOn: '2031-07-01' }],
    ['有效期：2031年7月1日至2035年12月31日', { effectiveOn: '2031-07-01', validUntil: '2035-12-31' }],
  ] as const)('「%s」 states the validity', ([text, dates]) => {
    const known = Object.fromEntries(Object.entries(dates).map(([name, on]) => [name, day(on)]));
    const policy = aPolicy({ id: 'dated', ...known });
    const { entries } = aShelf([
      of('a', '称号有效期3年，申报截止2035年12月31日。', { policy }),
      of('b', '施行中的问题请及时反映。', { policy, part: 'back' }),
      of('c', `${text}此前规定与本文件不一致的，以本文件为准，请各单位认真贯彻落实。`, { policy }),
    ]);
    expect(evidenceOf(asks('还有效吗', 'validity'), { policy, entries })?.clause.id).toBe('c');
  });

  test('an issuer without a date is proved by the name', () => {
    const undated = { ...measures, signedOn: null };
    const { entries } = aShelf([
      of('q', '另行通知。', { part: 'back', policy: undated }),
      of('s', '武汉市人民政府', { part: 'back', policy: undated }),
    ]);
    const question = asks('这份文件谁印发', 'issuer');
    expect(evidenceOf(question, { policy: undated, entries })?.clause.id).toBe('s');
  });
});

describe('a document named by its title', () => {
  const named = (question: Question, regions: readonly string[] = ['武汉市']) =>
    policyByTitle(question, { shelf, regions })?.id ?? null;

  test('is found by most of the words', () => {
    expect(named(asks('中小企业融资措施', 'validity'))).toBe('measures');
    expect(named(asks('人才培育计划', 'published'))).toBe('plan');
    expect(named(asks('中小企业融资措施 开始施行', 'validity'))).toBe('measures');
  });

  test('as the only one of its kind there, where nothing else is said of it', () => {
    const plain = '计划 发 文';
    expect(named({ ...asks('这个计划是哪天发的文', 'published'), plain })).toBe('plan');
    const another = aShelf([
      of('p', '2023年', { policy: plan }),
      of('q', '2024年', { policy: { ...plan, id: 'b' as never } }),
    ]);
    const question = { ...asks('这个计划是哪天发的文', 'published'), plain };
    expect(policyByTitle(question, { shelf: another, regions: ['武汉市'] })).toBeNull();
  });

  test('though the title writes more between a place and what it is about', () => {
    const regions = [{ name: '武汉市', province: '湖北省' }];
    expect(named({ ...asks('武汉人才培育计划', 'published'), regions })).toBe('plan');
    expect(named({ ...asks('武汉人才计划', 'published'), regions: [] })).toBeNull();
  });

  test('is none where little of the title is said', () => {
    expect(named(asks('量子计算机补贴', 'issuer'))).toBeNull();
    expect(named(asks('', 'issuer'))).toBeNull();
  });

  test('is none of another region', () => {
    expect(named(asks('中小企业融资措施', 'validity'), ['上海市'])).toBeNull();
  });

  test('counts in every region where it is of none', () => {
    const everywhere = aShelf([anEntry('有效期至2024年12月31日', { policy: { ...measures, region: null } })]);
    const question = asks('中小企业融资措施', 'validity');
    expect(policyByTitle(question, { shelf: everywhere, regions: ['上海市', '全国'] })?.id).toBe('measures');
  });

  test('without a title is never named', () => {
    const untitled = aShelf([anEntry('奖励。', { policy: aPolicy({ title: null }) })]);
    expect(policyByTitle(asks('奖励', 'validity'), { shelf: untitled, regions: ['武汉市'] })).toBeNull();
  });

  test('on an empty shelf is none', () => {
    expect(policyByTitle(asks('奖励', 'validity'), { shelf: aShelf([]), regions: ['武汉市'] })).toBeNull();
  });
});
