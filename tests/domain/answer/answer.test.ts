import { describe, expect, test } from 'vitest';
import { answer, answerFrom } from '../../../src/domain/answer/answer.ts';
import type { Concern } from '../../../src/domain/answer/concerns.ts';
import { readQuestion } from '../../../src/domain/answer/question.ts';
import { createThesaurus } from '../../../src/domain/answer/synonyms.ts';
import type { Answer, AnswerContext, Entry } from '../../../src/domain/answer/types.ts';
import { aReader, synonymsOf } from '../../support/a-reader.ts';
import { aBenefit, aPolicy, anEntry, aShelf, aUnit, day } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const segmenter = createFakeSegmenter([
  '武汉',
  '上海',
  '湖南',
  '小巨人',
  '单项冠军',
  '中试平台',
  '首贷服务站',
  '高企',
]);
const measures = aPolicy({
  id: 'measures',
  title: '武汉市支持中小企业若干措施',
  validUntil: day('2024-12-31'),
  issuingAuthority: '武汉市人民政府',
  signedOn: day('2022-01-05'),
});
const shanghai = aPolicy({ id: 'shanghai', title: '上海市中小企业规划', region: '上海市' });
const of = (id: string, text: string, { policy = measures, ...clause } = {}): Entry =>
  anEntry(text, { policy, clause: { id, ...clause } });
const award = of('1', '对小巨人企业给予奖励50万元。', {
  units: [aUnit('市经信局')],
  benefits: [aBenefit({ who: '小巨人', amountYuan: 500_000 })],
} as object);
const champion = of('2', '对单项冠军企业给予奖励100万元。', {
  benefits: [aBenefit({ who: '单项冠军', amountYuan: 1_000_000 })],
} as object);
const station = of('3', '建设首贷服务站20家。', { units: [aUnit('市地方金融局')] } as object);
const end = of('z', '本措施有效期至2024年12月31日。', { part: 'back' } as object);
const past = of('4', '截至2020年,“十三五”期间高企已有8000家。', { policy: shanghai });
const goal = of('5', '到2025年,“十四五”期间高企数量达到20000家。', { policy: shanghai });
const platform = of('6', '上海建设中试平台30家。', { policy: shanghai });
const LIBRARY = [award, champion, station, end, past, goal, platform];

/** What no clause names. */
const institute: Concern = { name: '研发机构', terms: ['研发机构', '企业技术中心'], sureness: 0.4 };
const reader = aReader({
  words: segmenter.words,
  concerns: (text) => (text.includes('研发机构') ? [institute] : []),
  thesaurus: createThesaurus(synonymsOf([{ say: ['发红包'], mean: ['奖励'] }])),
});
function ask(text: string, known: Partial<AnswerContext> & { entries?: readonly Entry[] } = {}): Answer {
  const { entries = LIBRARY, ...rest } = known;
  return answer(readQuestion(text, reader), {
    shelf: aShelf(entries, segmenter),
    home: { name: '武汉市', province: '湖北省' },
    lastEntry: null,
    foreignWords: ({ text: asked }) => (asked.includes('公积金') ? ['公积金'] : []),
    segmenter,
    ...rest,
  });
}
const shown = (found: Answer): string | null => (found.kind === 'clause' ? found.extract.entry.key : null);
const declined = (found: Answer): string | null => (found.kind === 'decline' ? found.reason : null);

