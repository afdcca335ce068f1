import type { Instant } from '../domain/time.ts';

/** Files that people sent, kept until nobody needs them. */
export interface Attachments {
  /** Keeps bytes, each once, and resolves to what they are found by when they are safe. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /** Null where nothing is kept under this id. */
  readonly get: (id: string) => Promise<Uint8Array | null>;
  /** Removes what nobody needs and was not put there since `before`; how many they were. */
  readonly sweep: (isNeeded: (id: string) => boolean, before: Instant) => Promise<number>;
}

/** Larger files are refused before they are fetched, where their size is known, and afterwards. */
export const MOST_BYTES = 30 * 1024 * 1024;
