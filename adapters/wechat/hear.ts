import type { Message, Room, Wechaty } from 'wechaty';
import type { Receive } from '../../src/ports/channel.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import type { Background } from './background.ts';
import { cleanText } from './clean-text.ts';
import type { Condition } from './condition.ts';
import { toScan } from './draw-code.ts';
import { messageId } from './ids.ts';
import { createIntake, type Intake, loadMessage } from './intake.ts';
import { createLane, type Lane } from './lane.ts';
import type { Ear } from './listen.ts';
import { createLogin, type Login } from './login.ts';
import { messageKind } from './message-kind.ts';
import type { Online } from './online.ts';
import type { WechatOptions } from './options.ts';
import { readInlineQuote } from './quote.ts';
import { readMessage } from './read-message.ts';
import { readRoomChange, type RoomChange } from './read-room-event.ts';
import type { Receipts } from './receipts.ts';
import type { Recent } from './recent.ts';
import { answerFriendship, answerInvitation, type RequestTools, waitingFriendship } from './requests.ts';
import { createRoster, type Roster } from './roster.ts';

export interface HearTools {
  readonly options: WechatOptions;
  readonly receive: Receive;
  readonly signal: AbortSignal;
  readonly background: Background;
  readonly condition: Condition;
  readonly receipts: Receipts;
  readonly recent: Recent;
}

/** A text that the account itself has said, in a chat of the platform. */
export interface OwnText {
  readonly chat: string;
  /** Absent where it was said to a person alone. */
  readonly room: Room | undefined;
  readonly text: string;
  /** Null where the platform keeps it to itself. */
  readonly id: string | null;
}

/** What is heard, in the order in which it came. */
export interface Hearing {
  readonly earFor: (bot: Wechaty) => Omit<Ear, 'beat' | 'error'>;
  readonly online: () => Online | null;
  /** The bot is gone. */
  readonly gone: () => void;
  /** Keeps in mind what the account said: it may be quoted. */
  readonly remember: (online: Online, own: OwnText) => void;
  /** Resolves when everything that came has been handed over. */
  readonly idle: () => Promise<void>;
}

interface Parts extends HearTools {
  readonly login: Login;
  readonly lane: Lane;
  readonly intake: Intake;
  readonly roster: Roster;
}

const isText = (message: Message): boolean => messageKind(message.type()).kind === 'text';

/** The words of a message that others quote. */
function quotable(message: Message): string {
  const text = cleanText(message.text());
  return readInlineQuote(text)?.reply ?? text;
}

async function rememberOwn({ roster, recent, options }: Parts, online: Online, own: OwnText): Promise<void> {
  const names = await roster.own(online, own.room);
  recent.remember(online.ids.toOurs(own.chat), own.text, {
    id: own.id === null ? null : messageId(own.id),
    person: online.ids.toOurs(online.selfId),
    names,
    at: options.clock.now(),
  });
}

async function hearOwn(parts: Parts, online: Online, message: Message): Promise<void> {
  const room = message.room();
  const chat = room?.id ?? message.listener()?.id ?? '';
  const text = isText(message) ? cleanText(message.text()) : null;
  parts.receipts.heard(chat, { id: message.id, text });
  if (text !== null) await rememberOwn(parts, online, { chat, room, text, id: message.id });
}

async function hearOther(parts: Parts, online: Online, message: Message): Promise<void> {
  const { roster, recent, intake, options } = parts;
  const sight = { roster, recent, words: options.words, clock: options.clock };
  const heard = await readMessage(message, online, sight);
  if (heard === null) return;
  await intake.take(heard, online);
  if (!isText(message)) return;
  const { id, at, chat, from } = heard;
  const names = [from.name, cleanText(message.talker().name()).trim()];
  recent.remember(chat, quotable(message), { id, person: from.id, names, at });
}

/** Loaded at once, handed over in the order of arrival. */
function hearMessage(parts: Parts, bot: Wechaty, id: string): void {
  const { options, background, lane, login, signal } = parts;
  const loading = loadMessage(id, bot, { clock: options.clock, signal }).catch(() => null);
  // A receipt must not wait behind a full disk.
  background.run('wechat-hearing-failed', async () => {
    const message = await loading;
    const online = login.online();
    if (message !== null && online !== null && message.self()) await hearOwn(parts, online, message);
  });
  lane.run(async () => {
    const message = await loading;
    const online = login.online();
    if (message === null || online === null) options.log.error('wechat-message-lost', { id });
    if (message !== null && online !== null && !message.self()) await hearOther(parts, online, message);
  });
}

async function hearRoomChange({ login, roster, intake }: Parts, change: RoomChange): Promise<void> {
  roster.forget(change.room);
  const online = login.online();
  if (online === null) return;
  for (const message of await readRoomChange(change, online)) await intake.take(message, online);
}

async function hearScan({ condition, options }: Parts, code: string, status: number): Promise<void> {
  const scan = await toScan(code, status);
  if (scan.status === 'waiting') condition.scanning();
  await options.onScan(scan);
}

/** Requests may take days: nothing waits for them. */
function hearRequest(parts: Parts, answer: (online: Online) => Promise<InboundMessage | null>): void {
  const online = parts.login.online();
  if (online === null) return;
  parts.background.run('wechat-request-failed', async () => {
    const message = await answer(online);
    if (message !== null) parts.lane.run(() => parts.intake.take(message, online));
  });
}

/** Brings the requests again that nobody has decided, or that were not taken in time. */
function hearWaiting(parts: Parts, requests: RequestTools): void {
  const online = parts.login.online();
  if (online === null) return;
  parts.background.run('wechat-request-failed', async () => {
    for (const one of await parts.options.waitingFriends()) {
      const friendship = await waitingFriendship(one, online);
      if (friendship !== null)
        hearRequest(parts, (current) => answerFriendship(friendship, current, requests));
    }
  });
}

/** Hears nothing yet. */
export function createHearing(tools: HearTools): Hearing {
  const { options, signal, background } = tools;
  const { log, clock } = options;
  const parts: Parts = {
    ...tools,
    login: createLogin(tools),
    lane: createLane((error) => log.error('wechat-hearing-failed', { error })),
    intake: createIntake(options, tools.receive, signal),
    roster: createRoster(options.botName, clock),
  };
  const { login, lane } = parts;
  const requests = { options, signal, isOnline: (online: Online) => login.online() === online };
  return {
    earFor: (bot) => ({
      login: (selfId) => {
        lane.run(login.begin(bot, selfId));
        lane.run(async () => hearWaiting(parts, requests));
      },
      logout: () => login.end(true),
      scan: (code, status) => background.run('wechat-scan-failed', () => hearScan(parts, code, status)),
      message: (id) => hearMessage(parts, bot, id),
      roomChange: (change) => lane.run(() => hearRoomChange(parts, change)),
      friendship: (friendship) =>
        hearRequest(parts, (online) => answerFriendship(friendship, online, requests)),
      invitation: (invitation) =>
        hearRequest(parts, async (online) => {
          await answerInvitation(invitation, online, requests);
          return null;
        }),
    }),
    online: login.online,
    gone: () => login.end(false),
    remember: (online, own) => background.run('wechat-hearing-failed', () => rememberOwn(parts, online, own)),
    idle: lane.idle,
  };
}
