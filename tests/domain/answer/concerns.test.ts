import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Concern, type ConcernData, createConcernReader } from '../../../src/domain/answer/concerns.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const DATA: ConcernData = {
  concerns: [
    {
      concern: '应急转贷',
      terms: ['应急转贷', '转贷資金', '过桥资金'],
      asked: ['贷款到期 差一口气 哪里垫一下', '垫钱的太黑 一天利息 吓死人', '公家有没有 垫资 先还银行'],
    },
    {
      concern: '首贷',
      terms: ['首贷户', '首次贷款'],
      asked: ['从来没借过 头一回 咋开口', '征信白板 银行 不认我', '头一遭借钱 心里没底 找哪个'],
    },
    {
      concern: '用电成本',
      terms: ['电费补贴', '电价'],
      asked: ['电表转得 比机器快 吓死人', '变压器 要我们出钱', '峰谷分时 夜里开工 划不划算'],
    },
    {
      concern: '用工培训',
      terms: ['职业技能培训', '学徒制'],
      asked: ['招来的徒弟 啥也不会', '师傅带徒弟 有没有 补贴', '工人学手艺 哪个出钱'],
    },
    { concern: '展会', terms: ['参展补贴', '国际展会'], asked: ['摊位费 太贵了', '出去摆摊 带不带队'] },
    { concern: '商标', terms: ['商标注册', '驰名商标'], asked: ['招牌 被人抢了', '牌子 打名气 给不给钱'] },
    { concern: '欠款', terms: ['拖欠账款', '清欠'], asked: ['货款 拖了两年 不给', '大单位 赖账 哪个管'] },
  ],
};
const NAMES = DATA.concerns.map(({ concern }) => concern);
const SAID = DATA.concerns.flatMap(({ concern, asked }) => asked.map((text) => ({ concern, text })));
/** Characters that no saying has. */
const NOISE = ['龘龘', '靐齉爩', '鱻', 'zq'];

const { words } = createFakeSegmenter(['银行', '徒弟', '利息']);
const read = createConcernReader(DATA, words);
const first = (text: string): string | undefined => read(text)[0]?.name;
const sureness = (found: readonly Concern[]): number[] => found.map((one) => one.sureness);

/** A saying of the table, its parts in any order and with words between that mean nothing. */
const saidOtherwise = fc.constantFrom(...SAID).chain(({ concern, text }) => {
  const parts = text.split(' ');
  const noise = fc.subarray(['请问', '谢谢您', ...NOISE]);
  return noise
    .chain((more) =>
      fc.shuffledSubarray([...parts, ...more], {
        minLength: parts.length + more.length,
        maxLength: parts.length + more.length,
      }),
    )
    .map((pieces) => ({ concern, asked: pieces.join(' ') }));
});
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...Array.from(SAID.map(({ text }) => text).join('')), ',', '\ud800', '\udc00'),
    maxLength: 60,
  }),
);

describe('what a question is about', () => {
  test('is found by what others have asked, in any order and with words that mean nothing', () => {
    fc.assert(
      fc.property(saidOtherwise, ({ concern, asked }) => {
        expect(first(asked)).toBe(concern);
      }),
    );
  });

  test.for([
    ['手头紧,哪里能帮我垫钱还银行', '应急转贷'],
    ['找银行头一回借钱', '首贷'],
    ['请个师傅来教徒弟有人出钱吗', '用工培训'],
    ['应急转贷', '应急转贷'],
    ['转贷资金', '应急转贷'],
  ] as const)('「%s」: %s', ([text, concern]) => expect(first(text)).toBe(concern));

  test('is told with the names that documents have for it, folded, in the order of the seeds', () => {
    expect(read('垫资')[0]).toMatchObject({
      name: '应急转贷',
      terms: ['应急转贷', '转贷资金', '过桥资金'],
    });
  });

  test('is never among more than five, the likeliest first, each once', () => {
    const everything = SAID.map(({ text }) => text).join(' ');
    expect(read(everything)).toHaveLength(5);
    fc.assert(
      fc.property(anyText, (text) => {
        const found = read(text);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(sureness(found)).toEqual(sureness(found).toSorted((a, b) => b - a));
        expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
      }),
    );
  });

  test('is the same whoever asked before, and whatever the order of the seeds', () => {
    const turned = createConcernReader({ concerns: DATA.concerns.toReversed() }, words);
    // Of those as sure as the fifth, others may be told.
    const surer = (found: readonly Concern[]): string[] =>
      found
        .filter((one) => found.length < 5 || one.sureness > (found.at(-1)?.sureness ?? 0))
        .map(({ name }) => name)
        .toSorted();
    fc.assert(
      fc.property(saidOtherwise, anyText, ({ asked }, other) => {
        const before = read(asked);
        read(other);
        expect(read(asked)).toEqual(before);
        expect(createConcernReader(structuredClone(DATA), words)(asked)).toEqual(before);
        expect(sureness(turned(asked))).toEqual(sureness(before));
        expect(surer(turned(asked))).toEqual(surer(before));
      }),
    );
  });
});

