import { entryKey } from '../../domain/answer/entries.ts';
import { type Back, backOf } from '../../domain/answer/turn-back.ts';
import type { Entry } from '../../domain/answer/types.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import { explainReply, noMoreReply, noSuchChoice, originalReply } from '../../text/zh/answer.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import { silent } from './reply-to.ts';
import type { AskMemory, AskReply, ClauseRef } from './types.ts';

/** The entry that a conversation remembers; null where it has left the library. */
export const entryAt = (ref: ClauseRef | null | undefined, { entries }: LibrarySnapshot): Entry | null =>
  ref ? (entries.get(entryKey(ref.policy, ref.clause)) ?? null) : null;

const DIGIT = /^\s*[[(（【]?([1-9１-９])[\])）】.。、]?\s*$/;

/** 「1」: the original of what was shown; a memory without such a clause is told so. */
function chosen(digit: string, memory: AskMemory, snapshot: LibrarySnapshot): AskReply {
  const entry = entryAt(memory.shown[Number(fold(digit)) - 1], snapshot);
  return silent(entry ? originalReply(entry) : noSuchChoice, memory);
}

export interface FromShown {
  readonly memory: AskMemory;
  readonly snapshot: LibrarySnapshot;
  /** Answers the last question from these entries, the first of which is told. */
  readonly tell: (entries: readonly [Entry, ...Entry[]]) => AskReply;
}

function turnedBack(back: Back, shown: readonly [Entry, ...Entry[]], { memory, tell }: FromShown): AskReply {
  const [first, next, ...others] = shown;
  switch (back) {
    case 'original':
      return silent(originalReply(first), memory);
    case 'explain':
      return silent(explainReply, memory);
    case 'more':
      return next ? tell([next, ...others]) : silent(noMoreReply, memory);
  }
}

/** The reply to a message about what was shown: a digit, 「还有吗」, 「原文」; null where it is about anything else. */
export function fromShown(text: string, scene: FromShown): AskReply | null {
  const { memory, snapshot } = scene;
  const digit = DIGIT.exec(text)?.[1];
  if (digit) return chosen(digit, memory, snapshot);
  const back = text.length > LONGEST_BACK ? null : backOf(fold(text));
  const [first, ...others] = memory.shown.flatMap((ref) => entryAt(ref, snapshot) ?? []);
  return back && first ? turnedBack(back, [first, ...others], scene) : null;
}

/** Such messages are a few characters; a pasted text is none. */
const LONGEST_BACK = 24;
