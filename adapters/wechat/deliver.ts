import type { Contact, Message, Room } from 'wechaty';
import { ChannelError, type Receipt } from '../../src/ports/channel.ts';
import type { Attachment, Choice, OutboundMessage } from '../../src/ports/message.ts';
import { LARGEST_FILE } from './fetch-file.ts';
import type { OwnText } from './hear.ts';
import { messageId } from './ids.ts';
import type { Online } from './online.ts';
import type { WechatOptions } from './options.ts';
import { toPlain } from './plain-text.ts';
import type { Receipts } from './receipts.ts';
import { toRefusal } from './refusal.ts';
import { splitText } from './split-text.ts';
import type { Turns } from './turns.ts';
import type { WechatWords } from './words.ts';

/** `@name ` in front counts as well. */
const MENTION_ROOM = 40;
const MOST_UNFINISHED = 200;

export interface DeliverTools {
  readonly options: Pick<WechatOptions, 'words' | 'open' | 'pace'>;
  readonly turns: Turns;
  readonly receipts: Receipts;
  readonly onSaid: (online: Online, said: OwnText) => void;
}

type Place =
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'person'; readonly person: Contact };

type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly mention: Contact | null }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

const ROOM_ID = /@chatroom$|^@@|^R:/;

async function isRoom(id: string, { bot }: Online): Promise<boolean> {
  if (ROOM_ID.test(id)) return true;
  return (await bot.puppet.roomList()).includes(id);
}

/** wechaty says of a chat that cannot be asked for the same as of one that is not there: the lists tell them apart. */
async function whyNotFound(id: string, list: () => Promise<readonly string[]>): Promise<ChannelError> {
  const isThere = (await list()).includes(id);
  return isThere ? new ChannelError('unavailable', { retryable: true }) : new ChannelError('unknown-chat');
}

/** Where a chat is. Throws `unknown-chat`, `unreachable`, `unavailable`. */
async function placeOf(id: string, online: Online): Promise<Place> {
  const { bot, selfId } = online;
  if (await isRoom(id, online)) {
    const room = await bot.Room.find({ id });
    if (room === undefined) throw await whyNotFound(id, () => bot.puppet.roomList());
    const members = await bot.puppet.roomMemberList(id);
    // Some puppets list nobody until somebody has spoken.
    if (members.length > 0 && !members.includes(selfId)) throw new ChannelError('unknown-chat');
    return { kind: 'room', room };
  }
  const person = await bot.Contact.find({ id });
  if (person === undefined) throw await whyNotFound(id, () => bot.puppet.contactList());
  if (person.friend() === false) throw new ChannelError('unreachable');
  return { kind: 'person', person };
}

/** The person to be mentioned; null where nobody is to be, or is not there. */
async function mentionOf(
  message: OutboundMessage,
  place: Place,
  { bot, ids }: Online,
): Promise<Contact | null> {
  const id = message.mention === undefined ? null : ids.toTheirs(message.mention);
  if (id === null || place.kind !== 'room') return null;
  const person = await bot.Contact.find({ id }).catch(() => undefined);
  if (person === undefined || !(await place.room.has(person).catch(() => false))) return null;
  // wechaty asks for the alias when it sends: what fails here must not fail there.
  return place.room.alias(person).then(
    () => person,
    () => null,
  );
}

/** A text that names its choices itself needs no second list. */
const unnamed = ({ text, offer }: OutboundMessage): readonly Choice[] =>
  (offer?.choices ?? []).filter(({ label }) => !text.includes(label));

/** The texts of a message: no Markdown, no longer than a screen, the keys of an offer beneath the last. */
function textsOf(message: OutboundMessage, words: WechatWords, longest: number): readonly string[] {
  const text = toPlain(message.text);
  const choices = unnamed(message);
  const listed = choices.length === 0 ? text : `${text}\n${toPlain(words.choices(choices))}`;
  return splitText(listed, longest);
}

