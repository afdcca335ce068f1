import type { Clock } from '../../src/ports/clock.ts';
import { randomUUID } from 'node:crypto';
import type { Receive } from '../../src/ports/channel.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { type CommandTools, runCommand } from './commands.ts';
import { LONGEST_LINE } from './lines.ts';
import { toPrintable } from './printable.ts';
import { chatId, personId, type Seat } from './seat.ts';

/** Somebody at the console, from the first line to the last. */
export interface Sitting {
  readonly seat: () => Seat;
  /** Does what a line says; false where it was the last one. */
  readonly handle: (line: string, receive: Receive) => Promise<boolean>;
}

/** 「@李四」: at the console a name is an id. */
const mentionsIn = (text: string): readonly { readonly id: string; readonly name: string }[] =>
  [...text.matchAll(/@([\p{L}\p{N}_·.-]{1,40})/gu)].map(([, name = '']) => ({
    id: personId({ person: name, group: null }),
    name,
  }));

/** Keeps who sits where; commands are answered through `show`, everything else becomes a message. */
export function createSitting(
  { words, person, clock, moveClock }: { readonly clock: Pick<Clock, 'now'> } & CommandTools,
  show: (text: string) => void,
): Sitting {
  // Ids of two runs must differ: messages are told apart by them.
  const run = randomUUID().slice(0, 8);
  let seat: Seat = { person, group: null };
  let count = 0;

  let quote: InboundMessage['quote'];
  const toMessage = (text: string): InboundMessage => {
    count += 1;
    const from = { id: personId(seat), name: seat.person };
    const id = `console:${run}-${count}`;
    const quoted = quote === undefined ? {} : { quote };
    quote = undefined;
    const mentions = mentionsIn(text);
    return {
      id,
      chat: chatId(seat),
      isGroup: seat.group !== null,
      from,
      text,
      at: clock.now(),
      // Nobody else is at the terminal.
      addressed: true,
      ...quoted,
      ...(mentions.length > 0 ? { mentions } : {}),
    };
  };
  return {
    seat: () => seat,
    handle: async (line, receive) => {
      const text = line.replace(/^\uFEFF/, '').trim();
      if (text === '') return true;
      if (line.length > LONGEST_LINE) {
        show(words.lineTooLong);
        return true;
      }
      const step = await runCommand({ words, person, moveClock }, seat, text);
      if (step === null) {
        await receive(toMessage(text));
        return true;
      }
      seat = step.seat ?? seat;
      if (step.quote) {
        const { person: name, text: words } = step.quote;
        quote = {
          id: null,
          from: { id: personId({ person: name, group: null }), name },
          text: words,
          at: null,
        };
      }
      show(toPrintable(step.say));
      return step.quit !== true;
    },
  };
}
