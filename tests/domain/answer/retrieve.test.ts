import { describe, expect, test } from 'vitest';
import type { Concern } from '../../../src/domain/answer/concerns.ts';
import { regionsFor, retrieve } from '../../../src/domain/answer/retrieve.ts';
import type { Candidate, Entry, Question } from '../../../src/domain/answer/types.ts';
import type { ClauseId } from '../../../src/domain/document/types.ts';
import type { PolicyId } from '../../../src/domain/policy/types.ts';
import { aPolicy, aQuestion, anEntry, aShelf } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const WUHAN = ['武汉市', '湖北省', '全国'];
const own = anEntry('培育专精特新企业,给予奖励。', { policy: aPolicy({ id: 'own' }) });
const state = anEntry('支持专精特新企业。', { policy: aPolicy({ id: 'state', region: null }) });
const foreign = anEntry('专精特新企业奖励加码。', { policy: aPolicy({ id: 'foreign', region: '上海市' }) });
const segmenter = createFakeSegmenter(['房东', '涨租', '周转']);

interface Searched {
  readonly regions?: readonly string[];
  readonly entries?: readonly Entry[];
}
const search = (
  question: Question,
  { regions = WUHAN, entries = [own, state, foreign] }: Searched = {},
): readonly Candidate[] => retrieve(question, { shelf: aShelf(entries, segmenter), regions, segmenter });
const found = (subject: string, searched: Searched = {}): string[] =>
  search(aQuestion(subject), searched).map(({ entry }) => entry.policy.id);

describe('clauses that may answer', () => {
  test('are of the region, of its province or of the whole state', () => {
    expect(found('专精特新').toSorted()).toEqual(['own', 'state']);
    expect(found('专精特新', { regions: ['上海市'] })).toEqual(['foreign']);
    expect(regionsFor({ name: '武汉市', province: '湖北省' })).toEqual(WUHAN);
    expect(regionsFor({ name: '上海市', province: '上海市' })).toEqual(['上海市', '全国']);
  });

  test('are best first, and the same whatever the order of the library', () => {
    const entries = ['a', 'b', 'c', 'd'].map((id) =>
      anEntry('支持专精特新企业。', { policy: aPolicy({ id }) }),
    );
    const order = found('专精特新', { entries });
    expect(order).toEqual(['a', 'b', 'c', 'd']);
    expect(found('专精特新', { entries: entries.toReversed() })).toEqual(order);
    expect(found('专精特新奖励')[0]).toBe('own');
  });

  test('that say the same are told once', () => {
    const twins = [{ policy: 'own' as PolicyId, clause: '1' as ClauseId }];
    const twin = anEntry('培育专精特新企业,给予奖励。', { policy: aPolicy({ id: 'twin' }), twins });
    expect(found('专精特新奖励', { entries: [own, twin] })).toEqual(['own']);
  });

  test('are found by documents’ words for what owners say', () => {
    const saying = { start: 0, end: 3, phrase: '发红包', means: ['奖励'], weight: 0.8, topic: '' };
    const question = aQuestion('发红包', { sayings: [saying] });
    expect(search(question, { entries: [own] }).map(({ entry }) => entry.key)).toEqual([own.key]);
  });

  test('what is wished for counts more than what its asker tells of itself', () => {
    const told = anEntry('高新技术企业的专利授权量,推动上云和设备改造。', {
      policy: aPolicy({ id: 'told' }),
    });
    const wished = anEntry('组织中层参加管理培训。', { policy: aPolicy({ id: 'wished' }) });
    const subject = '专利授权量 设备改造 管理培训';
    const entries = [told, wished];
    expect(found(subject, { entries })[0]).toBe('told');
    const question = aQuestion(subject, { wish: aQuestion('管理培训') });
    const [first, second] = search(question, { entries });
    expect([first?.entry.policy.id, second?.entry.policy.id]).toEqual(['wished', 'told']);
    const only = search(aQuestion('量子', { wish: aQuestion('管理培训') }), { entries: [wished] });
    expect(only.map(({ entry }) => entry.policy.id)).toEqual(['wished']);
  });

  test('what only leads in comes behind what says something', () => {
    const lead = anEntry('为推动技术改造补助，现就技术改造补助申报工作通知如下：', {
      policy: aPolicy({ id: 'lead' }),
    });
    const rule = anEntry('技术改造补助申报工作分两批受理,技术改造须备案。', {
      policy: aPolicy({ id: 'rule' }),
    });
    expect(found('技术改造补助申报', { entries: [lead, rule] })[0]).toBe('rule');
  });

  test('an entry that is in the index only is passed over', () => {
    const shelf = { ...aShelf([own]), entries: new Map() };
    expect(retrieve(aQuestion('专精特新'), { shelf, regions: WUHAN, segmenter })).toEqual([]);
  });
});

