import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/domain/answer/answer.ts';
import { type ConcernData, createConcernReader } from '../../../src/domain/answer/concerns.ts';
import { holds, isForeign, signsOf } from '../../../src/domain/answer/holds.ts';
import { type QuestionReader, readQuestion } from '../../../src/domain/answer/question.ts';
import type { Answer, AnswerContext, AskedFact, Candidate, Entry } from '../../../src/domain/answer/types.ts';
import { aReader } from '../../support/a-reader.ts';
import { aPolicy, aQuestion, anEntry, aShelf } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const CONCERNS: ConcernData = {
  concerns: [
    {
      concern: '应急转贷',
      terms: ['应急转贷', '转贷资金', '过桥资金'],
      asked: ['贷款到期差一口气哪里垫一下', '找人垫资还贷太贵', '政府有没有垫钱帮我先还银行的'],
    },
    {
      concern: '用电成本',
      terms: ['电费补贴', '用电成本', '电价'],
      asked: ['厂里电费太贵开不了工', '机器一开电表转得吓人', '夜里开工电费能不能便宜点'],
    },
    {
      concern: '首贷',
      terms: ['首贷', '首贷户', '首次贷款'],
      asked: ['从来没借过钱头一回咋开口', '征信白板银行不认我', '第一次找银行心里没底'],
    },
  ],
};
const segmenter = createFakeSegmenter(['银行', '垫钱', '电费', '机器', '开工', '首贷服务站', '到期', '贷款']);
const policy = aPolicy({ id: 'measures', title: '武汉市支持中小企业若干措施' });
const of = (id: string, text: string): Entry => anEntry(text, { policy, clause: { id } });
const turn = of('1', '设立应急转贷资金,帮助贷款到期的企业。');
const machine = of('2', '支持企业更新机器设备,夜间开工的给予便利。');
const station = of('3', '建设首贷服务站20家。');
// Names tell by how few clauses of the library hold them.
const rest = Array.from({ length: 40 }, (_, at) =>
  anEntry('培育先进制造业集群。', { policy: aPolicy({ id: `rest${at}`, region: '上海市' }) }),
);
const LIBRARY = [turn, machine, station, ...rest];

const plain: QuestionReader = aReader({ words: segmenter.words });
const knowing = { ...plain, concerns: createConcernReader(CONCERNS, segmenter.words) };
const contextOf = (entries: readonly Entry[]): AnswerContext => ({
  shelf: aShelf(entries, segmenter),
  home: { name: '武汉市', province: '湖北省' },
  lastEntry: null,
  foreignWords: () => [],
  segmenter,
});
const ask = (text: string, reader: QuestionReader = knowing, entries = LIBRARY): Answer =>
  answer(readQuestion(text, reader), contextOf(entries));
const shown = (found: Answer): string | null => (found.kind === 'clause' ? found.extract.entry.key : null);

describe('what is basis enough', () => {
  test('no clause that one saying alone ties to the question', () => {
    const farm = of('9', '支持农产品加工企业发展。');
    const saying = { start: 0, end: 3, phrase: '热干面', means: ['农产品加工'], weight: 0.6, topic: '' };
    const question = aQuestion('热干面 银行 垫钱 电费 机器 开工', { sayings: [saying] });
    const tied = { entry: farm, score: 1, words: 0, concern: 0, firstConcern: 0 };
    expect(holds(question, [tied], contextOf([farm]))).toBe(false);
    expect(holds({ ...question, subject: '热干面' }, [{ ...tied, words: 0.3 }], contextOf([farm]))).toBe(
      true,
    );
  });

  test('a clause that says much of a question and names what it is about', () => {
    expect(shown(ask('贷款到期了,有没有人垫钱帮我先还银行'))).toBe(turn.key);
  });

  test('no clause, where none names what the question is about, though one says as much of it', () => {
    const text = '机器夜里开工电费太贵';
    expect(shown(ask(text, plain))).toBe(machine.key);
    const declined = ask(text);
    expect(declined.kind === 'decline' && declined.near[0]?.entry).toBe(machine);
    const priced = of('4', '夜里开工的企业给予电费补贴。');
    expect(shown(ask(text, knowing, [...LIBRARY, priced]))).toBe(priced.key);
  });

  test('a clause that says it all, where the question is about nothing that is known', () => {
    expect(shown(ask('首贷服务站建设', plain))).toBe(station.key);
  });

  test('never anything, where nothing was found', () => {
    expect(ask('量子', knowing)).toMatchObject({ kind: 'decline', near: [] });
  });
});