test('seeds in Traditional characters and capitals are found in folded text', () => {
  const data = { concerns: [{ concern: '軟著', terms: ['軟件著作權'], asked: ['墊資還貸', 'APP上架'] }] };
  const found = createConcernReader(data, words);
  expect(found('垫资还贷')[0]).toMatchObject({ name: '軟著', terms: ['软件著作权'] });
  expect(found('app')).toHaveLength(1);
});

describe('nothing is found', () => {
  test('where a question shares no two characters with any saying', () => {
    const foreign = fc.array(fc.constantFrom(...NOISE, '魑', '饕餮'), { maxLength: 8 });
    fc.assert(
      fc.property(foreign, fc.constantFrom('', ' ', ','), (parts, between) => {
        expect(read(parts.join(between))).toEqual([]);
      }),
    );
  });

  test.for(['', ' ', '电', '?', ',。!?…', '()【】“”', '\ud800', '\udc00\ud800', '垫 钱', '垫,钱', '🙏🙏'])(
    'in %j',
    (text) => expect(read(text)).toEqual([]),
  );

  test('in an empty table, or one whose concerns are asked by nothing', () => {
    expect(createConcernReader({ concerns: [] }, words)('垫资还贷')).toEqual([]);
    const silent = { concerns: [{ concern: '垫资', terms: [], asked: [] }] };
    expect(createConcernReader(silent, words)('垫资还贷')).toEqual([]);
  });
});

describe('how sure it is', () => {
  test('lies between 0 and 1, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const sure of sureness(read(text))) {
          expect(sure).toBeGreaterThan(0);
          expect(sure).toBeLessThan(1);
        }
      }),
    );
  });

  test('stays below 1 for the only saying of the only concern', () => {
    const only = { concerns: [{ concern: '垫资', terms: ['垫资'], asked: ['垫资', '垫资'] }] };
    const [found] = createConcernReader(only, () => ['垫资'])('垫资');
    expect(found?.sureness).toBeGreaterThan(0.5);
    expect(found?.sureness).toBeLessThan(1);
  });

  test('rises, and nothing else changes, when words go that no saying has', () => {
    const parts = fc.array(fc.constantFrom(...SAID.flatMap(({ text }) => text.split(' ')), ...NOISE), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(parts, (said) => {
        const rest = said.filter((part) => !NOISE.includes(part));
        const [long, short] = [read(said.join(' ')), read(rest.join(' '))];
        expect(short.map(({ name }) => name)).toEqual(long.map(({ name }) => name));
        // A single character is in no pair.
        const lost = said.some((part) => NOISE.includes(part) && part.length > 1);
        const rises = short.map((one, at) => one.sureness > (long[at]?.sureness ?? 1));
        expect(rises).toEqual(short.map(() => lost));
        const falls = short.filter((one, at) => one.sureness < (long[at]?.sureness ?? 1));
        expect(falls).toEqual([]);
      }),
    );
  });

  test('grows with the rarity of what is shared, and with how many say it so', () => {
    // 「吓死人」 is said of two things, 「垫」 of one, in several sayings.
    const [scared, fronted] = [read('吓死人')[0], read('垫资')[0]];
    expect(fronted?.sureness).toBeGreaterThan(scared?.sureness ?? 1);
    const [often, once] = [read('徒弟')[0], read('手艺')[0]];
    expect(often?.sureness).toBeGreaterThan(once?.sureness ?? 1);
  });

  test('a word that is shared counts more than characters that words only happen to make', () => {
    const asOne = createConcernReader(DATA, () => ['徒弟', '龘龘'])('徒弟龘龘');
    const byChance = createConcernReader(DATA, () => ['徒', '弟龘', '龘'])('徒弟龘龘');
    expect(asOne[0]?.sureness).toBeGreaterThan(byChance[0]?.sureness ?? 1);
  });
});

test.for([
  ['of 400 characters', '头一遭借钱,'.repeat(67).slice(0, 400), ['首贷']],
  ['with lone surrogates', '\ud800头一遭\udc00借钱\ud800', ['首贷']],
  [
    'without any punctuation',
    SAID.map(({ text }) => text.replaceAll(' ', ''))
      .join('')
      .slice(0, 400),
    NAMES,
  ],
] as const)('a question %s is read', ([, text, names]) => {
  expect(names).toContain(first(text));
});

test('one more saying is enough for questions like it', () => {
  const more = DATA.concerns.map((one) =>
    one.concern === '首贷' ? { ...one, asked: [...one.asked, '账本是白的么样搞'] } : one,
  );
  const asked = '我屋里账本是白的';
  expect(read(asked)).toEqual([]);
  expect(createConcernReader({ concerns: more }, words)(asked).map(({ name }) => name)).toEqual(['首贷']);
});
