import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { accept, CONVERSATION } from '../../../src/app/conversation.ts';
import { createFriendStep, createFriendWatch } from '../../../src/app/people/friend-step.ts';
import { createFriends, FRIENDS } from '../../../src/app/people/friends.ts';
import type { Said } from '../../../src/app/turn/types.ts';
import type { ClockTime } from '../../../src/domain/clock-time.ts';
import { friendCode } from '../../../src/domain/people/friends.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Records } from '../../../src/ports/records.ts';
import { acc, aTown, at, MONDAY, sha256 } from '../../support/a-town.ts';
import { aMessage } from '../../support/bot.ts';

const ADMIN = 'wechat:管';
const GROUP = 'wechat:群';
const STRANGER = 'wechat:生';
const HOUR_MS = 3_600_000;

const openBook = (): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: [CONVERSATION, FRIENDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

async function aDoor(given: { readonly records?: Records; readonly now?: Instant } = {}) {
  const town = await aTown({ admins: [ADMIN] });
  await town.says(ADMIN, '绑定 企业群 洪山区', { group: GROUP });
  await town.says(ADMIN, '绑定 专员 @专 洪山区', { group: GROUP, mentions: [at('wechat:专')] });
  const records = given.records ?? (await openBook());
  const { now = MONDAY } = given;
  const deps = {
    roster: town.people.roster,
    digest: sha256,
    records,
    now: () => now,
    quietHours: { from: (21 * 60) as ClockTime, to: (8 * 60) as ClockTime },
  };
  const friends = createFriends(deps);
  const step = createFriendStep({ ...deps, friends, botName: '小企' });
  const watch = createFriendWatch(deps);
  const saying = (from: string, text: string, more: Partial<Said['message']> = {}): Said => {
    const message = aMessage('1', { chat: from, from: { id: from, name: from }, ...more });
    const conversation = accept(null, message, MONDAY) as Said['conversation'];
    return { message, text, isCalled: false, picked: null, conversation, now };
  };
  return {
    ...town,
    friends,
    records,
    asks: (hello = '', person = STRANGER, name = '') =>
      friends.acceptFriend({ hello, person, name, ticket: `{"of":"${person}"}` }),
    saysTo: async (from: string, text: string, group?: string) =>
      (await step(saying(from, text, group === undefined ? {} : { chat: group, isGroup: true })))?.reply
        ?.text ?? null,
    becomesFriend: (from: string) =>
      watch(saying(from, '', { happening: { kind: 'befriended', hello: '' } })),
    watched: (from: string) => watch(saying(from, '你好')),
    /** What the administrator was asked so far. */
    questions: async () => {
      const sent = await records.outbox(FRIENDS, 'book');
      return sent.filter(({ to }) => to === ADMIN).map(({ content, notBefore }) => ({ content, notBefore }));
    },
  };
}

describe('a request to be friends', () => {
  test.for([
    ['with a bound group’s code', (code: string) => `我是群里的，${code}`],
    [
      'with the code as people type it',
      (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase(),
    ],
  ] as const)('%s is taken at once', async ([, hello]) => {
    const { asks, questions } = await aDoor();
    expect(await asks(hello(friendCode(GROUP, sha256)), 'wechat:新')).toBe(true);
    expect(await questions()).toEqual([]);
  });

  test('of a specialist, or of an administrator, is taken at once', async () => {
    const { asks } = await aDoor();
    expect(await asks('', 'wechat:专')).toBe(true);
    expect(await asks('', ADMIN)).toBe(true);
  });

  test('of somebody who talked with the bot in a bound group is taken at once', async () => {
    const { asks, records } = await aDoor();
    await records.update(CONVERSATION, GROUP, () => {
      const begun = accept(null, aMessage('1', { chat: GROUP }), MONDAY);
      const memory = { lastQuestion: null, lastRegion: null, about: null, shown: [] };
      const threads = [{ person: 'wechat:王', memory, until: MONDAY }];
      return begun && { data: { ...begun, threads } };
    });
    expect(await asks('', 'wechat:王')).toBe(true);
  });

  test('of what is no account is refused', async () => {
    expect(await (await aDoor()).asks('', 'nobody')).toBe(false);
  });
});

describe('a stranger’s request', () => {
  test('is put to the administrators once, with its number, however often it comes', async () => {
    const { asks, questions } = await aDoor();
    void asks('做生意的', STRANGER, '路人');
    void asks('在吗', STRANGER, '路人');
    await expect.poll(questions).toHaveLength(1);
    const [{ content } = { content: { order: null } }] = await questions();
    expect(content).toMatchObject({
      text: expect.stringContaining('路人 想加我好友：「做生意的」'),
      offer: { for: ADMIN, lasting: true, choices: [{ says: '通过 1' }, { says: '拒绝 1' }] },
    });
  });

  test.for([
    ['通过 1', true, '马上通过'],
    ['通过好友1', true, '马上通过'],
    ['1 通过', true, '马上通过'],
    ['好友申请1 1', true, '马上通过'],
    ['拒绝 1', false, '不通过'],
    ['好友申请１：２', false, '不通过'],
  ] as const)('waits until an administrator says 「%s」', async ([words, agreed, reply]) => {
    const { asks, saysTo, questions } = await aDoor();
    const decision = asks('做生意的');
    await expect.poll(questions).toHaveLength(1);
    expect(await saysTo(ADMIN, words)).toContain(reply);
    expect(await decision).toBe(agreed);
    // What was decided holds for the next time, and deciding twice decides nothing new.
    expect(await asks()).toBe(agreed);
    expect(await saysTo(ADMIN, '通过 1')).toContain('已经有人处理过');
  });

  test('is decided for all who wait for it', async () => {
    const { asks, saysTo, questions } = await aDoor();
    const both = [asks(), asks()];
    await expect.poll(questions).toHaveLength(1);
    await saysTo(ADMIN, '通过 1');
    expect(await Promise.all(both)).toEqual([true, true]);
  });

  test('is decided by administrators only, alone with the bot, and by its own number', async () => {
    const { asks, saysTo, questions } = await aDoor();
    void asks();
    await expect.poll(questions).toHaveLength(1);
    expect(await saysTo('wechat:专', '通过 1')).toBeNull();
    expect(await saysTo('wechat:专', '好友申请')).toBeNull();
    expect(await saysTo(ADMIN, '通过 1', GROUP)).toBeNull();
    expect(await saysTo('nobody', '通过 1')).toBeNull();
    expect(await saysTo(ADMIN, '别的话')).toBeNull();
    expect(await saysTo(ADMIN, '通过 7')).toContain('没有 7 号好友申请');
  });

  test('is listed with the others that wait', async () => {
    const { asks, saysTo, questions } = await aDoor();
    expect(await saysTo(ADMIN, '好友申请')).toBe('没有等着处理的好友申请。');
    expect(await saysTo(ADMIN, '通过 1')).toContain('没有 1 号');
    for (const name of ['甲', '乙', '丙']) void asks(name === '乙' ? '' : '你好', `wechat:${name}`, name);
    await expect.poll(questions).toHaveLength(3);
    await saysTo(ADMIN, '拒绝 1');
    expect((await saysTo(ADMIN, '好友申请'))?.split('\n')).toEqual([
      '等您定的好友申请：',
      expect.stringMatching(/^2 乙，没有写验证语（/),
      expect.stringMatching(/^3 丙：「你好」（/),
      '回「通过 2」或「拒绝 2」。',
    ]);
  });

  test('of many shows the oldest', async () => {
    const { asks, saysTo, questions } = await aDoor();
    for (let count = 0; count < 12; count += 1) void asks('', `wechat:${count}`);
    await expect.poll(questions).toHaveLength(12);
    const lines = (await saysTo(ADMIN, '好友申请'))?.split('\n') ?? [];
    expect([lines.length, lines[0]]).toEqual([12, '等您定的好友申请（共 12 个，先看最早的）：']);
  });

  test('at night is put to the administrators in the morning', async () => {
    const { asks, questions } = await aDoor({ now: (MONDAY + 14 * HOUR_MS) as Instant });
    void asks();
    await expect.poll(questions).toHaveLength(1);
    expect((await questions())[0]?.notBefore).toBeGreaterThan(MONDAY + 14 * HOUR_MS);
  });
});

describe('after a restart', () => {
  test('what waits is there still, and can be decided', async () => {
    const before = await aDoor();
    void before.asks('做生意的');
    await expect.poll(before.questions).toHaveLength(1);
    const next = await aDoor({ records: before.records });
    expect(await next.friends.waiting()).toMatchObject([
      { person: STRANGER, ticket: `{"of":"${STRANGER}"}` },
    ]);
    const decision = next.asks('做生意的');
    expect(await next.saysTo(ADMIN, '通过 1')).toContain('马上通过');
    expect(await decision).toBe(true);
    expect(await next.questions()).toHaveLength(1);
  });

  test('what was agreed but not taken is brought again until they are friends', async () => {
    const before = await aDoor();
    void before.asks();
    await expect.poll(before.questions).toHaveLength(1);
    await before.saysTo(ADMIN, '通过 1');
    const next = await aDoor({ records: before.records });
    expect(await next.friends.waiting()).toHaveLength(1);
    expect(await next.asks()).toBe(true);
    expect(await next.becomesFriend(STRANGER)).toBeNull();
    expect(await next.becomesFriend(STRANGER)).toBeNull();
    expect(await next.friends.waiting()).toEqual([]);
  });

  test('what was refused is not brought again', async () => {
    const { asks, saysTo, questions, friends } = await aDoor();
    void asks();
    await expect.poll(questions).toHaveLength(1);
    await saysTo(ADMIN, '拒绝 1');
    expect(await friends.waiting()).toEqual([]);
  });

  test('old requests are forgotten when new ones come', async () => {
    const before = await aDoor();
    void before.asks();
    await expect.poll(before.questions).toHaveLength(1);
    const later = (MONDAY + 31 * 24 * HOUR_MS) as Instant;
    const next = await aDoor({ records: before.records, now: later });
    void next.asks('', 'wechat:别');
    await expect.poll(next.questions).toHaveLength(2);
    expect(await next.friends.waiting()).toMatchObject([{ person: 'wechat:别', number: 2 }]);
  });
});

test('who becomes a friend without a request, and who only talks, changes nothing', async () => {
  const { becomesFriend, watched, friends } = await aDoor();
  expect(await becomesFriend('wechat:王')).toBeNull();
  expect(await watched('wechat:王')).toBeNull();
  expect(await friends.waiting()).toEqual([]);
});

describe('how to become friends', () => {
  test('is told in a bound group, with its code', async () => {
    const { saysTo } = await aDoor();
    expect(await saysTo('wechat:王', '怎么加你好友？', GROUP)).toContain(
      `验证语写 ${friendCode(GROUP, sha256)}`,
    );
    expect(await saysTo('wechat:王', '加好友', 'wechat:别群')).toBeNull();
    expect(await saysTo('wechat:王', '加好友')).toBeNull();
  });

  test('codes differ from group to group and stay the same', () => {
    const codes = ['wechat:a', 'wechat:b', 'wechat:c'].map((chat) => friendCode(chat, sha256));
    expect(new Set(codes).size).toBe(3);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    expect(friendCode('wechat:a', sha256)).toBe(codes[0]);
  });
});

test.for([
  ['wechat:专', true],
  [ADMIN, true],
  ['wechat:王', false],
  ['nobody', false],
] as const)('an invitation of %s into a group is followed: %s', async ([inviter, follows]) => {
  expect(await (await aDoor()).friends.acceptInvitation(acc(inviter))).toBe(follows);
});
