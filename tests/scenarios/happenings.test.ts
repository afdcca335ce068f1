import { describe, expect, test } from 'vitest';
import type { Happening, InboundMessage } from '../../src/ports/message.ts';
import { aStage, heardBy, type Stage, withPeople } from '../support/stage.ts';

// What happens in chats without words, played by the whole bot, in memory.

const GROUP = '企业群';
const OWED = '诉求 国企拖欠我们货款80万，半年了一直推';

async function open(start = '2026-11-23T09:00'): Promise<Stage> {
  const stage = await aStage(start);
  await withPeople(stage);
  return stage;
}

/** Said in the group to the bot. */
const addressed = { group: GROUP };

const happens = (stage: Stage, [person, happening]: readonly [string, Happening], more: object = {}) =>
  stage.says(person, '', { group: GROUP, addressed: false, happening, ...more });

describe('what happens without words', () => {
  const unreadable = (what: Extract<Happening, { kind: 'unreadable' }>['what']): Happening => ({
    kind: 'unreadable',
    what,
  });

  test.for([
    ['voice', '转文字'],
    ['video', '文字'],
    ['sticker', '打字'],
    ['location', '地址'],
    ['link', '复制'],
    ['card', '打成文字'],
    ['mini-program', '文字'],
    ['other', '文字'],
  ] as const)('a %s is answered in one line that says what to do instead', async ([what, instead]) => {
    const stage = await open();
    const alone = heardBy(await stage.says('王老板', '', { happening: unreadable(what) }), '王老板');
    expect(alone).toContain(instead);
    expect(alone).not.toContain('\n');
    expect(await happens(stage, ['王老板', unreadable(what)], { addressed: true })).toHaveLength(1);
    expect(await happens(stage, ['王老板', unreadable(what)])).toEqual([]);
  });

  test('a new group is greeted in three lines once a day, and administrators are told how to bind it', async () => {
    const stage = await open();
    const joins = (group: string) => stage.says('孙老板', '', { group, happening: { kind: 'bot-joined' } });
    const heard = await joins('新群');
    expect(heardBy(heard, '新群').split('\n')).toHaveLength(3);
    expect(heardBy(heard, '管理员')).toMatch(/我被孙老板加进了一个还没绑定的群。\n.*绑定 企业群/);
    expect(heardBy(await joins('新群'), '新群')).toBe('');
    // A group that is bound already needs no word to the administrators.
    expect(heardBy(await joins(GROUP), '管理员')).toBe('');
  });

  test('a group that was told something unasked today is not greeted besides', async () => {
    const stage = await open();
    await stage.says('李专员', '截止 2026-12-31 省级专精特新申报');
    await stage.says('王老板', '订阅', addressed);
    const told = await stage.passes('2026-12-01T18:00');
    expect(heardBy(told, GROUP)).toContain('D1 省级专精特新申报');
    expect(await happens(stage, ['孙老板', { kind: 'bot-joined' }])).toEqual([]);
    await stage.passes('+1d');
    expect(heardBy(await happens(stage, ['孙老板', { kind: 'bot-joined' }]), GROUP)).toContain('大家好');
  });

  test('nobody is greeted at night', async () => {
    const stage = await open('2026-11-23T22:30');
    const happening = { kind: 'bot-joined' } as const;
    expect(await stage.says('孙老板', '', { group: '新群', happening })).toEqual([]);
    const morning = await stage.passes('2026-11-24T08:00');
    expect(heardBy(morning, '新群')).toContain('大家好');
    expect(heardBy(morning, '管理员')).toContain('还没绑定');
  });

  test.for(['bot-left', 'chat-ended'] as const)(
    '%s suspends the binding until it is bound again',
    async (kind) => {
      const stage = await open();
      const heard = await happens(stage, ['王老板', { kind }]);
      expect(heardBy(heard, '管理员')).toBe(
        '我不在洪山区的企业群里了，它的绑定已停用。没送到的消息会转给负责的专员。',
      );
      expect(heardBy(await stage.says('管理员', '绑定列表'), '管理员')).not.toContain('企业群');
      expect(await happens(stage, ['王老板', { kind }])).toEqual([]);
      const again = await happens(stage, ['', { kind: 'bot-joined' }]);
      expect(heardBy(again, '管理员')).toContain('以前是洪山区的企业群，绑定已停用');
      const bound = await stage.says('管理员', '绑定 企业群 洪山区', addressed);
      expect(heardBy(bound, GROUP)).toContain('本群现在是洪山区的企业群');
    },
  );

  test.for(['bot-left', 'chat-ended'] as const)(
    '%s has what was still to be said there go to the specialist, once',
    async (kind) => {
      const stage = await open();
      await stage.says('王老板', OWED, addressed);
      await stage.passes('+2m');
      await stage.says('李专员', '1');
      await stage.passes('2026-11-23T22:30');
      await stage.says('赵经办', 'A0001 答复：欠款11月30日前付清。');
      await happens(stage, ['王老板', { kind }]);
      const morning = await stage.passes('2026-11-24T09:00');
      expect(heardBy(morning, GROUP)).toBe('');
      const told = heardBy(morning, '李专员').match(/A0001 给 .* 的消息没有送到.*\n.*\n.*A0001 已答复/g);
      expect(told).toHaveLength(1);
      expect(heardBy(await stage.passes('+1d'), '李专员')).not.toContain('没有送到');
    },
  );

  test('administrators hear of a specialist who leaves; owners come and go', async () => {
    const stage = await open();
    const left = await happens(stage, ['李专员', { kind: 'person-left' }]);
    expect(heardBy(left, '管理员')).toMatch(
      /^李专员离开了洪山区的企业群（洪山区的专员，编号 \d+）。如果不再负责/,
    );
    expect(await happens(stage, ['王老板', { kind: 'person-left' }])).toEqual([]);
    expect(await happens(stage, ['王老板', { kind: 'person-joined' }])).toEqual([]);
  });

  test('at night administrators are let sleep', async () => {
    const stage = await open('2026-11-23T22:30');
    const left = await happens(stage, ['李专员', { kind: 'person-left' }]);
    expect(heardBy(left, '管理员')).toBe('');
    expect(heardBy(await stage.passes('2026-11-24T08:00'), '管理员')).toContain('李专员离开了');
  });

  test('the duty for one group ends with the leaving', async () => {
    const stage = await open();
    const mentions = [{ id: 'console:周专员', name: '周专员' }];
    await stage.says('管理员', '绑定 专员 @周专员', { ...addressed, mentions });
    const left = await happens(stage, ['周专员', { kind: 'person-left' }]);
    expect(heardBy(left, '管理员')).toContain(
      '他在该群的专员身份已解除，手上在办的诉求请发「A0001 移交 给 李四」',
    );
    expect(heardBy(await stage.says('周专员', '我是谁'), '周专员')).not.toContain('专员（编号');
  });

  test('a new friend is greeted once', async () => {
    const stage = await open();
    const befriended = { happening: { kind: 'befriended', hello: '' } } as const;
    expect(heardBy(await stage.says('新朋友', '', befriended), '新朋友').split('\n')).toHaveLength(3);
    expect(await stage.says('新朋友', '', befriended)).toEqual([]);
  });
});

