import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/domain/answer/answer.ts';
import type { Concern } from '../../../src/domain/answer/concerns.ts';
import { readQuestion } from '../../../src/domain/answer/question.ts';
import type { Answer, Entry } from '../../../src/domain/answer/types.ts';
import { aReader } from '../../support/a-reader.ts';
import { aPolicy, anEntry, aShelf, aUnit, day } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

// What the best clause lacks may stand beside it in its document; what stands nowhere is never promised.

const segmenter = createFakeSegmenter(['绿色工厂', '首贷服务站', '境外展会', '灯塔工厂']);
const notice = aPolicy({ id: 'notice', title: '关于开展绿色工厂申报的通知' });
const of = (id: string, text: string, { policy = notice, ...clause } = {}): Entry =>
  anEntry(text, { policy, clause: { id, ...clause } });
const factory = of('1', '开展绿色工厂申报,由各区经信局推荐。', { units: [aUnit('市经信局')] } as object);
const desk = of('2', '联系电话:027-00000000。');
const measures = aPolicy({ id: 'measures', title: '武汉市若干措施' });
const station = of('1', '建设首贷服务站,为首贷户提供服务。', { policy: measures });
const abroad = of('2', '组织企业参加境外展会。', { policy: measures });
const LIBRARY = [factory, desk, station, abroad];

/** What no clause names. */
const away: Concern = { name: '厂房', terms: ['标准厂房', '厂房租金'], sureness: 0.9 };
const reader = aReader({
  words: segmenter.words,
  concerns: (text) => (text.includes('厂房') ? [away] : []),
});
const ask = (text: string, entries: readonly Entry[] = LIBRARY): Answer =>
  answer(readQuestion(text, reader), {
    shelf: aShelf(entries, segmenter),
    home: { name: '武汉市', province: '湖北省' },
    lastEntry: null,
    foreignWords: ({ text: asked }) => (asked.includes('公积金') ? ['公积金'] : []),
    segmenter,
  });

describe('who asks for a telephone', () => {
  test('gets the contact of the document, where another clause of it is about the matter', () => {
    const found = ask('绿色工厂申报问谁,电话多少');
    expect(found).toMatchObject({ kind: 'clause', about: factory, extract: { entry: desk } });
    expect(found.kind === 'clause' && found.candidates.map(({ entry }) => entry.key)).toEqual([
      desk.key,
      factory.key,
    ]);
  });

  test('is promised nothing where no clause of the document bears a number', () => {
    const found = ask('绿色工厂申报问谁,电话多少', [factory, of('2', '联系电话另行通知。'), station]);
    expect(found).toMatchObject({ kind: 'decline', reason: 'unstated', lacks: 'contact' });
  });

  test('is promised nothing where the number stands in another document', () => {
    const found = ask('首贷服务站电话多少');
    expect(found).toMatchObject({ kind: 'decline', reason: 'unstated', lacks: 'contact' });
    expect(found.kind === 'decline' && found.near[0]?.entry).toBe(station);
  });

  test('is promised nothing where no clause is about the matter', () => {
    expect(ask('量子计算电话多少')).toMatchObject({ kind: 'decline', reason: 'no-basis' });
    expect(ask('公积金绿色工厂电话多少')).toMatchObject({ kind: 'decline', reason: 'out-of-scope' });
    expect(ask('量子计算电话多少', [station])).toMatchObject({ kind: 'decline', near: [] });
  });
});

describe('what nothing states is declined, with the nearest clause', () => {
  test.for([
    ['首贷服务站奖励多少钱', 'amount', station],
    ['首贷服务站建多少家', 'count', station],
    ['境外展会补贴几个点', 'rate', abroad],
    ['境外展会怎么申请', 'how-to', abroad],
    ['境外展会要什么条件', 'conditions', abroad],
    ['境外展会有多少家企业参加', 'count', abroad],
    ['绿色工厂奖励多少', 'amount', factory],
    ['绿色工厂申报截止时间', 'deadline', factory],
  ] as const)('「%s」: %s', ([text, lacks, near]) => {
    const found = ask(text);
    expect(found).toMatchObject({ kind: 'decline', reason: 'unstated', lacks, region: null });
    expect(found.kind === 'decline' && found.near[0]?.entry.key).toBe(near.key);
  });

  test('and not with a clause that leaves unnamed what is asked about', () => {
    expect(ask('首贷服务站厂房多少家')).toMatchObject({ kind: 'decline', reason: 'no-basis', lacks: null });
  });

  test('whom to ask is told beside the clause itself', () => {
    expect(ask('境外展会归谁管')).toMatchObject({
      kind: 'clause',
      extract: { entry: abroad, fact: { kind: 'unstated', what: 'units' } },
    });
  });

  test('and not where a section of the document states it', () => {
    for (const sum of ['每家奖励10万元。', '每户10万元。']) {
      const fee = of('3', sum, { path: ['二、奖励标准'] } as object);
      expect(ask('绿色工厂奖励多少', [...LIBRARY, fee])).toMatchObject({
        kind: 'clause',
        extract: { entry: fee },
      });
    }
  });
});

describe('until when a clause holds', () => {
  const plan = aPolicy({ id: 'plan', title: '行动计划', validUntil: day('2027-12-31') });
  const end = of('z', '本计划有效期至2027年12月31日。', { policy: plan, part: 'back' } as object);
  const list = aPolicy({ id: 'list', title: '任务清单' });
  const row = anEntry('推进灯塔工厂建设。', {
    policy: list,
    clause: { id: '7' },
    twins: [{ policy: plan.id, clause: end.clause.id }],
  });

  test('is proved by the plan that its task list is part of', () => {
    expect(ask('灯塔工厂建设有效期到哪天', [row, end])).toMatchObject({
      kind: 'clause',
      extract: { entry: end },
    });
  });

  test('is not, where the plan has left the library', () => {
    expect(ask('灯塔工厂建设有效期到哪天', [row])).toMatchObject({ kind: 'clause', extract: { entry: row } });
  });
});
