import { describe, expect, test } from 'vitest';
import { createPeopleStep } from '../../../src/app/people/people-step.ts';
import type { PeopleTurn } from '../../../src/app/people/people-turn.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { aMessage } from '../../support/bot.ts';
import { acc, aTown, at, MONDAY, type Town, must } from '../../support/a-town.ts';

const ADMIN = 'feishu:管';
const GROUP = { group: 'feishu:群' };
const DESK = { group: 'feishu:经信群' };
const origin = { chat: 'x:y', district: '洪山区', station: [] };

async function aStaffedTown(): Promise<Town> {
  const town = await aTown();
  const bind = (text: string, id: string) => town.says(ADMIN, text, { ...GROUP, mentions: [at(id)] });
  await bind('绑定 专员 @专 洪山区', 'feishu:专');
  await bind('绑定 专员 @李四 江夏区', 'feishu:李四');
  await bind('绑定 承办 @办 市经信局', 'feishu:办');
  await bind('绑定 承办 @同事 市经信局', 'feishu:同事');
  await bind('绑定 承办 @别局 市科技局', 'feishu:别局');
  await town.says(ADMIN, '绑定 承办 市经信局', DESK);
  return town;
}

describe('an absence', () => {
  test('is proposed where a name was typed, and begins when that is confirmed', async () => {
    const { says, picks, people, time } = await aStaffedTown();
    const heard = await says('feishu:专', '请假 到周五 由 李四 代');
    expect(heard.reply).toBe('请假到 11月27日（周五），由李四代，对吗？');
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual(['feishu:专']);
    expect((await picks('feishu:专', heard, '2')).reply).toContain('什么都没有改');
    const done = await picks('feishu:专', heard, '1');
    expect(done.notices).toEqual(['feishu:李四: 专请假到 11月27日（周五），这段时间他的事由您代办。']);
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual(['feishu:李四']);
    expect((await says('feishu:专', '我是谁')).reply).toContain('请假到 11月27日（周五），由李四代');
    time.now = Date.parse('2026-11-28T00:00:00+08:00') as Instant;
    expect(people.roster().specialistsFor(origin, time.now)).toEqual(['feishu:专']);
    expect((await says('feishu:专', '我是谁')).reply).not.toContain('请假');
  });

  test('begins at once by mention, or without anybody, and ends when one is back', async () => {
    const { says, people } = await aStaffedTown();
    await says('feishu:专', '请假 到周五 由 @李四 代', { ...GROUP, mentions: [at('feishu:李四')] });
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual(['feishu:李四']);
    expect((await says('feishu:专', '销假')).reply).toContain('欢迎回来');
    expect((await says('feishu:专', '请假 三天')).reply).toContain('同岗的其他人');
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual([ADMIN]);
    expect((await says('feishu:专', '我是谁')).reply).toContain('请假到 11月25日（周三）');
  });

  test.for([
    ['请假', '请写到哪一天'],
    ['请假 到时候 由 李四 代', '请写到哪一天'],
    ['请假 到2026年11月1日 由 李四 代', '已经过去'],
    ['请假 到2030年1月1日', '最长一年'],
    ['请假 到周五 由 赵六 代', '没有找到'],
    ['请假 到周五 由 办 代', '没有找到'],
  ] as const)('「%s」 is refused', async ([text, why]) => {
    expect((await (await aStaffedTown()).says('feishu:专', text)).reply).toContain(why);
  });

  test('goes to one other of the same duty', async () => {
    const { says } = await aStaffedTown();
    const ask = (from: string, ...ids: string[]) =>
      says(from, `请假 到周五 由 ${ids.map((id) => `@${id.slice(7)}`).join(' ')} 代`, {
        ...GROUP,
        mentions: ids.map(at),
      });
    expect((await ask('feishu:专', 'feishu:办')).reply).toContain('不是同岗');
    expect((await ask('feishu:专', 'feishu:专')).reply).toContain('自己');
    expect((await ask('feishu:专', 'feishu:李四', 'feishu:办')).reply).toContain('一个人');
    expect((await ask('feishu:办', 'feishu:别局')).reply).toContain('不是同岗');
    expect((await ask('feishu:办', 'feishu:同事')).reply).toContain('由同事代');
  });

  test('in the group of a desk needs no role: who is mentioned there is a colleague', async () => {
    const { says, people } = await aStaffedTown();
    const mentions = [at('feishu:新人')];
    const heard = await says('feishu:路人', '请假 到周五 由 @新人 代', { ...DESK, mentions });
    expect(heard.reply).toContain('由新人代');
    expect(people.roster().standInOf(acc('feishu:路人'), MONDAY)).toBe('feishu:新人');
    expect((await says('feishu:专', '请假 到周五 由 @新人 代', { ...DESK, mentions })).reply).toContain(
      '不是同岗',
    );
  });
});

