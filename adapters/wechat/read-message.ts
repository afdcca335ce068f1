import type { Contact, Message, Room } from 'wechaty';
import type { Instant } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Attachment, Enclosed, InboundMessage } from '../../src/ports/message.ts';
import { readAddress } from './address.ts';
import { type Bundled, readBundle, readFile, readRecalled, readReply, type Referred } from './app-message.ts';
import { cleanText } from './clean-text.ts';
import { messageId } from './ids.ts';
import { messageKind } from './message-kind.ts';
import type { Online } from './online.ts';
import { readInlineQuote } from './quote.ts';
import type { Recent, Said } from './recent.ts';
import type { Roster } from './roster.ts';
import { readNotice } from './system-notice.ts';
import type { WechatWords } from './words.ts';

export interface Sight {
  readonly roster: Roster;
  readonly recent: Recent;
  readonly words: WechatWords;
  readonly clock: Pick<Clock, 'now'>;
}

type Frame = Pick<InboundMessage, 'id' | 'chat' | 'isGroup' | 'from' | 'at'>;

/** Accounts of the platform itself, which want no answer. */
const MACHINES: ReadonlySet<string> = new Set(
  'filehelper weixin fmessage newsapp medianote floatbottle qqmail tmessage qmessage notifymessage mphelper'.split(
    ' ',
  ),
);
/** wechaty's `types.Contact.Official`: who writes there is a program. */
const OFFICIAL = 2;

const isMachine = (talker: Contact): boolean =>
  MACHINES.has(talker.id) || talker.id.startsWith('gh_') || talker.payload?.type === OFFICIAL;

/** When it was said; a moment that cannot be is now. */
function momentOf(message: Message, now: Instant): Instant {
  const at = message.date().getTime();
  return at > 0 && at <= now ? (at as Instant) : now;
}

async function frameOf(message: Message, online: Online, sight: Sight): Promise<Frame> {
  const { toOurs } = online.ids;
  const room = message.room();
  const talker = message.talker();
  return {
    id: messageId(message.id),
    chat: toOurs(room?.id ?? talker.id),
    isGroup: room !== undefined,
    from: { id: toOurs(talker.id), name: await sight.roster.nameOf(talker, room) },
    at: momentOf(message, sight.clock.now()),
  };
}

/** A file's name as its sender called it: no folders, no more than a line. */
function fileOf(message: Message, kind: Attachment['kind']): Attachment {
  const { name, bytes } = readFile(message.text());
  const given = message.payload?.filename || name || (kind === 'image' ? `${message.id}.jpg` : message.id);
  const shown = cleanText(given)
    .replace(/[/\\\n\t]/g, '_')
    .slice(-120);
  return { id: messageId(message.id), name: shown, kind, bytes };
}

function enclosed({ kind, name, text, at }: Bundled, words: WechatWords): Enclosed {
  return { id: null, from: { id: null, name }, text: kind === 'text' ? text : words.bundled(kind, text), at };
}

/** What is quoted: known again by its words, where it was said a while ago. */
function quoteOf(referred: Referred, said: Said | null, online: Online): Enclosed {
  const person = referred.personId === null ? null : online.ids.toOurs(referred.personId);
  return {
    id: referred.messageId === null ? (said?.id ?? null) : messageId(referred.messageId),
    from: { id: person ?? said?.person ?? null, name: referred.name },
    text: referred.text,
    at: said?.at ?? null,
  };
}

/** The reply and what it answers, in either of the forms that puppets give. */
function readQuoted(source: string): { readonly text: string; readonly referred: Referred | null } {
  const reply = readReply(source);
  if (reply !== null) return reply;
  const text = cleanText(source);
  const quote = readInlineQuote(text);
  if (quote === null) return { text, referred: null };
  const { name, reply: said } = quote;
  return { text: said, referred: { messageId: null, personId: null, name, text: quote.text } };
}

/**
 * Whom the puppet says is mentioned; null where it does not say. wechaty itself would then search the text, at a cost
 * that grows with the square of the number of @ in it.
 */
function listOf(message: Message): readonly string[] | null {
  const { payload } = message;
  return payload !== undefined && 'mentionIdList' in payload ? (payload.mentionIdList ?? null) : null;
}

async function readText(
  message: Message,
  frame: Frame,
  at: { online: Online; sight: Sight },
): Promise<InboundMessage> {
  const { online, sight } = at;
  const room = message.room();
  const { text, referred } = readQuoted(message.text());
  const names = await sight.roster.own(online, room);
  const hasMention = /[@＠]/.test(text);
  // Puppets that read mentions from the text find those of the quotation, too.
  const listed = referred === null || hasMention ? (listOf(message) ?? []) : [];
  const spoken = readAddress({
    text,
    names,
    listed: listed.includes(online.selfId),
    listedOthers: listed,
    members: room !== undefined && hasMention ? await sight.roster.others(online, room) : [],
  });
  const quote = referred === null ? null : quoteOf(referred, sight.recent.find(frame.chat, referred), online);
  const self = online.ids.toOurs(online.selfId);
  const isReply = quote !== null && (quote.from.id === self || names.includes(quote.from.name));
  const mentions = spoken.mentions.map(({ id, name }) => ({ id: online.ids.toOurs(id), name }));
  return {
    ...frame,
    text: spoken.text,
    addressed: !frame.isGroup || spoken.addressed || isReply,
    ...(quote === null ? {} : { quote }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
}

/** Grey lines: most are about nothing of ours. */
function readSystem(message: Message, frame: Frame, room: Room | undefined): InboundMessage | null {
  const kind = room === undefined ? null : readNotice(cleanText(message.text()));
  return kind === null ? null : { ...frame, text: '', happening: { kind } };
}

/** A message of somebody else as every channel hands it over; null for what is none of a person's. */
export async function readMessage(
  message: Message,
  online: Online,
  sight: Sight,
): Promise<InboundMessage | null> {
  if (isMachine(message.talker())) return null;
  const frame = await frameOf(message, online, sight);
  const bare = { ...frame, text: '', addressed: !frame.isGroup };
  const kind = messageKind(message.type());
  const isReply = readReply(message.text()) !== null;
  if (kind.kind === 'text' || isReply) return readText(message, frame, { online, sight });
  switch (kind.kind) {
    case 'file':
    case 'image':
      return { ...bare, files: [fileOf(message, kind.kind)] };
    case 'bundle': {
      const items = readBundle(message.text());
      if (items === null) return { ...bare, happening: { kind: 'unreadable', what: 'other' } };
      return { ...bare, forwarded: items.map((item) => enclosed(item, sight.words)) };
    }
    case 'recalled': {
      const recalled = readRecalled(message.text());
      return recalled === null
        ? null
        : { ...frame, text: '', happening: { kind: 'recalled', message: messageId(recalled) } };
    }
    case 'system':
      return readSystem(message, frame, message.room());
    case 'unreadable':
      return { ...bare, happening: kind };
  }
}
