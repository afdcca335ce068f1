import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { accept, CONVERSATION } from '../../../src/app/conversation.ts';
import { createFriends } from '../../../src/app/people/friends.ts';
import type { Said } from '../../../src/app/turn/types.ts';
import { friendCode } from '../../../src/domain/people/friends.ts';
import type { OutboundMessage } from '../../../src/ports/message.ts';
import { acc, aTown, at, MONDAY, sha256 } from '../../support/a-town.ts';
import { aMessage } from '../../support/bot.ts';

const ADMIN = 'wechat:管';
const GROUP = 'wechat:群';

async function aDoor() {
  const town = await aTown({ admins: [ADMIN] });
  await town.says(ADMIN, '绑定 企业群 洪山区', { group: GROUP });
  await town.says(ADMIN, '绑定 专员 @专 洪山区', { group: GROUP, mentions: [at('wechat:专')] });
  const records = await openRecords({
    folder: null,
    kinds: [CONVERSATION],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const told: { to: string; content: OutboundMessage }[] = [];
  const friends = createFriends({
    roster: town.people.roster,
    digest: sha256,
    records,
    tell: async (to, _id, content) => void told.push({ to, content }),
    salt: () => 'r',
    botName: '小企',
  });
  const says = (from: string, text: string, more: Partial<Said> & { group?: string } = {}) => {
    const { group, ...rest } = more;
    const where = { chat: group ?? from, isGroup: group !== undefined };
    const message = aMessage('1', { ...where, from: { id: from, name: from } });
    const conversation = accept(null, message, MONDAY);
    const said = { message, text, isCalled: false, picked: null, conversation, now: MONDAY, ...rest };
    return friends.step(said as Said);
  };
  /** The words of the choice that the administrator was offered. */
  const words = (key: string): string => {
    const choices = told.at(-1)?.content.offer?.choices ?? [];
    return choices.find((one) => one.key === key)?.says ?? '';
  };
  return { ...town, friends, records, told, saysTo: says, words };
}

describe('a request to be friends', () => {
  test.for([
    ['with a bound group’s code', (code: string) => `我是群里的，${code}`],
    [
      'with the code as people type it',
      (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase(),
    ],
  ] as const)('%s is taken at once', async ([, hello]) => {
    const { friends, told } = await aDoor();
    expect(await friends.acceptFriend(hello(friendCode(GROUP, sha256)), 'wechat:新')).toBe(true);
    expect(told).toEqual([]);
  });

  test('of a specialist, or of an administrator, is taken at once', async () => {
    const { friends } = await aDoor();
    expect(await friends.acceptFriend('', 'wechat:专')).toBe(true);
    expect(await friends.acceptFriend('', ADMIN)).toBe(true);
  });

  test('of somebody who talked with the bot in a bound group is taken at once', async () => {
    const { friends, records } = await aDoor();
    await records.update(CONVERSATION, GROUP, () => {
      const begun = accept(null, aMessage('1', { chat: GROUP }), MONDAY);
      const memory = { lastQuestion: null, lastRegion: null, about: null, shown: [] };
      const threads = [{ person: 'wechat:王', memory, until: MONDAY }];
      return begun && { data: { ...begun, threads } };
    });
    expect(await friends.acceptFriend('', 'wechat:王')).toBe(true);
  });

  test.for([
    ['1', true, '马上通过'],
    ['2', false, '不通过'],
  ] as const)('of a stranger waits for an administrator, who picks %s', async ([key, agreed, reply]) => {
    const { friends, told, saysTo, words } = await aDoor();
    const decision = friends.acceptFriend('做生意的', 'wechat:生', '路人');
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toMatchObject({ to: ADMIN, content: { offer: { for: ADMIN, lasting: true } } });
    expect(told[0]?.content.text).toContain('路人 想加我好友：「做生意的」');
    expect((await saysTo(ADMIN, words(key), { picked: 'o' }))?.reply?.text).toContain(reply);
    expect(await decision).toBe(agreed);
    // What was decided holds for the next time, and picking twice decides nothing new.
    expect(await friends.acceptFriend('', 'wechat:生')).toBe(agreed);
    expect((await saysTo(ADMIN, words(key), { picked: 'o' }))?.reply?.text).toContain('已经有人处理过');
  });

  test('is decided by administrators only, and by a picked choice only', async () => {
    const { friends, told, saysTo, words } = await aDoor();
    void friends.acceptFriend('', 'wechat:生');
    await expect.poll(() => told.length).toBe(1);
    expect(await saysTo('wechat:专', words('1'), { picked: 'o' })).toBeNull();
    expect(await saysTo(ADMIN, words('1'))).toBeNull();
    expect(await saysTo(ADMIN, '别的话', { picked: 'o' })).toBeNull();
  });

  test('of what is no account is refused', async () => {
    expect(await (await aDoor()).friends.acceptFriend('', 'nobody')).toBe(false);
  });
});

describe('how to become friends', () => {
  test('is told in a bound group, with its code', async () => {
    const { saysTo } = await aDoor();
    const turn = await saysTo('wechat:王', '怎么加你好友？', { group: GROUP });
    expect(turn?.reply?.text).toContain(`验证语写 ${friendCode(GROUP, sha256)}`);
    expect(await saysTo('wechat:王', '加好友', { group: 'wechat:别群' })).toBeNull();
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
