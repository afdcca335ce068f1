/** Where the child can be made to die, in the order in which a message passes. */
export const INSTANTS = [
  'created',
  'written',
  'synced',
  'renamed',
  'folder-synced',
  'before-ack',
  'after-ack',
  'appeal-saved',
  'before-say',
  'after-say',
] as const;

export type Instant = (typeof INSTANTS)[number];

/** What the child tells. */
export type ChildLine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'acknowledged'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string }
  | { readonly kind: 'said'; readonly chat: string; readonly key: string; readonly text: string }
  | { readonly kind: 'damaged'; readonly where: string }
  | { readonly kind: 'idle' };
