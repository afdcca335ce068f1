import { describe, expect, test } from 'vitest';
import { ChannelError } from '../../../src/ports/channel.ts';
import {
  aReminding,
  aGroupOf,
  anEnterpriseOf,
  openReminderRecords,
  SPECIALIST,
} from '../../support/a-reminding.ts';

const ADD = '截止 2026-12-31 省级专精特新申报';

async function aTownWith(...sayings: readonly (readonly [from: string, text: string, chat?: string])[]) {
  const town = await aReminding({
    people: {
      places: [
        aGroupOf('test:群', '洪山区'),
        aGroupOf('test:司群', '洪山区', '甲司'),
        aGroupOf('test:江夏群', '江夏区'),
      ],
      enterprises: [anEnterpriseOf('甲司', 'test:甲'), anEnterpriseOf('乙司', 'test:乙')],
    },
  });
  for (const [from, text, chat] of sayings) await town.says(from, text, chat);
  return town;
}

describe('a deadline by hand', () => {
  test('is set, shown, moved and revoked by a specialist', async () => {
    const { says } = await aTownWith();
    expect(await says(SPECIALIST, `${ADD} 仅限洪山`)).toContain(
      '已登记 D1：省级专精特新申报，12月31日（周四）截止',
    );
    expect(await says(SPECIALIST, 'D1')).toMatch(/登记：“截止 2026-12-31[^\n]*\n专员登记；适用：洪山/);
    expect(await says(SPECIALIST, '改 D1 2027-01-15 17:00')).toContain('D1 已改');
    expect(await says(SPECIALIST, 'd1')).toContain('2027年1月15日（周五）17:00截止，还有53天');
    expect(await says(SPECIALIST, '改 D1 仅限江夏区')).toContain('D1 已改');
    expect(await says(SPECIALIST, '撤销 D1')).toContain('已撤销');
    expect(await says(SPECIALIST, 'D1')).toContain('已撤销');
    expect(await says(SPECIALIST, '截止')).toContain('近期没有');
  });

  test.for([
    ['test:甲', ADD, '要由专员来做'],
    ['test:甲', '撤销 D1', '要由专员来做'],
    ['test:甲', '截止 明年 某事', '要由专员来做'],
    [SPECIALIST, '截止 明年 某事', '没看懂日期'],
    [SPECIALIST, '截止 2026-12-31', '没看懂日期'],
    [SPECIALIST, '截止 2026-01-31 某项申报', '已经过去'],
    [SPECIALIST, `${ADD} 仅限长沙`, '不知道「长沙」'],
    [SPECIALIST, '改 D9 2026-12-31', '没有 D9'],
    [SPECIALIST, '确认 D9', '没有 D9'],
    [SPECIALIST, 'D9', '没有 D9'],
    ['test:甲', '已申报 D9', '没有 D9'],
    ['test:甲', '退订 D9', '没有 D9'],
    [SPECIALIST, '推送 N9', '没有 N9'],
    ['test:甲', '推送 N9', '要由专员来做'],
  ] as const)('%s says 「%s」: %s', async ([from, text, why]) => {
    expect(await (await aTownWith()).says(from, text)).toContain(why);
  });

  test.for([
    ['test:甲', '待确认'],
    ['test:甲', '新政策'],
    ['test:甲', '已申报'],
    ['test:甲', '小巨人奖励多少钱'],
    ['没有编号', ADD],
  ] as const)('%s says 「%s»: not for us', async ([from, text]) => {
    expect(await (await aTownWith()).says(from, text)).toBeUndefined();
  });
});