async function fileOf(attachment: Attachment, open: WechatOptions['open']): Promise<Piece> {
  if ((attachment.bytes ?? 0) > LARGEST_FILE) throw new ChannelError('too-long');
  const bytes = await open(attachment).catch((cause: unknown) => {
    throw cause instanceof ChannelError ? cause : new ChannelError('forbidden', { cause });
  });
  if (bytes.length > LARGEST_FILE) throw new ChannelError('too-long');
  return { kind: 'file', name: attachment.name, bytes };
}

async function piecesOf(
  message: OutboundMessage,
  mention: Contact | null,
  { words, open, pace }: DeliverTools['options'],
): Promise<readonly Piece[]> {
  const longest = pace.maxCharacters - (mention === null ? 0 : MENTION_ROOM);
  const texts = textsOf(message, words, longest).map((text, at): Piece => {
    return { kind: 'text', text, mention: at === 0 ? mention : null };
  });
  const files = await Promise.all((message.files ?? []).map((file) => fileOf(file, open)));
  return [...texts, ...files];
}

async function utter(piece: Piece, place: Place): Promise<Message | undefined> {
  const to = place.kind === 'room' ? place.room : place.person;
  if (piece.kind === 'file') {
    const { FileBox } = await import('file-box');
    // The only kind of box that every puppet can pass on.
    const box = FileBox.fromBase64(Buffer.from(piece.bytes).toString('base64'), piece.name);
    return (await to.say(box)) ?? undefined;
  }
  if (place.kind === 'room' && piece.mention !== null) {
    return (await place.room.say(piece.text, piece.mention)) ?? undefined;
  }
  return (await to.say(piece.text)) ?? undefined;
}

async function sayPiece(
  piece: Piece,
  place: Place,
  { turns, receipts }: DeliverTools,
): Promise<string | null> {
  const chat = place.kind === 'room' ? place.room.id : place.person.id;
  const expected = receipts.expect(chat, piece.kind === 'text' ? piece.text : null);
  try {
    const said = await turns.take(() => utter(piece, place));
    return said?.id ?? (await expected.id());
  } catch (error) {
    throw toRefusal(error);
  } finally {
    expected.forget();
  }
}

/** As long as nothing has been sent, every error is a refusal. */
async function prepare(
  id: string,
  {
    online,
    message,
    options,
  }: { online: Online; message: OutboundMessage; options: DeliverTools['options'] },
): Promise<{ readonly place: Place; readonly pieces: readonly Piece[] }> {
  try {
    const place = await placeOf(id, online);
    return { place, pieces: await piecesOf(message, await mentionOf(message, place, online), options) };
  } catch (cause) {
    const refusal = toRefusal(cause);
    if (refusal instanceof ChannelError) throw refusal;
    throw new ChannelError('unavailable', { cause, retryable: true });
  }
}

/** Says messages. What was refused half-way goes on, under the same key, where it was. */
export function createDelivery(
  tools: DeliverTools,
): (online: Online, chat: string, message: OutboundMessage) => Promise<Receipt> {
  const unfinished = new Map<string, number>();
  return async (online, chat, message) => {
    const id = online.ids.toTheirs(chat);
    if (id === null) throw new ChannelError('unknown-chat');
    const { place, pieces } = await prepare(id, { online, message, options: tools.options });
    const key = `${chat}\n${message.key ?? ''}`;
    const done = message.key === undefined ? 0 : (unfinished.get(key) ?? 0);
    let receipt: string | null = null;
    for (const [at, piece] of pieces.entries()) {
      if (at < done) continue;
      const said = await sayPiece(piece, place, tools);
      const room = place.kind === 'room' ? place.room : undefined;
      if (piece.kind === 'text') tools.onSaid(online, { chat: id, room, text: piece.text, id: said });
      receipt = said ?? receipt;
      if (message.key !== undefined) unfinished.set(key, at + 1);
    }
    unfinished.delete(key);
    for (const [oldest] of [...unfinished].slice(0, Math.max(0, unfinished.size - MOST_UNFINISHED))) {
      unfinished.delete(oldest);
    }
    return { message: receipt === null ? null : messageId(receipt) };
  };
}