describe('words that are taken back or changed', () => {
  const idOf = async (
    stage: Stage,
    text: string,
    more: Partial<InboundMessage> & { group?: string } = {},
  ) => {
    const id = 'console:m1';
    return { id, heard: await stage.says('王老板', text, { ...more, id }) };
  };

  test('a message that opened an appeal: the sender is told what stands there', async () => {
    const stage = await open();
    const { id } = await idOf(stage, OWED, addressed);
    const recalled = await happens(stage, ['王老板', { kind: 'recalled', message: id }]);
    expect(heardBy(recalled, GROUP)).toContain('已登记为 A0001。不用办了请发「A0001 撤销」');
    const edited = { kind: 'edited', message: id } as const;
    const changed = await stage.says('王老板', `${OWED}90万`, { ...addressed, happening: edited });
    expect(heardBy(changed, GROUP)).toContain('A0001 里记的是修改前的话');
  });

  test('a message that opened nothing: an edited one is taken anew, a recalled one forgotten', async () => {
    const stage = await open();
    const { id } = await idOf(stage, '小巨人讲理多少');
    expect(await stage.says('王老板', '', { happening: { kind: 'recalled', message: id } })).toEqual([]);
    const happening = { kind: 'edited', message: id } as const;
    const anew = await stage.says('王老板', '小巨人奖励多少钱', { happening });
    expect(heardBy(anew, '王老板')).toContain('50万元');
    const opens = await stage.says('王老板', OWED, { happening });
    expect(heardBy(opens, '王老板')).toContain('A0001');
  });

  test('a message that is still waiting when it is recalled or edited is not worked off', async () => {
    const stage = await open();
    const from = { id: 'console:王老板', name: '王老板' };
    const base = { chat: 'console:王老板', isGroup: false, from, at: stage.now(), addressed: true };
    await Promise.all([
      stage.bot.receive({ ...base, id: 'console:a', text: '小巨人奖励多少钱' }),
      stage.bot.receive({ ...base, id: 'console:b', text: OWED }),
      stage.bot.receive({
        ...base,
        id: 'console:c',
        text: '',
        happening: { kind: 'recalled', message: 'console:b' },
      }),
    ]);
    const heard = await stage.says('王老板', '我的诉求');
    expect(heardBy(heard, '王老板')).not.toContain('A0001');
  });
});
