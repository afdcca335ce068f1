import type { InboundMessage } from '../../src/ports/message.ts';
import { type Content, readContent } from './content.ts';
import type { Enclosures } from './enclosed.ts';
import { type Envelope, instantOf, type MessageEvent, messageEventSchema } from './events.ts';
import { outer } from './ids.ts';
import { type Mention, namesBot, peopleIn, withoutKeys } from './mentions.ts';
import type { People } from './people.ts';
import type { Places } from './places.ts';
import type { FeishuWords } from './words.ts';

export interface InboundDeps {
  readonly enclosures: Enclosures;
  readonly people: People;
  readonly places: Pick<Places, 'isWith'>;
  /** Throws where the platform cannot be asked: what a mention means is then not known. */
  readonly botId: () => Promise<string>;
  readonly words: Pick<FeishuWords, 'everybody'>;
}

type Enclosing = Pick<InboundMessage, 'quote' | 'forwarded'> & { readonly repliesToBot: boolean };

const mentionsOf = ({ message }: MessageEvent): readonly Mention[] =>
  (message.mentions ?? []).map((one) => ({
    key: one.key,
    openId: one.id?.open_id ?? '',
    name: one.name,
    isBot: one.mentioned_type === 'bot',
  }));

async function enclosedBy({ message }: MessageEvent, enclosures: Enclosures): Promise<Enclosing> {
  const quoted = message.parent_id ? await enclosures.quoted(message.parent_id) : null;
  const isBundle = message.message_type === 'merge_forward';
  return {
    ...(quoted === null ? {} : { quote: quoted.enclosed }),
    ...(isBundle ? { forwarded: await enclosures.forwarded(message.message_id) } : {}),
    repliesToBot: quoted?.isOurs ?? false,
  };
}

const bodyOf = ({ files, unreadable }: Content): Pick<InboundMessage, 'files' | 'happening'> => ({
  ...(files.length === 0 ? {} : { files }),
  ...(unreadable === null ? {} : { happening: { kind: 'unreadable', what: unreadable } }),
});

/** A person's message; null where nobody said it, or a bot did. Throws where the platform may tell more later. */
export async function toMessage(envelope: Envelope, deps: InboundDeps): Promise<InboundMessage | null> {
  const event = messageEventSchema.parse(envelope.event);
  const { sender, message } = event;
  const openId = sender.sender_id?.open_id ?? '';
  // Bots that answer each other never stop.
  if (sender.sender_type !== 'user' || openId === '') return null;
  const mentions = mentionsOf(event);
  for (const one of mentions) if (!one.isBot) deps.people.learn(one.openId, one.name);
  const isGroup = message.chat_type !== 'p2p';
  if (!isGroup) deps.places.isWith(message.chat_id, openId);
  const bot = await deps.botId();
  if (openId === bot) return null;
  const content = readContent({
    id: message.message_id,
    type: message.message_type,
    content: message.content,
  });
  const { repliesToBot, ...enclosing } = await enclosedBy(event, deps.enclosures);
  const named = { mentions, bot, everybody: deps.words.everybody };
  const others = peopleIn(mentions.filter((one) => one.openId !== bot));
  return {
    id: outer(message.message_id),
    chat: outer(isGroup ? message.chat_id : openId),
    isGroup,
    from: { id: outer(openId), name: await deps.people.nameOf(openId) },
    text: withoutKeys(content.text, named),
    at: instantOf(message.create_time) ?? envelope.at,
    addressed: !isGroup || namesBot(named) || repliesToBot,
    ...enclosing,
    ...(others.length === 0 ? {} : { mentions: others }),
    ...bodyOf(content),
  };
}
