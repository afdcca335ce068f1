import type { Contact } from 'wechaty';
import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { cleanText } from './clean-text.ts';
import { messageId } from './ids.ts';
import type { Online } from './online.ts';

/** Who came to a room or left it, as the puppet says it. */
export interface RoomChange {
  readonly kind: 'joined' | 'left';
  readonly room: string;
  readonly people: readonly string[];
  /** Who brought or removed them. */
  readonly by: string;
  readonly at: Instant;
}

/** The same for the same change, whenever the platform tells it again. */
const idOf = ({ kind, room, at }: RoomChange, person: string): string =>
  messageId(`${kind}-${createHash('sha256').update(`${room}\n${person}\n${at}`).digest('hex').slice(0, 24)}`);

/** From ids alone: the platform says no more of a room that the bot was removed from. */
export async function readRoomChange(change: RoomChange, online: Online): Promise<readonly InboundMessage[]> {
  const { bot, ids, selfId } = online;
  const people = await Promise.all(
    change.people.map(async (person) => {
      // The bot did not come by itself: whoever brought or removed it is told of.
      const isBot = person === selfId;
      const who = isBot && change.by !== '' ? change.by : person;
      const contact: Contact | undefined = await bot.Contact.find({ id: who }).catch(() => undefined);
      return { person, isBot, who, name: cleanText(contact?.name() ?? '') };
    }),
  );
  return people.map(({ person, isBot, who, name }) => ({
    id: idOf(change, person),
    chat: ids.toOurs(change.room),
    isGroup: true,
    from: { id: ids.toOurs(who), name },
    text: '',
    at: change.at,
    happening: { kind: `${isBot ? 'bot' : 'person'}-${change.kind}` },
  }));
}
