import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAsk, NO_MEMORY } from '../../../src/app/answering/create-ask.ts';
import type { AskDeps, ScopeData } from '../../../src/app/answering/tools.ts';
import type { Ask, AskMemory, AskReply } from '../../../src/app/answering/types.ts';
import { openLibrary } from '../../../src/app/library/open-library.ts';
import type { LibrarySnapshot } from '../../../src/app/library/snapshot.ts';
import type { ConcernData } from '../../../src/domain/answer/concerns.ts';
import type { RegionData } from '../../../src/domain/answer/regions.ts';
import type { SynonymData } from '../../../src/domain/answer/synonyms.ts';
import { createUnitMatcher } from '../../../src/domain/unit/match.ts';
import { aLibraryBench, DOCUMENTS, threeFiles } from '../../support/a-library.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { processorTime } from '../../support/processor-time.ts';
import { seedJson } from '../../support/seeds.ts';
import { runs } from '../../support/runs.ts';

const bench = aLibraryBench({ files: threeFiles });
const SEEDS = {
  synonyms: seedJson<SynonymData>('synonyms.json'),
  concerns: seedJson<ConcernData>('concerns.json'),
  regions: seedJson<RegionData>('regions.json'),
  scope: seedJson<ScopeData>('scope.json'),
};
let snapshot: LibrarySnapshot;
beforeAll(async () => {
  snapshot = (await openLibrary(bench.deps)).current();
});

const anAsk = (known: Partial<AskDeps> = {}): Ask =>
  createAsk({
    ...SEEDS,
    library: () => snapshot,
    segmenter: bench.deps.segmenter,
    districts: [{ word: '光谷', city: '武汉市' }],
    lexicon: ['小巨人'],
    units: createUnitMatcher([]),
    home: '武汉市',
    botName: '小企',
    ...known,
  });

/** Says one thing after another in one conversation; the replies. */
function talk(...messages: readonly string[]): readonly AskReply[] {
  const ask = anAsk();
  const replies: AskReply[] = [];
  for (const text of messages) replies.push(ask({ text, memory: replies.at(-1)?.memory }));
  return replies;
}
const last = (...messages: readonly string[]): AskReply => talk(...messages).at(-1) as AskReply;

describe('a question', () => {
  test('is answered with its clause, units and standing', () => {
    const { answered, text, hits } = last('小巨人奖励多少');
    expect(answered).toBe(true);
    expect(text).toMatch(/50万元[^]*若干措施[^]*市经信局、市财政局[^]*已失效/);
    expect(hits[0]).toMatchObject({
      policy: 'measures',
      clause: '1.1',
      files: ['measures.txt'],
      path: ['一、资金奖励'],
      units: ['市经信局', '市财政局'],
      status: 'expired',
    });
  });

  test('in English names no place by the initials of a word, whole pinyin does', () => {
    // h-a-s are those of 淮安市.
    expect(last('Our company has not received the high-tech subsidy').text).not.toContain('淮安');
    expect(last('huaianshi xiaojuren jiangli').text).toContain('淮安市');
  });

  test('typed in pinyin or with a homophone finds the same', () => {
    const clause = last('小巨人奖励多少').hits[0]?.clause;
    expect(last('xiaojuren jiangli duoshao').hits[0]?.clause).toBe(clause);
    expect(last('小具人奖励多少').hits[0]?.clause).toBe(clause);
  });

  test('that names two things gets both', () => {
    expect(last('小巨人和单项冠军各奖励多少').text).toMatch(/①[^]*50万元[^]*②[^]*100万元/);
  });

  test('offers the original first and other clauses behind it', () => {
    const { choices } = last('小巨人奖励多少');
    expect(choices.map(({ key }) => key)).toEqual(choices.map((_choice, at) => String(at + 1)));
    expect(choices[0]?.label).toMatch(/原文/);
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.length).toBeLessThanOrEqual(3);
  });

  test('without a basis is declined, and what came nearest is in the hits only', () => {
    const { answered, text, choices } = last('公积金提取怎么办');
    expect({ answered, choices }).toEqual({ answered: false, choices: [] });
    expect(text).toMatch(/范围/);
    expect(last('量子力学').text).toMatch(/转人工/);
  });

  test('a word of another desk within a longer saying does not turn a question away', () => {
    const scope = { topics: [{ topic: '体育', words: ['夺冠'] }] };
    const entries = [{ say: ['量子夺冠'], mean: ['量子'], weight: 1 }];
    const synonyms = { topics: [{ topic: '科技', entries }] };
    expect(anAsk({ scope })({ text: '量子夺冠' }).text).toMatch(/范围/);
    expect(anAsk({ scope, synonyms })({ text: '量子夺冠' }).text).toMatch(/转人工/);
    expect(anAsk({ scope, synonyms })({ text: '量子夺冠,世界夺冠' }).text).toMatch(/范围/);
  });

  test('a topic of another desk is ours where a section of the library is about it', () => {
    const scope = { topics: [{ topic: '体育', words: ['单项冠军', '夺冠'] }] };
    expect(anAsk({ scope })({ text: '单项冠军奖励多少' }).text).toMatch(/100万元/);
    expect(anAsk({ scope })({ text: '夺冠奖励多少' }).text).toMatch(/范围/);
  });
});