describe('a question with a basis', () => {
  test.for([
    ['小巨人奖励多少', 'measures#1', 'amounts'],
    ['首贷服务站归哪个部门负责', 'measures#3', 'units'],
    ['武汉小巨人奖励多少', 'measures#1', 'amounts'],
    ['湖北小巨人奖励多少', 'measures#1', 'amounts'],
    ['上海高企数量达到多少家', 'shanghai#5', undefined],
  ] as const)('「%s」: %s', ([text, key, fact]) => {
    const found = ask(text);
    expect(shown(found)).toBe(key);
    expect(found.kind === 'clause' && found.extract.fact?.kind).toBe(fact);
  });

  test('the best clause comes first among the candidates, each once', () => {
    const found = ask('小巨人奖励多少');
    const keys = found.kind === 'clause' ? found.candidates.map(({ entry }) => entry.key) : [];
    expect(keys[0]).toBe('measures#1');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('what only another region’s documents know by name is answered from them', () => {
    expect(shown(ask('中试平台有几家'))).toBe('shanghai#6');
    expect(declined(ask('武汉的中试平台有几家'))).toBe('no-basis');
  });

  test('words that merely stand in another region’s text are no name', () => {
    const plain = of('7', '上海推进金融平台服务40家。', { policy: shanghai });
    expect(shown(ask('金融平台服务多少家', { entries: [award, plain] }))).toBeNull();
    const quoted = of('7', '上海推进“金融平台服务”40家。', { policy: shanghai });
    expect(shown(ask('金融平台服务多少家', { entries: [award, quoted] }))).toBe('shanghai#7');
  });

  test('another desk’s topic is looked up nowhere else', () => {
    const quoted = of('7', '上海推进“公积金制度改革”40家。', { policy: shanghai });
    expect(declined(ask('公积金制度改革多少家', { entries: [award, quoted] }))).toBe('out-of-scope');
  });
});

describe('facts of a whole document', () => {
  test('are proved by its closing sentence, by title or by what it says', () => {
    expect(shown(ask('中小企业若干措施有效期到哪天'))).toBe('measures#z');
    expect(shown(ask('小巨人奖励这个政策过期没有'))).toBe('measures#z');
  });

  test('where no clause proves them, the clause that was found is shown', () => {
    const found = ask('小巨人奖励这个政策过期没有', { entries: [award] });
    expect(shown(found)).toBe('measures#1');
    expect(found.kind === 'clause' && found.extract.fact).toEqual({ kind: 'validity' });
  });
});

describe('a question that only asks', () => {
  test('is answered from the clause shown last', () => {
    const found = ask('找谁?', { lastEntry: award });
    expect(shown(found)).toBe('measures#1');
    expect(found.kind === 'clause' && found.extract.fact).toEqual({ kind: 'units' });
  });

  test('is answered from that clause’s document where it asks about the document', () => {
    expect(shown(ask('还有效吗', { lastEntry: award }))).toBe('measures#z');
  });

  test('is too vague without one', () => {
    expect(declined(ask('找谁?'))).toBe('too-vague');
  });
});

describe('a comparison', () => {
  const sides = (found: Answer): readonly string[] =>
    found.kind === 'comparison' ? found.sides.map(({ entry }) => entry.key) : [found.kind];

  test('gets both sides', () => {
    expect(sides(ask('小巨人和单项冠军各奖励多少'))).toEqual(['measures#1', 'measures#2']);
  });

  test('the sides lead the candidates, each clause once', () => {
    const found = ask('小巨人和单项冠军各奖励多少');
    const keys = found.kind === 'comparison' ? found.candidates.map(({ entry }) => entry.key) : [];
    expect(keys.slice(0, 2)).toEqual(['measures#1', 'measures#2']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('of one thing at two times finds both', () => {
    expect(sides(ask('上海高企十三五末有多少家,十四五要达到多少家'))).toEqual(['shanghai#4', 'shanghai#5']);
    expect(sides(ask('上海高企现在有多少家,以后要达到多少家'))).toEqual(['shanghai#4', 'shanghai#5']);
  });

  test('of two regions takes a side from each', () => {
    const local = of('7', '建设中试平台20家。');
    const found = ask('武汉和上海的中试平台建设哪个多', { entries: [...LIBRARY, local] });
    expect(sides(found)).toEqual(['measures#7', 'shanghai#6']);
  });

  test('is answered by one clause where that one says it all', () => {
    const both = of('8', '对小巨人、单项冠军企业分别给予奖励50万元、100万元。');
    expect(sides(ask('小巨人和单项冠军奖励一样多吗', { entries: [both] }))).toEqual(['clause']);
  });

  test.for(['小巨人奖励一样多吗', '小巨人奖励和你我的一样多吗'])(
    'that names only one thing is answered like any question: 「%s」',
    (text) => {
      expect(sides(ask(text, { entries: [award] }))).toEqual(['clause']);
    },
  );
});

describe('a question without a basis is declined', () => {
  test.for([
    ['量子计算机有补贴吗', 'no-basis'],
    ['小巨人热线电话多少', 'unstated'],
    ['首贷服务站奖励多少钱', 'unstated'],
    ['企业', 'too-vague'],
    ['北京小巨人奖励多少', 'no-region'],
    ['湖南小巨人奖励多少', 'no-region'],
    ['公积金提取条件', 'out-of-scope'],
    ['企业研发机构有多少家', 'no-basis'],
    ['多少', 'too-vague'],
  ] as const)('「%s」: %s', ([text, reason]) => {
    expect(declined(ask(text))).toBe(reason);
  });

  test('what the nearest clause lacks is told', () => {
    expect(ask('首贷服务站奖励多少钱')).toMatchObject({ lacks: 'amount' });
    expect(ask('量子计算机有补贴吗')).toMatchObject({ lacks: null });
  });

  test('a clause that hardly speaks of the thing is no nearest one', () => {
    expect(declined(ask('首贷服务站拨付专利信用培育多少钱'))).toBe('no-basis');
  });

  test('another desk’s topic is not met by what stands nearest', () => {
    expect(declined(ask('公积金首贷服务站多少钱'))).toBe('out-of-scope');
  });

  test('the region without documents is named', () => {
    expect(ask('北京小巨人奖励多少')).toMatchObject({ region: '北京市' });
  });

  test('what came nearest is kept', () => {
    const found = ask('企业户籍怎么办理');
    expect(found.kind === 'decline' && found.near.length).toBeGreaterThan(0);
  });

  test('an empty library says so', () => {
    expect(declined(ask('小巨人奖励多少', { entries: [] }))).toBe('no-library');
  });
});

describe('who is responsible, where the clause names nobody', () => {
  const issued = aPolicy({ id: 'plan', title: '规划', region: '上海市', issuingAuthority: '上海市经信委' });
  const fair = of('1', '上海举办小企业展会。', { policy: issued });
  const signed = of('z', '上海市经信委 2021年12月15日', { policy: issued, part: 'back' } as object);
  const officeOf = (found: Answer) =>
    found.kind === 'clause' && found.extract.fact?.kind === 'unstated' ? found.extract.fact.office : null;

  test('the issuer of the document is offered', () => {
    const found = ask('上海小企业展会归谁管', { entries: [fair, signed] });
    expect(officeOf(found)).toMatchObject({ name: '上海市经信委', why: 'issuer', entry: signed });
  });

  test('nobody is, where no document says who', () => {
    expect(officeOf(ask('上海小企业展会归谁管', { entries: [fair] }))).toBeUndefined();
  });
});

describe('the same question from another clause', () => {
  const context: AnswerContext = {
    shelf: aShelf(LIBRARY, segmenter),
    home: { name: '武汉市', province: '湖北省' },
    lastEntry: null,
    foreignWords: () => [],
    segmenter,
  };
  const from = (text: string, entry: Entry) => answerFrom(readQuestion(text, reader), [entry], context);

  test('tells what it has', () => {
    expect(from('小巨人奖励多少', champion)).toMatchObject({
      about: champion,
      extract: { fact: { kind: 'amounts' } },
    });
  });

  test('and nothing of what it has not: nobody asked it', () => {
    expect(from('小巨人奖励多少', station)).toMatchObject({ extract: { fact: null } });
  });
});

test('small talk is passed on before anything is looked up', () => {
  expect(ask('你好', { entries: [] })).toEqual({ kind: 'speech', speech: 'greeting' });
});