describe('handing over', () => {
  test('moves a specialist’s stations and all in hand, once it is confirmed', async () => {
    const { says, picks, people } = await aStaffedTown();
    const heard = await says('feishu:专', '移交 全部 给 李四');
    expect(heard.reply).toBe('把您手上的事全部移交给李四（江夏区的专员），以后也归他。确定吗？');
    expect(heard.handOver).toBeNull();
    const done = await picks('feishu:专', heard, '1');
    expect(done.handOver).toEqual({ from: ['feishu:专'], to: 'feishu:李四', unit: null });
    expect(done.notices.map((one) => one.split(': ')[0])).toEqual(['feishu:李四', ADMIN]);
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual(['feishu:李四']);
    expect((await picks('feishu:专', heard, '1')).reply).toContain('专员、督办员和承办人');
  });

  test('between handlers of one desk leaves it to the other', async () => {
    const { says, picks, people } = await aStaffedTown();
    const unit = must(people.unitOf('市经信局'));
    await picks('feishu:办', await says('feishu:办', '移交 全部 给 同事'), '1');
    expect(people.roster().desksOf(unit, MONDAY)).toEqual(['feishu:经信群', 'feishu:同事']);
  });

  test('in the group of a desk moves the work of this desk', async () => {
    const { says, picks } = await aStaffedTown();
    const heard = await says('feishu:路人', '移交 全部 给 @新人', { ...DESK, mentions: [at('feishu:新人')] });
    const done = await picks('feishu:路人', heard, { key: '1', ...DESK });
    expect(done.handOver).toEqual({ from: ['feishu:路人'], to: 'feishu:新人', unit: 'wuhan-jingxin' });
  });

  test('asks which of two who have one name, and needs somebody', async () => {
    const { says, picks } = await aStaffedTown();
    await says(ADMIN, '绑定 专员 @李四 青山区', { ...GROUP, mentions: [{ id: 'wechat:li', name: '李四' }] });
    const heard = await says('feishu:专', '移交 全部 给 李四');
    expect(heard.choices.map(({ label }) => label)).toEqual(['李四（江夏区的专员）', '李四（青山区的专员）']);
    const chosen = await picks('feishu:专', heard, '2');
    expect(chosen.choices.map(({ label }) => label)).toEqual(['确定', '不用了']);
    expect((await picks('feishu:专', chosen, '1')).handOver).toMatchObject({ to: 'wechat:li' });
    expect((await says('feishu:李四', '移交 全部 给 赵六')).reply).toContain('没有找到');
    expect((await says('feishu:李四', '移交 全部 给')).reply).toContain('请说明给谁');
    const away = await says('wechat:li', '请假 三天 由 李四 代');
    expect(away.choices).toHaveLength(2);
  });
});

describe('as a step of a turn', () => {
  const turn: PeopleTurn = {
    reply: '确定吗？',
    choices: [{ key: '1', label: '确定' }],
    orders: [{ to: 'record:person/feishu:甲', order: { kind: 'returned' } }],
    notices: [{ chat: 'feishu:乙', text: '到您了' }],
    handOver: { from: [acc('feishu:甲')], to: acc('feishu:乙'), unit: null },
  };
  const said = {
    message: aMessage('1'),
    text: '1',
    picked: 'offer',
    conversation: { inbox: [], seen: [], threads: [], offers: [] },
    now: MONDAY,
  } as unknown as Parameters<ReturnType<typeof createPeopleStep>>[0];

  test('reply, offer, orders, notices and what is handed over are all delivered', async () => {
    const step = createPeopleStep(
      () => turn,
      async ({ to }) => ({
        deliveries: [{ to, content: { text: '移交' } }],
        told: '一并移交：承办的 1 件。',
      }),
    );
    expect(await step(said)).toEqual({
      reply: {
        text: '确定吗？\n一并移交：承办的 1 件。',
        offer: { id: 'test:1', topic: '身份', for: 'test:张三', choices: turn.choices },
      },
      deliveries: [
        { to: 'record:person/feishu:甲', content: { order: { kind: 'returned' } } },
        { to: 'feishu:乙', content: { text: '到您了' } },
        { to: 'feishu:乙', content: { text: '移交' } },
      ],
    });
  });

  test('what is no command is left to the others; what a record answers gets no reply', async () => {
    const none = async () => ({ deliveries: [], told: '' });
    expect(await createPeopleStep(() => null, none)(said)).toBeNull();
    const silent = { ...turn, reply: null, choices: [], handOver: null };
    expect(await createPeopleStep(() => silent, none)(said)).not.toHaveProperty('reply');
    const told = { ...silent, reply: '好了' };
    expect(await createPeopleStep(() => told, none)(said)).toMatchObject({ reply: { text: '好了' } });
  });
});
