import type { Instant } from '../../src/domain/time.ts';

/** A message that was said a while ago, without its words. */
export interface Said {
  /** `wechat:messageId`; null where the platform keeps it to itself. */
  readonly id: string | null;
  readonly person: string;
  readonly names: readonly string[];
  readonly at: Instant;
}

/** The last messages, to find out which one is quoted: WeChat quotes words, not ids. */
export interface Recent {
  readonly remember: (chat: string, text: string, said: Said) => void;
  /** The last message of the chat with this name and these words; null where none is remembered. */
  readonly find: (chat: string, quoted: { readonly name: string; readonly text: string }) => Said | null;
}

const MOST_REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 2_000;
/** A quotation that was cut short must have this many characters to be known again. */
const LEAST_BEGINNING = 12;

/** Letters and digits alone: clients change blanks, line feeds and emoji. */
export const wordsOf = (text: string): string =>
  text.slice(0, LONGEST_REMEMBERED).replace(/[^\p{L}\p{N}]/gu, '');

function isSame(quoted: string, said: string): boolean {
  if (quoted === '' || said === '') return false;
  return quoted === said || (quoted.length >= LEAST_BEGINNING && said.startsWith(quoted));
}

/** Remembers some 2,000 messages of this run. */
export function createRecent(): Recent {
  const all: { readonly chat: string; readonly said: Said; readonly words: string }[] = [];
  return {
    remember: (chat, text, said) => {
      all.push({ chat, said, words: wordsOf(text) });
      if (all.length > MOST_REMEMBERED) all.splice(0, MOST_REMEMBERED / 4);
    },
    find: (chat, { name, text }) => {
      const words = wordsOf(text);
      const found = all.findLast(
        (one) => one.chat === chat && one.said.names.includes(name) && isSame(words, one.words),
      );
      return found?.said ?? null;
    },
  };
}