describe('the region', () => {
  test('is the one that is named, else the one that the caller names, else home', () => {
    const ask = anAsk();
    expect(ask({ text: '上海小巨人奖励' }).hits[0]?.policy).toBe('shanghai');
    expect(ask({ text: '小巨人奖励', region: '上海市' }).hits[0]?.policy).toBe('shanghai');
    expect(ask({ text: '小巨人奖励', region: '月球市' }).hits[0]?.policy).toBe('measures');
    expect(anAsk({ home: '上海市' })({ text: '小巨人奖励' }).hits[0]?.policy).toBe('shanghai');
  });

  test('without documents is named when declining', () => {
    expect(last('北京小巨人奖励多少').text).toContain('北京市');
  });

  test('of an unknown home is none; what other regions know by name is still found', () => {
    expect(anAsk({ home: '月球市' })({ text: '首贷服务站归谁管' }).hits[0]?.policy).toBe('measures');
  });
});

describe('a digit', () => {
  test.for(['1', '１', ' 1 ', '【1】', '(1)', '1。', '1、'])('「%s」 shows the original', (digit) => {
    const { answered, text, memory } = last('小巨人奖励多少', digit);
    expect(answered).toBe(false);
    expect(text).toContain(
      '（一）小巨人奖励。对首次认定的国家级专精特新“小巨人”企业，给予一次性奖励50万元。',
    );
    expect(memory.lastQuestion).toBe('小巨人奖励多少');
  });

  test('shows the clause that was offered under it, again and again', () => {
    expect(last('小巨人奖励多少', '2').text).toContain('100万元');
    expect(last('小巨人奖励多少', '1', '2', '1').text).toContain('50万元');
  });

  test.for([['1'], ['小巨人奖励多少', '9'], ['小巨人奖励多少', '3'], ['你好', '1']])(
    '%j: nothing stands there',
    (messages) => {
      expect(last(...messages).text).toContain('没有这个选项');
    },
  );

  test('of a clause that has left the library meanwhile shows nothing', () => {
    const { memory } = last('小巨人奖励多少');
    const emptied = anAsk({ library: () => ({ ...snapshot, entries: new Map() }) });
    expect(emptied({ text: '1', memory }).text).toContain('没有这个选项');
    expect(emptied({ text: '找谁', memory }).answered).toBe(false);
  });

  test.for(['10', '0', '1个', '12'])('「%s」 is none', (text) => {
    expect(last('小巨人奖励多少', text).text).not.toMatch(/没有这个选项|（一）小巨人奖励/);
  });
});

