import type { Friendship, RoomInvitation } from 'wechaty';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { cleanText } from './clean-text.ts';
import { messageId } from './ids.ts';
import type { Online } from './online.ts';
import type { FriendAsking, WechatOptions } from './options.ts';

/** wechaty's `types.Friendship`. */
const CONFIRM = 1;
const RECEIVE = 2;

/** Nobody takes a request within a second of its coming. */
const THINKING_MS = { from: 4_000, to: 12_000 };

export interface RequestTools {
  readonly options: Pick<WechatOptions, 'acceptFriend' | 'acceptInvitation' | 'clock' | 'chance'>;
  readonly signal: AbortSignal;
  /** This log-in lasts still. */
  readonly isOnline: (online: Online) => boolean;
}

async function think(
  { clock, chance }: { clock: Clock; chance: () => number },
  signal: AbortSignal,
): Promise<void> {
  const ms = THINKING_MS.from + chance() * (THINKING_MS.to - THINKING_MS.from);
  await clock.waitUntil((clock.now() + ms) as Instant, signal);
}

/** False where the channel has ended before somebody decided. */
const decided = (decision: Promise<boolean>, signal: AbortSignal): Promise<boolean> =>
  Promise.race([
    decision,
    new Promise<boolean>((resolve) => {
      if (signal.aborted) resolve(false);
      signal.addEventListener('abort', () => resolve(false), { once: true });
    }),
  ]);

function befriended(friendship: Friendship, online: Online, at: Instant): InboundMessage {
  const contact = friendship.contact();
  const id = online.ids.toOurs(contact.id);
  return {
    // One friendship a day, whether the puppet confirms it besides or not.
    id: messageId(`friend-${contact.id}-${new Date(at).toISOString().slice(0, 10)}`),
    chat: id,
    isGroup: false,
    from: { id, name: cleanText(contact.name()) },
    text: '',
    at,
    happening: { kind: 'befriended', hello: cleanText(friendship.hello()) },
  };
}

/** A new friendship as a message; null where there is none (yet). A request is decided and taken first. */
export async function answerFriendship(
  friendship: Friendship,
  online: Online,
  { options, signal, isOnline }: RequestTools,
): Promise<InboundMessage | null> {
  if (friendship.type() === CONFIRM) return befriended(friendship, online, options.clock.now());
  if (friendship.type() !== RECEIVE) return null;
  const contact = friendship.contact();
  const decision = options.acceptFriend({
    hello: cleanText(friendship.hello()),
    person: online.ids.toOurs(contact.id),
    name: cleanText(contact.name()),
    ticket: friendship.toJSON(),
  });
  if (!(await decided(decision, signal))) return null;
  await think(options, signal);
  // After another log-in it is brought again.
  if (signal.aborted || !isOnline(online)) return null;
  await friendship.accept();
  return befriended(friendship, online, options.clock.now());
}

/** A request of an earlier run; null where it is of other ids than today's, or the platform knows it no more. */
export async function waitingFriendship(
  { person, ticket }: Pick<FriendAsking, 'person' | 'ticket'>,
  { bot, ids }: Online,
): Promise<Friendship | null> {
  if (ids.toTheirs(person) === null) return null;
  return bot.Friendship.fromJSON(ticket).catch(() => null);
}

/** Follows an invitation into a room where it is welcome; the room itself tells when the bot is there. */
export async function answerInvitation(
  invitation: RoomInvitation,
  online: Online,
  { options, signal }: RequestTools,
): Promise<void> {
  const inviter = await invitation.inviter();
  const topic = cleanText(await invitation.topic());
  const decision = options.acceptInvitation(online.ids.toOurs(inviter.id), topic);
  if (!(await decided(decision, signal))) return;
  await think(options, signal);
  if (!signal.aborted) await invitation.accept();
}
