import type { Dropped, DropReason } from './types.ts';

/** The unit of coverage: white space is never counted. */
export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** A text after something was taken out of it. */
export interface Cleaned {
  readonly text: string;
  readonly dropped: readonly Dropped[];
}

/** Takes every match of a global pattern out of a text. */
export function takeOut(text: string, pattern: RegExp, reason: DropReason): Cleaned {
  const taken: string[] = [];
  const kept = text.replace(pattern, (match: string) => {
    taken.push(match);
    return '';
  });
  return { text: kept, dropped: droppedAs(reason, taken) };
}

/** What is dropped for one reason in one place, as one entry; none where only white space went. */
export function droppedAs(reason: DropReason, texts: readonly string[]): readonly Dropped[] {
  const text = withoutSpace(texts.join(''));
  return text === '' ? [] : [{ reason, text }];
}

/** Neighbours dropped for the same reason become one entry. */
export function joinNeighbours(dropped: readonly Dropped[]): readonly Dropped[] {
  const runs: { reason: DropReason; texts: string[] }[] = [];
  for (const { reason, text } of dropped) {
    const last = runs.at(-1);
    if (last?.reason === reason) last.texts.push(text);
    else runs.push({ reason, texts: [text] });
  }
  return runs.map(({ reason, texts }) => ({ reason, text: texts.join('') }));
}
