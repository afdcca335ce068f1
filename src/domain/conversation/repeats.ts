import { fold } from '../hanzi/fold.ts';
import type { Instant } from '../time.ts';

/** A question that was answered a moment ago. */
export interface Asking {
  readonly key: string;
  readonly person: string;
  readonly at: Instant;
}

const LATELY_MS = 60_000;
/** What is shorter leans on what was said before: 「多少钱」 of two people are two questions. */
const WHOLE_FROM = 6;
const MOST = 20;

/** Equal for the same question, however it is punctuated. */
const keyOf = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]+/gu, '');

/** Whose question of the last minute this one repeats; null where it is new. */
export function repeats(
  lately: readonly Asking[],
  { text, person, now }: { readonly text: string; readonly person: string; readonly now: Instant },
): 'own' | 'other' | null {
  const key = keyOf(text);
  const same = lately.filter((one) => one.key === key && now - one.at < LATELY_MS);
  if (key === '' || same.length === 0) return null;
  if (same.some((one) => one.person === person)) return 'own';
  return key.length >= WHOLE_FROM ? 'other' : null;
}

/** The questions of the last minute with one more. */
export function withAsking(
  lately: readonly Asking[],
  { text, person, now }: { readonly text: string; readonly person: string; readonly now: Instant },
): readonly Asking[] {
  const fresh = lately.filter(({ at }) => now - at < LATELY_MS);
  return [...fresh, { key: keyOf(text), person, at: now }].slice(-MOST);
}
