import { describe, expect, test } from 'vitest';
import { buttonsOf, shownText } from '../support/feishu/people.ts';
import type { ServerOptions } from '../support/feishu/server.ts';
import { GROUP_SCOPE, openingTown, withOwnersOnFeishu } from '../support/people-on-both.ts';
import { CHAT, ROOM } from '../support/two-platforms.ts';

const COMPLAINT = '我们给一家国企供货，货款80万拖了半年，找谁都推，工资快发不出了';
const ANSWER = '欠款单位已承诺11月30日前付清80万元，我局盯办。';
const DAY_MS = 86_400_000;

const aTown = openingTown();

/** An appeal of 王老板, who is on Feishu, that the desk on WeChat has answered. */
async function withAnswer(options: ServerOptions = {}) {
  const town = await withOwnersOnFeishu(await aTown(options));
  await town.onFeishu('ou_wang', COMPLAINT, { group: CHAT });
  await town.passes(120_000);
  await town.clicks('ou_li', '市经信局');
  const answered = await town.onWechat('zhao', `小企 A0001 答复：${ANSWER}`, { group: ROOM });
  const { server } = town;
  /** The newest card of the group, or of the chat with a person alone. */
  const card = (person: string, group?: string) => {
    const found = town.card(person, group);
    if (found === undefined) throw new Error('no card');
    return { text: shownText(found), buttons: buttonsOf(found).map(({ label }) => label) };
  };
  return { ...town, answered, card, cards: () => server.said.filter(({ type }) => type === 'interactive') };
}

describe('the rating', () => {
  const WORDS = ['满意', '基本满意', '不满意'];

  test('is a card in the group and with the owner alone; a click closes the appeal and the card says who chose what', async () => {
    const town = await withAnswer();
    expect(town.card('ou_wang', CHAT)).toMatchObject({ buttons: WORDS });
    expect(town.card('ou_wang')).toMatchObject({ text: expect.stringContaining(ANSWER), buttons: WORDS });
    const cards = town.cards().length;
    const rated = await town.clicks('ou_wang', '基本满意', CHAT);
    expect(rated.toast).toBe('收到：基本满意');
    expect(rated.at(`feishu:${CHAT}`)).toContain('A0001 已办结');
    expect(rated.at(`wechat:${ROOM}`)).toContain('A0001 企业评价：基本满意');
    const [shown] = town.server.said.filter(({ content }) => content.includes('A0001 已答复'));
    expect(shown && shownText(shown)).toMatch(/A0001 已答复[^]*—— 王老板：基本满意$/);
    expect(shown && buttonsOf(shown)).toEqual([]);
    // The card is changed, not said again.
    expect(town.cards()).toHaveLength(cards);
    expect(town.server.traffic.refused()).toBe(0);
  });

  test('by somebody who has no part in it is refused by a toast: nothing is said, the card stays', async () => {
    const town = await withAnswer();
    const tried = await town.clicks('ou_zhao', '满意', CHAT);
    expect(tried.toast).toBe('A0001 这一步不归您来选。');
    expect([tried.at(`feishu:${CHAT}`), tried.at(`wechat:${ROOM}`)]).toEqual(['', '']);
    expect(town.card('ou_wang', CHAT).buttons).toEqual(WORDS);
    const rated = await town.clicks('ou_wang', '满意', CHAT);
    expect(rated.at(`wechat:${ROOM}`)).toContain('A0001 企业评价：满意');
  });

  test('typed does the same, and the other card tells who comes late that it is done', async () => {
    const town = await withAnswer();
    const rated = await town.onFeishu('ou_wang', 'A0001 满意', { group: CHAT });
    expect(rated.at(`feishu:${CHAT}`)).toContain('A0001 已办结');
    expect(town.server.said.map(shownText).join('\n')).toContain('—— 王老板：A0001 满意');
    const late = await town.clicks('ou_wang', '基本满意');
    expect(late.toast).toBe('A0001 这一步已经办过，不用再点。');
    expect(late.at('feishu:ou_wang')).toBe('');
    // Who has thought better of it can still say so: what is closed wants a reason.
    expect((await town.clicks('ou_wang', '不满意')).at('feishu:ou_wang')).toContain('请写上原因');
  });

  test('不满意 has it handled again', async () => {
    const town = await withAnswer();
    const rated = await town.clicks('ou_wang', '不满意');
    expect(rated.at('feishu:ou_wang')).toContain('A0001 已重新办理');
    expect(rated.at(`wechat:${ROOM}`)).toContain('A0001');
  });

  test('that nobody gave is asked for once more by a card of its own, and the older one is over', async () => {
    const town = await withAnswer();
    const before = town.cards().length;
    const reminded = await town.passes(8 * DAY_MS);
    expect(reminded.at(`feishu:${CHAT}`)).toContain('A0001 的答复还没有评价');
    expect(town.cards().length).toBeGreaterThan(before);
    expect(town.card('ou_wang', CHAT).buttons).toEqual(WORDS);
  });

  test('a bare digit never rates', async () => {
    const town = await withAnswer();
    await town.onFeishu('ou_wang', '1');
    expect((await town.onFeishu('ou_wang', 'A0001')).at('feishu:ou_wang')).toContain('待评价');
  });

  test.for([
    ['where only mentions arrive, says that the bot must be mentioned', [GROUP_SCOPE], true],
    ['where everything arrives, does not', [], false],
  ] as const)('%s', async ([, without, tells]) => {
    const { answered, card } = await withAnswer({ without: [...without] });
    expect(answered.at(`feishu:${CHAT}`).includes('回复时请@我')).toBe(tells);
    expect(card('ou_wang', CHAT).text.includes('回复时请@我')).toBe(tells);
    // Alone nobody has to be mentioned.
    expect(card('ou_wang').text).not.toContain('@我');
  });
});