describe('clauses of what a question is concerned with', () => {
  const aConcern = (name: string, sureness: number): Concern => ({ name, terms: [name], sureness });
  const of = (id: string, text: string, region: string | null = '武汉市'): Entry =>
    anEntry(text, { policy: aPolicy({ id, region }) });
  const turn = of('turn', '设立应急转贷资金。');
  const rent = of('rent', '推动房东减免租金。');
  const site = of('site', '减免国有房屋租金,帮助小微企业和个体工商户渡过难关,加快资金周转。');
  // Names tell by how few clauses of the library hold them.
  const rest = Array.from({ length: 40 }, (_, at) => of(`rest${at}`, '培育先进制造业集群。', '上海市'));
  const entries = [own, turn, rent, site, ...rest];
  const asked = (subject: string, ...concerns: Concern[]): Question => aQuestion(subject, { concerns });
  const order = (question: Question, searched: Searched = { entries }): string[] =>
    search(question, searched).map(({ entry }) => entry.policy.id);

  test('are found without one word of the question', () => {
    expect(order(asked('垫一哈'))).toEqual([]);
    const [best] = search(asked('垫一哈', aConcern('应急转贷', 0.4)), { entries });
    expect(best).toMatchObject({ entry: { policy: { id: 'turn' } } });
    expect(best?.concern).toBeGreaterThan(0.5);
    expect(best?.firstConcern).toBeGreaterThan(0.5);
    expect(best?.score).toBeGreaterThan(0);
  });

  test('are of the regions that count, too', () => {
    const question = asked('垫一哈', aConcern('应急转贷', 0.4));
    expect(order(question, { entries: [of('away', '设立应急转贷资金。', '上海市')] })).toEqual([]);
    expect(order(question, { entries: [of('state', '设立应急转贷资金。', null)] })).toEqual(['state']);
  });

  test('stand behind those that say it all by its words', () => {
    expect(order(asked('专精特新奖励', aConcern('应急转贷', 0.4)))[0]).toBe('own');
  });

  test('stand before others that share as many words with it', () => {
    const question = asked('房东涨租周转', aConcern('国有房屋租金', 0.4));
    expect(order(asked('房东涨租周转'))).toEqual(['rent', 'site']);
    expect(order(question)[0]).toBe('site');
  });

  test('come in the order of how sure the concerns are', () => {
    const [sure, less] = [aConcern('应急转贷', 0.4), aConcern('国有房屋租金', 0.3)];
    expect(order(asked('么样搞', sure, less)).slice(0, 2)).toEqual(['turn', 'site']);
    const turned = asked('么样搞', { ...less, sureness: 0.4 }, { ...sure, sureness: 0.3 });
    expect(order(turned).slice(0, 2)).toEqual(['site', 'turn']);
  });

  test('are not those of a concern that is far less sure than the likeliest', () => {
    const [sure, unsure] = [aConcern('应急转贷', 0.4), aConcern('国有房屋租金', 0.2)];
    expect(order(asked('么样搞', sure, unsure))).toEqual(['turn']);
    expect(order(asked('么样搞', unsure))).toEqual(['site']);
  });

  test('are found once where words and concerns both lead to them', () => {
    expect(order(asked('应急转贷', aConcern('应急转贷', 0.4)))).toEqual(['turn']);
  });

  test('say how far they name it; without concerns nothing is named', () => {
    const named = search(asked('应急转贷', aConcern('国有房屋租金', 0.4)), { entries });
    expect(named.map(({ entry, firstConcern }) => [entry.policy.id, firstConcern])).toContainEqual([
      'turn',
      0,
    ]);
    const plain = search(aQuestion('应急转贷'), { entries });
    expect(plain.map(({ concern, firstConcern }) => concern + firstConcern)).toEqual([0]);
  });

  test('are the same whatever the order of the library', () => {
    const question = asked('房东周转', aConcern('应急转贷', 0.4), aConcern('国有房屋租金', 0.3));
    const scores = (all: readonly Entry[]): readonly unknown[] =>
      search(question, { entries: all }).map(({ entry, score }) => [entry.key, score.toFixed(9)]);
    expect(scores(entries.toReversed())).toEqual(scores(entries));
  });
});

describe('what a district promises', () => {
  const regions = [...WUHAN, '东湖区'];
  const district = (id: string, known: Parameters<typeof aPolicy>[0]): Entry =>
    anEntry('培育专精特新企业。', { policy: aPolicy({ id, level: '区', ...known }) });
  const lake = district('lake', { region: '东湖区' });
  const hill = district('hill', { issuingAuthority: '洪山区人民政府' });
  const titled = district('titled', { title: '青山区若干措施', issuingAuthority: null });
  const entries = [own, lake, hill, titled];
  const order = (...districts: string[]): string[] =>
    search(aQuestion('专精特新', { districts }), { entries, regions })
      .map(({ entry }) => entry.policy.id)
      .toSorted();

  test.for([
    [['东湖'], ['lake', 'own']],
    [['东湖区'], ['lake', 'own']],
    [['洪山'], ['hill', 'own']],
    [['青山区'], ['own', 'titled']],
    [
      ['洪山', '青山'],
      ['hill', 'own', 'titled'],
    ],
    [['江岸'], ['own']],
  ] as const)('holds there only, the city’s holds everywhere: %j', ([districts, ids]) => {
    expect(order(...districts)).toEqual([...ids]);
  });

  test('may be what is meant by who names none', () => {
    expect(order()).toEqual(['hill', 'lake', 'own', 'titled']);
  });
});
