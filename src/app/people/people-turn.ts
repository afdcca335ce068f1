import type { Digest } from '../../domain/chain.ts';
import { accountId } from '../../domain/people/account.ts';
import { makeCode } from '../../domain/people/code-word.ts';
import { parsePeopleCommand, type PeopleCommand } from '../../domain/people/commands.ts';
import { decidePeople } from '../../domain/people/decide.ts';
import type { Decision, HandOver, Scene } from '../../domain/people/decision.ts';
import type { Note } from '../../domain/people/notes.ts';
import type { Instant } from '../../domain/time.ts';
import type { Choice, InboundMessage } from '../../ports/message.ts';
import type { Order } from '../../ports/records.ts';
import { optionLabel, peopleText, type PeopleWords } from '../../text/zh/people.ts';
import { targetOf } from './carry-out.ts';
import type { People } from './directory.ts';

export interface PeopleTurnDeps {
  readonly people: People;
  readonly digest: Digest;
  /** A whole number from 0 to `limit` - 1 that nobody can foresee. */
  readonly below: (limit: number) => number;
  readonly words: PeopleWords;
}

/** One message that may be a command about people. */
export interface PeopleMessage {
  readonly message: InboundMessage;
  /** Its words, or those that a picked choice stands for. */
  readonly text: string;
  readonly isPicked: boolean;
  readonly now: Instant;
}

/** What such a message leads to. */
export interface PeopleTurn {
  /** Null where the record that decides says what came of it. */
  readonly reply: string | null;
  /** Empty where nothing is asked. */
  readonly choices: readonly Choice[];
  readonly orders: readonly ({ readonly to: string } & Order)[];
  readonly notices: readonly { readonly chat: string; readonly text: string }[];
  readonly handOver: HandOver | null;
}

// A picked choice carries its command whole: ids of people who were mentioned cannot be typed. Read only where picked.
const MARK = '身份:';

const toWords = (command: PeopleCommand): string => MARK + JSON.stringify(command);

function readCommand({ message, text, isPicked }: PeopleMessage): PeopleCommand | null {
  if (isPicked && text.startsWith(MARK)) return JSON.parse(text.slice(MARK.length)) as PeopleCommand;
  return parsePeopleCommand({ text, mentions: message.mentions ?? [] });
}

/** Takes commands about people: 「我是谁」, bindings, codes, absence, members. Null for every other message. */
export function createPeopleTurn(deps: PeopleTurnDeps): (said: PeopleMessage) => PeopleTurn | null {
  const { people, digest, below, words } = deps;
  const say = (note: Note): string => peopleText(note, words);
  const world = () => ({
    roster: people.roster(),
    names: people.names,
    number: people.number,
    code: () => makeCode(below),
    digest,
  });
  const toTurn = ({ answer, options, orders, notices, handOver }: Decision): PeopleTurn => ({
    reply: answer && say(answer),
    choices: options.map((option, at) => ({
      key: String(at + 1),
      label: optionLabel(option, words.nameOf),
      says: toWords(option.command),
    })),
    orders: orders.map((order) => ({ to: targetOf(order), order: order.order })),
    notices: notices.map(({ chat, note }) => ({ chat, text: say(note) })),
    handOver,
  });
  return (said) => {
    const command = readCommand(said);
    const { message, now } = said;
    const account = accountId(message.from.id);
    if (command === null || account === null) return null;
    const { chat, isGroup, from } = message;
    const current = world();
    const scene: Scene = {
      who: current.roster.whoIs(account),
      name: from.name,
      chat,
      isGroup,
      place: current.roster.placeOf(chat),
      now,
    };
    const outcome = decidePeople(command, scene, current);
    if (outcome.ok) return toTurn(outcome.value);
    const refused = say({ kind: 'refused', why: outcome.error });
    return { reply: refused, choices: [], orders: [], notices: [], handOver: null };
  };
}
