import { describe, expect, test } from 'vitest';
import { RETRY_AFTER_MS, type ServerOptions } from '../support/feishu/server.ts';
import { codeIn, GROUP_SCOPE, openingTown, withOwnersOnFeishu } from '../support/people-on-both.ts';
import { CHAT, type Heard, ROOM, type TwoPlatforms } from '../support/two-platforms.ts';

const COMPLAINT = '我们给一家国企供货，货款80万拖了半年，找谁都推，工资快发不出了';
const ANSWER = '欠款单位已承诺11月30日前付清80万元，我局盯办。';

const aTown = openingTown();

/** The owners' group and the specialist are on WeChat, the department's desk is a group on Feishu. */
async function withDeskOnFeishu(options: ServerOptions = {}): Promise<TwoPlatforms> {
  const town = await aTown(options);
  await town.run();
  await town.onWechat('admin', '小企 绑定 企业群 洪山区', { group: ROOM });
  const invited = await town.onWechat('admin', '邀请 专员 洪山区');
  await town.onWechat('li', codeIn(invited, 'wechat:admin'));
  await town.onFeishu('ou_admin', '绑定 承办 市经信局', { group: CHAT });
  return town;
}

/** An appeal of 王老板 that has been dispatched to the desk on Feishu. */
async function withOrderOnFeishu(options: ServerOptions = {}) {
  const town = await withDeskOnFeishu(options);
  await town.onWechat('wang', `小企 ${COMPLAINT}`, { group: ROOM });
  await town.passes(120_000);
  return { ...town, ordered: await town.onWechat('li', '1') };
}

describe('an appeal from one platform to the other and back', () => {
  test('is opened in a WeChat group, handled on a Feishu card, answered and rated in WeChat', async () => {
    const town = await withDeskOnFeishu();
    const opened = await town.onWechat('wang', `小企 ${COMPLAINT}`, { group: ROOM });
    expect(opened.at(`wechat:${ROOM}`)).toContain('已收到，编号 A0001');
    const proposed = await town.passes(120_000);
    expect(proposed.at('wechat:li')).toMatch(/A0001 新诉求[^]*1 市经信局/);
    const dispatched = await town.onWechat('li', '1');
    expect(dispatched.at(`feishu:${CHAT}`)).toMatch(/A0001 请办理[^]*货款80万[^]*1 签收$/);
    expect(dispatched.at(`wechat:${ROOM}`)).toContain('A0001 已转办');
    const taken = await town.clicks('ou_zhao', '签收', CHAT);
    expect(taken.toast).toContain('签收');
    expect(taken.at(`wechat:${ROOM}`)).toContain('A0001 承办单位已签收');
    const answered = await town.onFeishu('ou_zhao', `A0001 答复：${ANSWER}`, { group: CHAT });
    expect(answered.at(`wechat:${ROOM}`)).toContain('A0001 已答复');
    expect(answered.at(`wechat:${ROOM}`)).not.toContain('80万元');
    expect(answered.at('wechat:wang')).toContain(ANSWER);
    const rated = await town.onWechat('wang', '小企 A0001 满意', { group: ROOM });
    expect(rated.at(`wechat:${ROOM}`)).toContain('A0001 已办结');
    expect(rated.at(`feishu:${CHAT}`)).toContain('A0001 企业评价：满意');
    expect(rated.at('wechat:li')).toContain('A0001 企业评价：满意');
    expect(town.server.traffic.refused()).toBe(0);
  });

  test('is opened in a Feishu group, dispatched by a button, handled in WeChat, answered and rated in Feishu', async () => {
    const town = await withOwnersOnFeishu(await aTown());
    const opened = await town.onFeishu('ou_wang', COMPLAINT, { group: CHAT });
    expect(opened.at(`feishu:${CHAT}`)).toContain('已收到，编号 A0001');
    const proposed = await town.passes(120_000);
    expect(proposed.at('feishu:ou_li')).toContain('A0001 新诉求');
    const dispatched = await town.clicks('ou_li', '市经信局');
    expect(dispatched.at(`wechat:${ROOM}`)).toMatch(/A0001 请办理[^]*货款80万/);
    const taken = await town.onWechat('zhao', '小企 A0001 签收', { group: ROOM });
    expect(taken.at(`feishu:${CHAT}`)).toContain('A0001 承办单位已签收');
    const answered = await town.onWechat('zhao', `小企 A0001 答复：${ANSWER}`, { group: ROOM });
    expect(answered.at(`feishu:${CHAT}`)).toContain('A0001 已答复');
    expect(answered.at(`feishu:${CHAT}`)).not.toContain('80万元');
    expect(answered.at('feishu:ou_wang')).toContain(ANSWER);
    const rated = await town.onFeishu('ou_wang', 'A0001 满意', { group: CHAT });
    expect(rated.at(`feishu:${CHAT}`)).toContain('A0001 已办结');
    expect(rated.at(`wechat:${ROOM}`)).toContain('A0001 企业评价：满意');
  });
});

