import { describe, expect, test } from 'vitest';
import { withCards } from '../../src/app/cards.ts';
import { withClicks } from '../../src/app/clicks.ts';
import { accept, begun, CONVERSATION, type Conversation } from '../../src/app/conversation.ts';
import type { Offer } from '../../src/domain/conversation/offers.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { on } from '../support/an-appeal.ts';
import { aMessage } from '../support/bot.ts';
import { openMemory } from '../support/talk.ts';

const NOW = on('11-23 10:00');
const CHAT = 'test:群';

const anOffer = (more: Partial<Offer> = {}): Offer => ({
  id: 'o',
  topic: 'A0001',
  for: null,
  choices: [{ key: '满意', label: '满意', says: 'A0001 满意' }],
  until: (NOW + 1000) as Instant,
  isLasting: true,
  messages: ['test:card'],
  cards: [{ message: 'test:card', text: '请评价' }],
  ...more,
});

const aPress = (offer = 'o', key = '满意'): InboundMessage =>
  aMessage('2', { chat: CHAT, isGroup: true, text: '', happening: { kind: 'chosen', offer, key } });

/** Who presses in a chat with this offer; `says`: why the words would come to nothing. */
async function press(message: InboundMessage, offer = anOffer(), says: string | null = null) {
  const records = await openMemory();
  await records.update(CONVERSATION, CHAT, () => ({ data: { ...begun(null), offers: [offer] } }));
  const taken: string[] = [];
  const receive = withClicks(async ({ id }) => void taken.push(id), {
    records,
    now: () => NOW,
    objection: async (_, words) => (words === 'A0001 满意' ? says : 'other words'),
  });
  return { refusal: await receive(message), taken };
}

describe('a pressed button', () => {
  test('that does something is taken', async () => {
    expect(await press(aPress())).toEqual({ refusal: undefined, taken: [aPress().id] });
  });

  test.for([
    ['of an offer that is not there', aPress('x'), {}, '已经有结果'],
    ['with a choice that is not there', aPress('o', '1'), {}, '已经有结果'],
    ['of an offer that is past its time', aPress(), { until: NOW }, '已经有结果'],
    ['of an offer to somebody else', aPress(), { for: 'test:别人' }, '给别人选的'],
  ] as const)('%s is refused to whoever pressed it, and not taken', async ([, message, more, says]) => {
    const { refusal, taken } = await press(message, anOffer(more));
    expect([refusal, taken]).toEqual([expect.stringContaining(says), []]);
  });

  test('whose words would come to nothing is refused with the reason', async () => {
    expect(await press(aPress(), anOffer(), '不归您')).toEqual({ refusal: '不归您', taken: [] });
  });

  test('that the platform repeats is told the same again', async () => {
    const records = await openMemory();
    await records.update(CONVERSATION, CHAT, () => {
      const data = accept(null, aPress(), NOW);
      return data && { data };
    });
    const receive = withClicks(async () => undefined, {
      records,
      now: () => NOW,
      objection: async () => 'never asked',
    });
    expect(await receive(aPress())).toBeUndefined();
  });

  test('in a chat of which nothing is known is refused; words are taken', async () => {
    expect((await press({ ...aPress(), chat: 'test:neu' })).refusal).toContain('已经有结果');
    expect((await press(aMessage('3'))).taken).toHaveLength(1);
  });
});

describe('a card', () => {
  const conversation: Conversation = { ...begun(null), offers: [anOffer(), anOffer({ id: 'other' })] };
  const after = (message: InboundMessage, closed: readonly string[], given = conversation) =>
    withCards(async () => ({ turn: { reply: { text: '好' } }, closed, isPick: true }))(message, given, NOW);

  test('tells who chose what when its offer is over, in the place of its buttons', async () => {
    const press = { ...aPress(), from: { id: 'test:王', name: '王老板' } };
    expect((await after(press, ['o'])).turn).toEqual({
      reply: { text: '好' },
      deliveries: [{ to: CHAT, content: { text: '请评价\n—— 王老板：满意', replaces: 'test:card' } }],
    });
  });

  test('tells the words where no button was pressed, and no name where there is none', async () => {
    const said = aMessage('4', { chat: CHAT, text: 'A0001 满意', from: { id: 'test:王', name: '' } });
    const { turn } = await after(said, ['o', 'o']);
    expect(turn.deliveries).toEqual([
      { to: CHAT, content: { text: '请评价\n—— A0001 满意', replaces: 'test:card' } },
    ]);
  });

  test('stays where its offer goes on, and where nothing showed it', async () => {
    expect((await after(aPress(), [])).turn.deliveries).toBeUndefined();
    const { cards: _cards, ...unshown } = anOffer();
    const given = { ...conversation, offers: [unshown] };
    expect((await after(aPress('gone'), ['o'], given)).turn.deliveries).toBeUndefined();
  });
});
