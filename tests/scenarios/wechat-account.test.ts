import { types } from 'wechaty';
import { describe, expect, test } from 'vitest';
import { openingTown, withOwnersOnWechat } from '../support/people-on-both.ts';
import { CHAT, ROOM, type TwoPlatforms } from '../support/two-platforms.ts';

// The bot's account on WeChat, looked after from Feishu, over both SDKs.

const CODE = 'https://login.example/l/';

const aTown = openingTown();

/** What an administrator is told on Feishu until it holds these words; the account's own work takes its turns. */
async function hears(town: TwoPlatforms, words: RegExp): Promise<string> {
  let told = '';
  for (let tries = 0; tries < 200 && !words.test(told); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    told += `${(await town.passes(1000)).at('feishu:ou_admin')}\n`;
  }
  return told;
}

/** The request is taken within half a minute, and once. */
async function isTaken(town: TwoPlatforms): Promise<void> {
  for (let seconds = 0; seconds < 30; seconds += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await town.passes(1000);
  }
  expect(town.phone.taken()).toEqual(['friendship-shengke']);
}

describe('a WeChat log-in that was lost', () => {
  test('is told on Feishu, with one picture to scan however often it is renewed, and another one when asked for', async () => {
    const town = await aTown();
    await town.run();
    await town.onWechat('admin', '帮助');
    await town.phone.logOut();
    let told = '';
    for (let renewed = 0; renewed < 5; renewed += 1) {
      town.phone.mocker.scan(`${CODE}${renewed}`, types.ScanStatus.Waiting);
      if (renewed === 0) told += await hears(town, /\[image\]/);
    }
    told += await hears(town, /微信掉线了/);
    expect(told.match(/\[image\]/g)).toHaveLength(1);
    expect(told).toContain('机器人的微信要登录');
    expect(told.match(/微信掉线了/g)).toHaveLength(1);
    const asked = await town.onFeishu('ou_admin', '登录码');
    expect(asked.at('feishu:ou_admin')).toMatch(/机器人的微信要登录[^]*\[image\]/);
    town.phone.logIn();
    await town.onWechat('admin', '帮助');
    expect((await town.onFeishu('ou_admin', '登录码')).at('feishu:ou_admin')).toBe(
      '微信登录着呢，不用扫码。',
    );
  });
});

describe('a stranger’s friend request', () => {
  test('waits for an administrator on Feishu, also across a restart, and is taken when he agrees', async () => {
    const town = await aTown();
    const run = await town.run();
    town.phone.person('shengke', '生客', { friend: false });
    town.phone.asksForFriendship('shengke', '做生意的');
    expect(await hears(town, /好友/)).toMatch(/生客 想加我好友：「做生意的」[^]*通过 1/);
    await run.stop();
    await town.run();
    await town.onWechat('admin', '帮助');
    const listed = await town.onFeishu('ou_admin', '好友申请');
    expect(listed.at('feishu:ou_admin')).toMatch(/^等您定的好友申请：\n1 生客：「做生意的」/);
    expect((await town.onFeishu('ou_admin', '通过 1')).at('feishu:ou_admin')).toContain('马上通过');
    await isTaken(town);
    expect((await town.onFeishu('ou_admin', '好友申请')).at('feishu:ou_admin')).toContain('没有等着');
  });

  test('is agreed to by a button', async () => {
    const town = await aTown();
    await town.run();
    town.phone.person('shengke', '生客', { friend: false });
    town.phone.asksForFriendship('shengke', '做生意的');
    await hears(town, /好友/);
    const clicked = await town.clicks('ou_admin', '同意');
    expect(clicked.at('feishu:ou_admin')).toContain('马上通过');
    await isTaken(town);
  });
});

describe('what could not be said while WeChat was logged out', () => {
  test('comes after the log-in: what is old as one message, with its times, the rest by itself', async () => {
    const town = await withOwnersOnWechat(await aTown());
    await town.onWechat('wang', '小企 诉求 国企拖欠我们货款80万，半年了一直推', { group: ROOM });
    await town.passes(120_000);
    await town.phone.logOut();
    await town.clicks('ou_li', '市经信局');
    await town.onFeishu('ou_zhao', 'A0001 签收', { group: CHAT });
    await town.passes(3 * 3_600_000);
    const silent = await town.onFeishu('ou_zhao', 'A0001 进展 已约欠款单位面谈', { group: CHAT });
    expect(silent.at(`wechat:${ROOM}`)).toBe('');
    town.phone.logIn();
    let said = '';
    for (let tries = 0; tries < 200 && !said.includes('新进展'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      said += `${(await town.passes(1000)).at(`wechat:${ROOM}`)}\n`;
    }
    expect(said.match(/前一阵掉线，有 2 条消息没发出去/g)).toHaveLength(1);
    expect(said).toMatch(/】A0001 已转办[^\n]*\n【[^\n]*】A0001 承办单位已签收/);
    expect(said.match(/A0001 有新进展/g)).toHaveLength(1);
    expect(said.match(/已转办/g)).toHaveLength(1);
  });
});