describe('who subscribed', () => {
  test('is reminded at each stage until it has applied', async () => {
    const { says, until, shown } = await aTownWith(['test:甲', '订阅'], [SPECIALIST, ADD]);
    await until('2026-12-20T12:00');
    expect(shown.map(({ text }) => text.split('\n')[1])).toEqual([
      'D1 省级专精特新申报：12月31日（周四）截止，还有30天',
      'D1 省级专精特新申报：12月31日（周四）截止，还有14天',
    ]);
    expect(await says('test:甲', '已申报')).toContain('已申报 D1，不再提醒');
    await until('2027-01-05T12:00');
    expect(shown).toHaveLength(2);
  });

  test('can take back what it said', async () => {
    const { says, until, shown } = await aTownWith(['test:甲', '订阅'], [SPECIALIST, ADD]);
    await says('test:甲', '不申报 D1');
    expect(await says('test:甲', '未申报 D1')).toContain('继续提醒');
    await until('2026-12-02T12:00');
    expect(shown).toHaveLength(1);
  });

  test('hears for the enterprise: what one member says counts for its group, not for others', async () => {
    const { says, until, texts } = await aTownWith(
      ['test:甲', '订阅'],
      ['test:乙', '订阅'],
      ['test:某', '订阅', 'test:司群'],
      ['test:某', '订阅', 'test:群'],
      [SPECIALIST, ADD],
    );
    expect(await says('test:甲', '已申报 D1', 'test:群')).toContain('群里照常提醒');
    await until('2026-12-02T12:00');
    expect(texts().map((text) => text.split(': ')[0])).toEqual(['test:乙', 'test:群']);
    expect(await says(SPECIALIST, '不申报 D1', 'test:群')).toContain('不再提醒');
    await says('test:甲', '未申报 D1', 'test:司群');
    await until('2026-12-18T12:00');
    expect(
      texts()
        .slice(2)
        .map((text) => text.split(': ')[0]),
    ).toEqual(['test:甲', 'test:司群', 'test:乙', 'test:甲', 'test:司群']);
  });

  test('hears of its topics and its district only', async () => {
    const { until, texts } = await aTownWith(
      ['test:甲', '订阅 技改 首台套'],
      ['test:某', '订阅', 'test:江夏群'],
      [SPECIALIST, `${ADD} 仅限洪山区`],
      [SPECIALIST, '截止 2026-12-31 技改补贴 仅限武汉'],
    );
    await until('2026-12-02T12:00');
    expect(texts()).toEqual([
      expect.stringMatching(/^test:甲: .*\nD2 技改补贴[^\n]*\n[^\n]*$/),
      expect.stringMatching(/^test:江夏群: .*\nD2 技改补贴[^\n]*\n[^\n]*$/),
    ]);
  });

  test('unsubscribes with one word, from a topic, or from one deadline', async () => {
    const { says, until, shown } = await aTownWith(['test:甲', '订阅 技改 专精特新'], [SPECIALIST, ADD]);
    expect(await says('test:甲', '退订 专精特新')).toBe('好的，不再提醒「专精特新」。');
    await until('2026-12-02T12:00');
    expect(shown).toEqual([]);
    expect(await says('test:甲', '订阅')).toContain('所有适合的');
    expect(await says('test:甲', '退订 D1')).toBe('好的，D1 不再提醒。');
    await until('2026-12-20T12:00');
    expect(shown).toEqual([]);
    expect(await says('test:甲', '退订')).toContain('不再提醒您');
    expect(await says('test:某', '退订', 'test:群')).toContain('不再提醒本群');
    expect(await says('test:甲', '退订 没订过的')).toContain('不再提醒您');
  });

  test('is told of a moved and of a withdrawn day once', async () => {
    const { says, until, shown } = await aTownWith(['test:甲', '订阅'], [SPECIALIST, ADD]);
    await until('2026-12-02T12:00');
    await says(SPECIALIST, '改 D1 2027-02-26');
    await until('2026-12-04T12:00');
    expect(shown.at(-1)?.text).toBe(
      '截止时间有变：\nD1 省级专精特新申报：截止时间由12月31日（周四）改为2027年2月26日（周五）',
    );
    await says(SPECIALIST, '撤销 D1');
    await until('2027-03-04T12:00');
    expect(shown.slice(2).map(({ text }) => text)).toEqual([
      '截止时间有变：\nD1 省级专精特新申报：原定2027年2月26日（周五）截止，现已撤销',
    ]);
  });

  test('who was only shown a list is told of its changes as well', async () => {
    const { says, until, shown } = await aTownWith([SPECIALIST, ADD]);
    expect(await says('test:甲', '近期申报')).toContain(
      '近期申报（1 项）：\nD1 省级专精特新申报：12月31日（周四）截止，还有38天',
    );
    expect(await says('test:甲', '截止 养老')).toContain('「养老」近期没有');
    await says(SPECIALIST, '撤销 D1');
    await until('2026-12-31T12:00');
    expect(shown).toHaveLength(1);
  });

  test('of a person with two accounts one is told', async () => {
    const { setPeople, until, texts } = await aTownWith(
      ['test:甲', '订阅'],
      ['wx:甲', '订阅'],
      [SPECIALIST, ADD],
    );
    const person = { name: null, grants: [], absence: null, suspended: false, boundAgainAt: null };
    setPeople({
      persons: [
        { ...person, account: 'test:甲' as never, link: null },
        { ...person, account: 'wx:甲' as never, link: { to: 'test:甲' as never, at: 1 as never } },
      ],
    });
    await until('2026-12-02T12:00');
    expect(texts().map((text) => text.split(': ')[0])).toEqual(['test:甲']);
  });

  test('of several deadlines without a number is asked which', async () => {
    const { says, until, lastTurn } = await aTownWith(
      ['test:甲', '订阅'],
      [SPECIALIST, ADD],
      [SPECIALIST, '截止 2026-12-31 技改补贴'],
    );
    await until('2026-12-02T12:00');
    for (const [said, word] of [
      ['报了', '已申报'],
      ['今年不报', '不申报'],
      ['还没报', '未申报'],
    ] as const) {
      expect(await says('test:甲', said)).toContain('1 D1 省级专精特新申报\n2 D2 技改补贴');
      expect(lastTurn()?.reply?.offer?.choices.map(({ says: words }) => words)).toEqual([
        `${word} D1`,
        `${word} D2`,
      ]);
    }
  });
});

