import type { Attachment, OutboundMessage } from '../../src/ports/message.ts';
import { toPrintable } from './printable.ts';
import type { Seat } from './seat.ts';
import type { ConsoleWords } from './words.ts';

const DIM = 2;
const CYAN = 36;

export interface Look {
  readonly botName: string;
  readonly words: ConsoleWords;
  readonly pathOf: (file: Attachment) => string | null;
  readonly colour: boolean;
  /** Name of the chat where it is said; null for the private chat of whoever sits here. */
  readonly place: string | null;
}

/** `小企：…`, with the place in front where it is another, its files and the keys of an offer beneath. */
export function renderMessage(message: OutboundMessage, look: Look): string {
  const paint = (code: number, text: string): string =>
    look.colour ? `\u001B[${code}m${text}\u001B[0m` : text;
  const place = look.place === null ? '' : paint(DIM, `【${toPrintable(look.place)}】`);
  const files = (message.files ?? []).map((file) => look.words.file(file.name, look.pathOf(file)));
  const said = [message.text, ...files].map(toPrintable).join('\n');
  const text = `${place}${paint(CYAN, look.botName)}：${said}`;
  // A text that names its choices itself needs no second list.
  const choices = (message.offer?.choices ?? []).filter(({ label }) => !message.text.includes(label));
  return choices.length === 0 ? text : `${text}\n${paint(DIM, toPrintable(look.words.moreChoices(choices)))}`;
}

export const promptOf = (seat: Seat): string =>
  `${seat.person}${seat.group === null ? '' : `@${seat.group}`}> `;
