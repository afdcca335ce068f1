import type { Dropped, DropReason } from '../../src/domain/document/types.ts';

/** The unit in which coverage is counted: white space is never counted, neither kept nor dropped. */
export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** How often a character stands in a text. */
export function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

export interface Dropping {
  /** Something kept stands here: what is dropped before and behind it is not one piece. */
  readonly keep: () => void;
  readonly add: (reason: DropReason, text: string) => void;
  readonly all: () => readonly Dropped[];
}

/** Collects what is dropped; neighbours in the source dropped for the same reason become one piece. */
export function createDropping(): Dropping {
  const pieces: { reason: DropReason; texts: string[] }[] = [];
  let isOpen = false;
  return {
    keep: () => {
      isOpen = false;
    },
    add: (reason, text) => {
      const bare = withoutSpace(text);
      if (bare === '') return;
      const last = pieces.at(-1);
      if (isOpen && last?.reason === reason) last.texts.push(bare);
      else pieces.push({ reason, texts: [bare] });
      isOpen = true;
    },
    all: () => pieces.map(({ reason, texts }) => ({ reason, text: texts.join('') })),
  };
}