describe('a digest on its way', () => {
  const waiting = () => new ChannelError('unavailable', { retryable: true });

  test('is not said in the night; on the next day it is put together anew', async () => {
    const { until, shown, state } = await aTownWith(
      ['test:甲', '订阅'],
      [SPECIALIST, '截止 2026-12-03 专精特新申报'],
    );
    state.refuses = waiting;
    await until('2026-11-26T22:00');
    state.refuses = null;
    await until('2026-11-27T07:00');
    expect(shown).toEqual([]);
    await until('2026-11-27T12:00');
    expect(shown.map(({ text }) => text.split('\n')[1])).toEqual([
      'D1 专精特新申报：12月3日（周四）截止，还有6天',
    ]);
  });

  test('is not said any more when somebody has applied, moved the day or unsubscribed meanwhile', async () => {
    for (const [from, text] of [
      ['test:甲', '已申报 D1'],
      ['test:甲', '退订'],
      ['test:甲', '退订 D1'],
      [SPECIALIST, '撤销 D1'],
    ] as const) {
      const { says, until, shown, state } = await aTownWith(
        ['test:甲', '订阅'],
        [SPECIALIST, '截止 2026-12-03 专精特新申报'],
      );
      state.refuses = waiting;
      await until('2026-11-26T10:10');
      await says(from, text);
      state.refuses = null;
      await until('2026-12-05T12:00');
      expect([text, shown]).toEqual([text, []]);
    }
  });

  test('stops for good where nobody is there any more, and comes again where it was refused', async () => {
    const { until, shown, state } = await aTownWith(
      ['test:甲', '订阅'],
      [SPECIALIST, '截止 2026-12-03 专精特新申报'],
    );
    let refused = 0;
    state.refuses = () => new ChannelError((refused += 1) === 1 ? 'forbidden' : 'unknown-chat');
    await until('2026-11-28T10:10');
    expect(refused).toBe(2);
    state.refuses = null;
    await until('2026-12-05T12:00');
    expect(shown).toEqual([]);
  });

  test('is not made again by another life that finds it made', async () => {
    const records = await openReminderRecords();
    const first = await aReminding({ records });
    await first.says('test:甲', '订阅');
    await first.says(SPECIALIST, '截止 2026-12-03 专精特新申报');
    const second = await aReminding({ records });
    await first.until('2026-11-24T12:00');
    await second.until('2026-11-25T12:00');
    expect([first.shown.length, second.shown.length]).toEqual([1, 0]);
  });
});
