import type { Happening } from '../../src/ports/message.ts';

type Unreadable = Extract<Happening, { kind: 'unreadable' }>['what'];

/** What a message is to us. `system`: a grey line that nobody has written. */
export type MessageKind =
  | { readonly kind: 'text' | 'file' | 'image' | 'bundle' | 'recalled' | 'system' }
  | { readonly kind: 'unreadable'; readonly what: Unreadable };

const unreadable = (what: Unreadable): MessageKind => ({ kind: 'unreadable', what });

/** By the numbers of wechaty's `types.Message`, which would have to be loaded to be named; a test compares them. */
const KINDS: Readonly<Record<number, MessageKind>> = {
  0: { kind: 'system' },
  1: { kind: 'file' },
  2: unreadable('voice'),
  3: unreadable('card'),
  4: { kind: 'bundle' },
  5: unreadable('sticker'),
  6: { kind: 'image' },
  7: { kind: 'text' },
  8: unreadable('location'),
  9: unreadable('mini-program'),
  10: unreadable('other'),
  11: unreadable('other'),
  12: unreadable('other'),
  13: { kind: 'recalled' },
  14: unreadable('link'),
  15: unreadable('video'),
  16: unreadable('video'),
};

/** A type that a later wechaty may have is nothing that we can read. */
export const messageKind = (type: number): MessageKind => KINDS[type] ?? unreadable('other');
