import type { Clock } from '../../src/ports/clock.ts';
import { wordsOf } from './recent.ts';
import { withinLimit } from './time-limit.ts';

/** A message of ours that may come back. */
export interface Expected {
  /** Resolves to its id when it comes back; null where it does not, or is not waited for. Throws where it should have. */
  readonly id: () => Promise<string | null>;
  readonly forget: () => void;
}

/** Some puppets tell us our own messages, some do not: what comes back is the only receipt there is. */
export interface Receipts {
  /** Called before a message is said; `text` is null for a file. */
  readonly expect: (chat: string, text: string | null) => Expected;
  /** One of the account's own messages: true where it was expected, false where somebody typed it on the phone. */
  readonly heard: (chat: string, own: { readonly id: string; readonly text: string | null }) => boolean;
}

/** A puppet that never lets us hear one of our own is waited for no longer. */
const TRIALS = 5;
/** A puppet that has let us hear as many as this lets us hear all. */
const PROOFS = 3;
const TRIAL_MS = 2_000;
const PATIENCE_MS = 10_000;

interface Waiting {
  readonly chat: string;
  readonly words: string | null;
  readonly found: (id: string) => void;
}

const isIt = (one: Waiting, chat: string, text: string | null): boolean => {
  if (one.chat !== chat) return false;
  if (one.words === null || text === null) return one.words === text;
  // A mention may stand in front.
  return wordsOf(text).endsWith(one.words);
};

/** Expects nothing yet. */
export function createReceipts(clock: Clock, signal: AbortSignal): Receipts {
  const waiting = new Set<Waiting>();
  let heard = 0;
  let missed = 0;

  const settle = async (arrived: Promise<string>): Promise<string | null> => {
    if (heard === 0 && missed >= TRIALS) return null;
    const ms = heard >= PROOFS ? PATIENCE_MS : TRIAL_MS;
    const id = await withinLimit(arrived, { clock, ms, signal });
    if (id !== undefined) return id;
    if (signal.aborted) return null;
    missed += 1;
    // Sends of a lost session vanish without an error: nobody knows what became of this one.
    if (heard >= PROOFS) throw new Error('no-receipt');
    return null;
  };
  return {
    expect: (chat, text) => {
      let found: (id: string) => void = () => undefined;
      const arrived = new Promise<string>((resolve) => (found = resolve));
      const one: Waiting = { chat, words: text === null ? null : wordsOf(text), found };
      waiting.add(one);
      const forget = (): void => void waiting.delete(one);
      return { id: () => settle(arrived).finally(forget), forget };
    },
    heard: (chat, { id, text }) => {
      const one = [...waiting].find((candidate) => isIt(candidate, chat, text));
      if (one === undefined) return false;
      waiting.delete(one);
      heard += 1;
      one.found(id);
      return true;
    },
  };
}