describe('how far what is asked about is named', () => {
  const concerns = [{ name: '首贷', terms: ['首贷'], sureness: 0.4 }];
  const found = (...named: number[]): Candidate[] =>
    named.map((firstConcern, at) => ({
      entry: station,
      score: 1,
      words: 0.5 - at / 10,
      concern: 0,
      firstConcern,
    }));
  const question = aQuestion('首贷服务站', { concerns });

  test.for([
    [[1, 0], { words: 0.5, unnamed: 0, unnamedAnywhere: 0 }],
    [[0, 1], { words: 0.5, unnamed: 0.4, unnamedAnywhere: 0 }],
    [[0, 0.5], { words: 0.5, unnamed: 0.4, unnamedAnywhere: 0.2 }],
    [[], { words: 0, unnamed: 0.4, unnamedAnywhere: 0.4 }],
  ] as const)('by the best clause and by any, as sure as the concern is: %j', ([named, signs]) => {
    expect(signsOf(question, found(...named))).toEqual({ ...signs, length: 5 });
  });

  test('is nothing to be missed where no concern is known', () => {
    const signs = { words: 0.5, unnamed: 0, unnamedAnywhere: 0, length: 5 };
    expect(signsOf(aQuestion('首贷服务站'), found(0, 0))).toEqual(signs);
  });
});

describe('a number or an address is never promised by what stands beside it', () => {
  test.for(['首贷服务站电话多少', '首贷服务站在哪里地址发一下', '应急转贷资金联系电话是多少'])(
    '「%s」 is declined, however sure it is what is meant',
    (text) => {
      expect(ask(text).kind).toBe('decline');
      expect(ask(text, plain).kind).toBe('decline');
    },
  );

  test('a clause that says all but the number is no basis for it, however much it says', () => {
    const much = of('6', '首贷服务站20家,培训专精特新、小巨人和单项冠军企业。');
    const found = [{ entry: much, score: 1, words: 1, concern: 1, firstConcern: 1 }];
    const subject = '首贷服务站 专精特新 小巨人 单项冠军';
    const isBasis = (asks: readonly AskedFact[]): boolean =>
      holds(aQuestion(subject, { asks, text: subject.repeat(3) }), found, contextOf([much]));
    expect(isBasis(['count'])).toBe(true);
    expect(isBasis(['contact'])).toBe(false);
  });

  test('what stands there is told', () => {
    const called = of('5', '首贷服务站联系电话:027-00000000。');
    expect(shown(ask('首贷服务站电话多少', knowing, [turn, called, ...rest]))).toBe(called.key);
  });
});

describe('a topic of another desk', () => {
  const context = { ...contextOf(LIBRARY), foreignWords: () => ['房租'] };
  const candidates = (entry: Entry): Candidate[] => [
    { entry, score: 1, words: 1, concern: 0, firstConcern: 0 },
  ];
  const saying = { start: 0, end: 2, phrase: '房租', means: ['租金'], weight: 0.8, topic: '' };
  const asked = aQuestion('房租');
  const isOther = (entry: Entry, question = asked): boolean =>
    isForeign(question, candidates(entry), context);

  test('is another’s, where a clause only speaks of it', () => {
    expect(isOther(anEntry('减免房租。'))).toBe(true);
  });

  test('is ours, where a title or a heading bears it', () => {
    expect(isOther(anEntry('给予减免。', { policy: aPolicy({ title: '房租减免办法' }) }))).toBe(false);
    expect(isOther(anEntry('给予减免。', { clause: { path: ['一、房租'] } }))).toBe(false);
    expect(isOther(anEntry('给予减免。', { clause: { heading: '房租减免' } }))).toBe(false);
    expect(isOther(anEntry('给予减免。', { headings: ['減免房租'] }))).toBe(false);
    expect(isOther(anEntry('给予减免。', { policy: aPolicy({ title: null }) }))).toBe(true);
  });

  test('is ours, where they bear the documents’ word for it', () => {
    const question = aQuestion('房租', { sayings: [saying] });
    const titled = anEntry('给予减免。', { policy: aPolicy({ title: '租金减免办法' }) });
    expect(isOther(titled)).toBe(true);
    expect(isOther(titled, question)).toBe(false);
    const elsewhere = aQuestion('房租', { sayings: [{ ...saying, phrase: '发红包' }] });
    expect(isOther(titled, elsewhere)).toBe(true);
  });

  test('is another’s where nothing was found, and nobody’s where none is named', () => {
    expect(isForeign(asked, [], context)).toBe(true);
    expect(isForeign(asked, [], contextOf(LIBRARY))).toBe(false);
    expect(isForeign(asked, candidates(turn), contextOf(LIBRARY))).toBe(false);
  });
});
