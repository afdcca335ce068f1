import type { Contact, Room } from 'wechaty';
import type { Clock } from '../../src/ports/clock.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Member } from './address.ts';
import { cleanText } from './clean-text.ts';
import type { Online } from './online.ts';

/** What people are called where. Names are hints: they say who is spoken to, never who somebody is. */
export interface Roster {
  /** Everybody in the room but the bot; empty where the platform does not say. */
  readonly others: (online: Online, room: Room) => Promise<readonly Member[]>;
  /** All names of the account, in the room or alone. */
  readonly own: (online: Online, room: Room | undefined) => Promise<readonly string[]>;
  /** Alias in the room, else name. */
  readonly nameOf: (contact: Contact, room: Room | undefined) => Promise<string>;
  /** Somebody came or went. */
  readonly forget: (room: string) => void;
}

const FRESH_MS = 300_000;
/** An alias is a question to the platform each: in larger rooms names must do. */
const MOST_ALIASES = 200;

const aliasIn = async (room: Room, contact: Contact): Promise<string> =>
  cleanText((await room.alias(contact).catch(() => undefined)) ?? '').trim();

const nameAlone = (contact: Contact): string => cleanText(contact.name()).trim();

async function membersOf(online: Online, room: Room): Promise<readonly Member[]> {
  const contacts = (await room.memberAll().catch(() => [])).filter(({ id }) => id !== online.selfId);
  const hasAliases = contacts.length <= MOST_ALIASES;
  return Promise.all(
    contacts.map(async (contact) => ({
      id: contact.id,
      names: [nameAlone(contact), hasAliases ? await aliasIn(room, contact) : ''],
    })),
  );
}

/** Knows nobody yet; `botName` is what the bot is called everywhere. */
export function createRoster(botName: string, clock: Pick<Clock, 'now'>): Roster {
  const known = new Map<string, { readonly at: Instant; readonly members: Promise<readonly Member[]> }>();
  return {
    others: async (online, room) => {
      const fresh = known.get(room.id);
      if (fresh !== undefined && clock.now() < fresh.at + FRESH_MS) return fresh.members;
      const members = membersOf(online, room);
      known.set(room.id, { at: clock.now(), members });
      return members;
    },
    own: async ({ bot, selfId }, room) => {
      const self = await bot.Contact.find({ id: selfId });
      if (self === undefined) return [botName];
      return [botName, nameAlone(self), room === undefined ? '' : await aliasIn(room, self)];
    },
    nameOf: async (contact, room) => {
      const alias = room === undefined ? '' : await aliasIn(room, contact);
      return alias === '' ? nameAlone(contact) : alias;
    },
    forget: (room) => void known.delete(room),
  };
}
