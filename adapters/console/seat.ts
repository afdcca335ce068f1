const NAME = /^[\p{L}\p{N}_·.-]+(?: [\p{L}\p{N}_·.-]+)*$/u;
const LONGEST_NAME = 40;

/** Who sits at the console, and where: alone with the bot (`group` null) or in a group. */
export interface Seat {
  readonly person: string;
  readonly group: string | null;
}

export const isName = (text: string): boolean => text.length <= LONGEST_NAME && NAME.test(text);

export const personId = (seat: Seat): string => `console:${seat.person}`;

// A slash cannot stand in a name, so no person's chat is ever taken for a group.
const GROUP = 'group/';

export const chatId = (seat: Seat): string =>
  seat.group === null ? personId(seat) : `console:${GROUP}${seat.group}`;

/** The name behind a chat's id, null where the id is not of this channel. */
export function chatName(chat: string): string | null {
  if (!chat.startsWith('console:')) return null;
  const name = chat.slice('console:'.length);
  return name.startsWith(GROUP) ? name.slice(GROUP.length) : name;
}
