import { isName, type Seat } from './seat.ts';
import type { ConsoleWords } from './words.ts';

/** What a line with a slash does: says something, moves the seat, ends. */
export interface Step {
  readonly say: string;
  readonly seat?: Seat;
  /** Somebody's words that the next line answers. */
  readonly quote?: { readonly person: string; readonly text: string };
  readonly quit?: true;
}

export interface CommandTools {
  readonly words: ConsoleWords;
  /** Moves the clock and returns the sentence about it. */
  readonly moveClock: (text: string) => Promise<string>;
  readonly person: string;
}

type Command = (tools: CommandTools, seat: Seat, argument: string) => Step | Promise<Step>;

const sitDown = ({ words }: CommandTools, seat: Seat): Step =>
  [seat.person, seat.group ?? seat.person].every(isName)
    ? { say: words.speakingAs(seat.person, seat.group), seat }
    : { say: words.badName };

const COMMANDS: Readonly<Record<string, Command>> = {
  '/as': (tools, seat, name) => sitDown(tools, { ...seat, person: name || tools.person }),
  '/in': (tools, seat, group) => sitDown(tools, { ...seat, group: group || null }),
  '/quote': ({ words }, _seat, argument) => {
    const [, person = '', text = ''] = /^(\S+)\s+(.+)$/su.exec(argument) ?? [];
    return isName(person) && text !== ''
      ? { say: words.quoting(person), quote: { person, text } }
      : { say: words.badQuote };
  },
  '/now': async ({ moveClock }, _seat, text) => ({ say: await moveClock(text) }),
  '/help': ({ words }) => ({ say: words.help }),
  '/quit': ({ words }) => ({ say: words.goodbye, quit: true }),
};

/** Null where the line is no command but something said to the bot. */
export async function runCommand(tools: CommandTools, seat: Seat, line: string): Promise<Step | null> {
  const parts = /^(\/[a-z]+)(?:\s+(.*))?$/is.exec(line);
  if (parts === null) return null;
  const name = (parts[1] as string).toLowerCase();
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command
    ? command(tools, seat, (parts[2] ?? '').trim())
    : { say: tools.words.unknownCommand(name.slice(0, 20)) };
}