describe('in a Feishu group', () => {
  test('that is heard as a whole, who replies to the bot need not mention it', async () => {
    const town = await withOrderOnFeishu();
    expect(town.ordered.at(`feishu:${CHAT}`)).not.toContain('@我');
    const taken = await town.onFeishu('ou_zhao', '签收', { group: CHAT, beneath: true });
    expect(taken.at(`wechat:${ROOM}`)).toContain('A0001 承办单位已签收');
  });

  test(`without ${GROUP_SCOPE}, the card asks for a mention and has a button; a reply without one does not arrive`, async () => {
    const town = await withOrderOnFeishu({ without: [GROUP_SCOPE] });
    expect(town.ordered.at(`feishu:${CHAT}`)).toContain('回复时请@我');
    const unheard = await town.onFeishu('ou_zhao', '签收', { group: CHAT, beneath: true });
    expect([unheard.at(`feishu:${CHAT}`), unheard.at(`wechat:${ROOM}`)]).toEqual(['', '']);
    const taken = await town.clicks('ou_zhao', '签收', CHAT);
    expect(taken.at(`wechat:${ROOM}`)).toContain('A0001 承办单位已签收');
    const answered = await town.onFeishu('ou_zhao', `A0001 答复：${ANSWER}`, { group: CHAT });
    expect(answered.at('wechat:wang')).toContain(ANSWER);
  });
});

describe('a Feishu event', () => {
  test('that comes at 0 s, 15 s, 5 min, 1 h and 6 h makes one appeal and one reply', async () => {
    const town = await aTown();
    const { received } = await town.run({
      receive: async (bot, message) => {
        await bot.receive(message);
        // Saved, but the acknowledgement never gets back.
        if (received.length < RETRY_AFTER_MS.length) throw new Error('lost');
      },
    });
    const heard: Heard[] = [];
    const delivery = await town.people.says('ou_wang', null, { text: COMPLAINT });
    for (const [index, ms] of RETRY_AFTER_MS.entries()) {
      heard.push(await town.passes(ms));
      await expect.poll(() => delivery?.tries(), { interval: 2 }).toBe(index + 2);
    }
    expect(await delivery?.end).toEqual({ tries: 5, taken: true });
    heard.push(await town.passes(1000));
    const said = heard.map((one) => one.at('feishu:ou_wang')).join('\n');
    expect(received).toHaveLength(5);
    expect(said.match(/已收到/g)).toHaveLength(1);
    expect((await town.onFeishu('ou_wang', '我的诉求')).at('feishu:ou_wang').match(/A\d{4}/g)).toEqual([
      'A0001',
    ]);
  });

  test.for(['after-receipt', 'before-reply'] as const)(
    'is answered once though the process is killed %s',
    async (killed) => {
      const town = await aTown();
      const run = await town.run({ killed });
      const delivery = await town.people.says('ou_wang', null, { text: COMPLAINT });
      expect(delivery).toMatchObject({ taken: true });
      expect((await town.passes(1000)).at('feishu:ou_wang')).toBe('');
      await run.stop();
      await town.run();
      const said = [await town.passes(1000), await town.passes(3_600_000)].map((one) =>
        one.at('feishu:ou_wang'),
      );
      expect(said.join('\n').match(/已收到，编号 A0001/g)).toHaveLength(1);
      expect(said.join('\n')).not.toContain('A0002');
    },
  );
});