describe('a conversation', () => {
  test.for([
    ['找谁?', /^责任单位.*市经信局/],
    ['有效期到哪天', /2024年12月31日/],
    ['那上海的呢?', /上海市促进中小企业发展规划/],
  ] as const)('「小巨人奖励标准」 「%s」: %s', ([message, words]) => {
    expect(last('小巨人奖励', message).text).toMatch(words);
  });

  test('one more fact of a clause comes without its sentences, and what else was offered stays', () => {
    const replies = talk('小巨人奖励多少', '找谁?', '2');
    expect(replies[0]?.text).toContain('原文');
    expect(replies[1]?.text).not.toContain('原文：');
    expect(replies[2]?.text).toContain('100万元');
  });

  test('「还有吗」 goes on to what else may be meant, until there is nothing', () => {
    const replies = talk('小巨人奖励多少', '还有吗', '还有别的吗', '还有吗');
    expect(replies[1]?.answered).toBe(true);
    expect(replies[1]?.text).toContain('100万元');
    expect(replies.at(-1)?.text).toMatch(/就这些/);
  });

  test('「详细点」 shows the original, 「什么意思」 the way to a person', () => {
    expect(last('小巨人奖励多少', '详细点').text).toContain('（一）小巨人奖励');
    expect(last('小巨人奖励多少', '什么意思').text).toMatch(/原话.*转人工/);
  });

  test.for(['还有吗', '详细点', '什么意思'])('「%s」 about nothing is a question like any other', (text) => {
    expect(last(text).answered).toBe(false);
  });

  test('what the nearest clause lacks is told, and the clause can be read', () => {
    const { answered, text, choices, hits } = last('首贷服务站电话多少');
    expect({ answered, keys: choices.map(({ key }) => key) }).toEqual({ answered: false, keys: ['1'] });
    expect(text).toMatch(/首贷服务站.*没有写电话.*转人工/);
    expect(hits[0]?.clause).toBe('2.1');
    expect(last('首贷服务站电话多少', '1').text).toContain('各银行设立首贷服务站');
  });

  test('small talk and what is declined change nothing of what is remembered', () => {
    const [asked, thanked, declined] = talk('小巨人奖励多少', '谢谢', '量子力学');
    expect(thanked?.memory).toEqual(asked?.memory);
    expect(declined?.memory).toEqual(asked?.memory);
  });

  test('two conversations know nothing of each other', () => {
    const ask = anAsk();
    ask({ text: '小巨人奖励多少' });
    expect(ask({ text: '找谁?' }).answered).toBe(false);
    expect(ask({ text: '1' }).text).toContain('没有这个选项');
  });

  test('the memory is plain data', () => {
    const { memory } = last('小巨人奖励多少');
    const copy = JSON.parse(JSON.stringify(memory)) as AskMemory;
    expect(copy).toEqual(memory);
    expect(anAsk()({ text: '1', memory: copy }).text).toContain('50万元');
  });

  test('that has just begun remembers nothing', () => {
    expect(anAsk()({ text: '你好' }).memory).toEqual(NO_MEMORY);
  });
});

describe('the library', () => {
  test('is listed on request, with the standing of each document', () => {
    const { answered, text } = last('政策库');
    expect(answered).toBe(false);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toMatch(/若干措施》.*已失效/);
    expect(text).toMatch(/工作要点》.*已过/);
  });

  test('lists a document without clauses too', () => {
    const policies = [...snapshot.policies, { ...snapshot.policies[0], id: 'x', title: '空' }] as never;
    const text = anAsk({ library: () => ({ ...snapshot, policies }) })({ text: '政策库' }).text;
    expect(text).toContain('《空》');
  });

  test('that is empty is told', () => {
    const empty = { ...snapshot, policies: [], entries: new Map() };
    expect(anAsk({ library: () => empty })({ text: '小巨人奖励多少' }).text).toContain('还没有可用的文件');
    expect(anAsk({ library: () => empty })({ text: '政策库' }).text).toContain('还没有可用的文件');
  });

  test('is asked anew at every message', async () => {
    let now = snapshot;
    const ask = anAsk({ library: () => now });
    expect(ask({ text: 'xiaojuren jiangli' }).answered).toBe(true);
    now = (await openLibrary(aLibraryBench({ files: { 'plan.txt': DOCUMENTS.plan } }).deps)).current();
    expect(ask({ text: '小巨人奖励多少' }).answered).toBe(false);
    expect(ask({ text: 'zhongshi pingtai' }).hits[0]?.policy).toBe('plan');
  });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 120 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('小巨人奖励多少?和那呢 1上海的“(%…\u0000\ud800')),
      maxLength: 30,
    }),
  );

  test('is answered with some text, and every memory it leaves can be used', () => {
    const ask = anAsk();
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (messages) => {
        let memory: AskMemory = NO_MEMORY;
        for (const text of messages) {
          const reply = ask({ text, memory });
          expect(reply.text).not.toBe('');
          memory = reply.memory;
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test.for([
    ['100,000 characters', '奖'.repeat(100_000)],
    ['100,000 letters', 'zhongshi'.repeat(12_500)],
    ['control characters', '\u0000\u0007\u001b'.repeat(1000)],
    ['lone surrogates', '\ud800\udc00\udfff\ud800'.repeat(100)],
    ['brackets', '(（[【'.repeat(5000)],
  ] as const)('%s: a reply within two seconds', ([, text]) => {
    const ask = anAsk();
    const spent = processorTime();
    expect(ask({ text }).text).not.toBe('');
    expect(spent()).toBeLessThan(2000);
  });
});