test('what can only be answered in words says so, too, where only mentions arrive', async () => {
  const town = await withAnswer({ without: [GROUP_SCOPE] });
  const over = await town.passes(30 * DAY_MS);
  expect(over.at(`feishu:${CHAT}`)).toMatch(/A0001 已办结（未评价）.*\n回复时请@我/);
});

describe('a dispatch proposal', () => {
  test('that was picked shows who picked what, and asks no more', async () => {
    const town = await withAnswer();
    const [proposal] = town.server.said.filter(({ content }) => content.includes('A0001 新诉求'));
    expect(proposal && shownText(proposal)).toMatch(/—— 李专员：市经信局$/);
    expect(proposal && buttonsOf(proposal)).toEqual([]);
  });
});

describe('an answer in a group', () => {
  test('goes beneath the message that it answers, and plainly where that was withdrawn', async () => {
    const town = await withOwnersOnFeishu(await aTown());
    const asked = await town.people.says('ou_wang', CHAT, {
      text: '@_user_1 小巨人奖励多少钱',
      mentions: [town.people.atBot],
    });
    await town.passes(1000);
    const opened = await town.people.says('ou_wang', CHAT, {
      text: `@_user_1 ${COMPLAINT}`,
      mentions: [town.people.atBot],
    });
    await town.passes(1000);
    const beneath = (id: string | undefined) => town.server.said.filter(({ parent }) => parent === id);
    expect(beneath(asked?.message.id).map(shownText)).toEqual([expect.stringContaining('50万元')]);
    expect(beneath(opened?.message.id).map(shownText)).toEqual([expect.stringContaining('编号 A0001')]);
    const gone = await town.people.says('ou_wang', CHAT, {
      text: '@_user_1 高新技术企业奖励多少',
      mentions: [town.people.atBot],
    });
    if (gone) gone.message.deleted = true;
    const said = town.server.said.length;
    expect((await town.passes(1000)).at(`feishu:${CHAT}`)).toContain('ou_wang');
    expect(town.server.said.slice(said).map(({ parent }) => parent)).toEqual([undefined]);
  });

  test('is no reply where it is said alone', async () => {
    const town = await withOwnersOnFeishu(await aTown());
    await town.onFeishu('ou_wang', '小巨人奖励多少钱');
    expect(town.server.said.at(-1)?.parent).toBeUndefined();
  });
});
