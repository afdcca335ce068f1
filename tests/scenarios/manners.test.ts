import { describe, expect, test } from 'vitest';
import { CONVERSATION, shownIn } from '../../src/app/conversation.ts';
import { aStage, heardBy, type Stage, withPeople } from '../support/stage.ts';

// How the bot behaves in a group of people, played by the whole bot, in memory.

const GROUP = '企业群';
const OWED = '诉求 国企拖欠我们货款80万，半年了一直推';
const QUESTION = '首贷服务站由哪个部门负责';

async function open(): Promise<Stage> {
  const stage = await aStage('2026-11-23T09:00');
  await withPeople(stage);
  return stage;
}

/** Said in the group to nobody in particular. */
const overheard = { group: GROUP, addressed: false };
/** Said in the group to the bot. */
const addressed = { group: GROUP };

/** A0001 of 王老板, asked in the group and dispatched to the 经信局. */
async function dispatched(stage: Stage): Promise<void> {
  await stage.says('王老板', OWED, addressed);
  await stage.passes('+2m');
  await stage.says('李专员', '1');
}

describe('in a group', () => {
  test.for(['中午吃什么', QUESTION, OWED, '满意', '1', 'A0001', '签收', '小企业有补贴吗', '绑定列表'])(
    '「%s」 said to nobody meets silence',
    async (text) => expect(await (await open()).says('王老板', text, overheard)).toEqual([]),
  );

  test('the bot’s name in front addresses it, and is no part of what is said', async () => {
    const stage = await open();
    const heard = await stage.says('王老板', `小企，${QUESTION}？`, overheard);
    expect(heardBy(heard, GROUP)).toContain('市地方金融局');
    expect(heardBy(await stage.says('王老板', '小企 1', overheard), GROUP)).toContain('首贷');
  });

  test('an offer is answered by a digit without a call, by whom it was made to', async () => {
    const stage = await open();
    await stage.says('王老板', QUESTION, addressed);
    expect(await stage.says('张老板', '1', overheard)).toEqual([]);
    expect(heardBy(await stage.says('王老板', '1', overheard), GROUP)).toContain('首贷服务站');
  });

  test('whoever quotes what the bot offered speaks to it', async () => {
    const stage = await open();
    await stage.says('王老板', QUESTION, addressed);
    const chat = `console:group/${GROUP}`;
    await stage.records.update(CONVERSATION, chat, (before) => {
      const shown = before?.offers.at(-1);
      const data =
        shown === undefined
          ? null
          : shownIn(before, { offer: shown.id, message: 'console:said', card: null });
      return data && { data };
    });
    const from = { id: 'console:bot', name: '小企' };
    const quoting = (id: string) => ({ ...overheard, quote: { id, from, text: '', at: null } });
    expect(await stage.says('张老板', '小巨人奖励多少钱', quoting('console:other'))).toEqual([]);
    const heard = await stage.says('张老板', '小巨人奖励多少钱', quoting('console:said'));
    expect(heardBy(heard, GROUP)).toContain('50万元');
  });

  test('the appeal of a person is spoken of without a call, by number or by act, and rated', async () => {
    const stage = await open();
    await dispatched(stage);
    expect(heardBy(await stage.says('王老板', 'A0001', overheard), GROUP)).toContain('A0001');
    // Another one’s appeal is none of his business, and nobody asked the bot to say so.
    expect(await stage.says('路人', 'A0001', overheard)).toEqual([]);
    expect(await stage.says('王老板', '满意', overheard)).toEqual([]);
    await stage.says('赵经办', '答复：已约谈对方，货款80万元本周五前付清。');
    expect(await stage.says('路人', '满意', overheard)).toEqual([]);
    expect(heardBy(await stage.says('王老板', '满意', overheard), GROUP)).toContain('A0001 已办结');
  });

  test('a desk signs in its own group without a call', async () => {
    const stage = await open();
    await stage.says('管理员', '绑定 承办 市经信局', { group: '经信群' });
    await dispatched(stage);
    const heard = await stage.says('钱经办', '签收', { group: '经信群', addressed: false });
    expect(heardBy(heard, '经信群')).toContain('A0001 已签收');
  });

  test('a one-time code is taken in the group of a desk', async () => {
    const stage = await open();
    const invited = heardBy(await stage.says('管理员', '邀请 承办 市科技局'), '管理员');
    const code = /一次性码：(\w+)/.exec(invited)?.[1] ?? '';
    const heard = await stage.says('孙经办', code, { group: '科技群', addressed: false });
    expect(heardBy(heard, '科技群')).toContain('市科技局的承办群');
    expect(await stage.says('孙经办', 'ABCD2345', { group: '科技群', addressed: false })).toEqual([]);
  });

  test('plain questions are answered where an administrator wants it, and only what the library knows', async () => {
    const stage = await open();
    expect(heardBy(await stage.says('李专员', '小企 有问必答 开', overheard), GROUP)).toContain('请管理员');
    expect(heardBy(await stage.says('管理员', '小企 有问必答 开', overheard), GROUP)).toContain('不用 @ 我');
    expect(heardBy(await stage.says('王老板', QUESTION, overheard), GROUP)).toContain('市地方金融局');
    expect(await stage.says('王老板', '中午吃什么', overheard)).toEqual([]);
    const toOther = { ...overheard, mentions: [{ id: 'console:李专员', name: '李专员' }] };
    expect(await stage.says('张老板', '@李专员 单项冠军奖励多少钱', toOther)).toEqual([]);
    await stage.says('管理员', '小企 有问必答 关', overheard);
    expect(await stage.says('王老板', '小巨人奖励多少钱', overheard)).toEqual([]);
  });

  test('quiet is kept until a specialist lets the bot speak; appeals go their way', async () => {
    const stage = await open();
    expect(heardBy(await stage.says('王老板', '小企 安静', overheard), GROUP)).toContain('请专员或管理员');
    expect(heardBy(await stage.says('李专员', '小企 安静', overheard), GROUP)).toContain('我先不说话');
    expect(heardBy(await stage.says('李专员', '小企 安静', overheard), GROUP)).toBe('已经是安静的了。');
    expect(heardBy(await stage.says('王老板', QUESTION, addressed), GROUP)).toContain('本群设了安静');
    expect(await stage.says('王老板', QUESTION, addressed)).toEqual([]);
    expect(heardBy(await stage.says('王老板', OWED, addressed), GROUP)).toContain('编号 A0001');
    expect(heardBy(await stage.says('王老板', QUESTION), '王老板')).toContain('市地方金融局');
    expect(heardBy(await stage.says('李专员', '小企 说话', overheard), GROUP)).toContain('有问题 @ 我');
    expect(heardBy(await stage.says('王老板', QUESTION, addressed), GROUP)).toContain('市地方金融局');
  });

  test('a question asked twice within a minute gets one answer; two people at once each get their own', async () => {
    const stage = await open();
    expect(heardBy(await stage.says('王老板', `${QUESTION}？`, addressed), GROUP)).toContain('市地方金融局');
    expect(await stage.says('王老板', QUESTION, addressed)).toEqual([]);
    const other = await stage.says('张老板', QUESTION, addressed);
    expect(other.map(({ message }) => [message.text, message.mention])).toEqual([
      ['刚刚答过这个问题，请看上面。', 'console:张老板'],
    ]);
    expect(heardBy(await stage.says('张老板', '小巨人奖励多少钱', addressed), GROUP)).toContain('50万元');
    await stage.passes('+1m');
    expect(heardBy(await stage.says('王老板', QUESTION, addressed), GROUP)).toContain('市地方金融局');
  });
});
