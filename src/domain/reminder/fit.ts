import type { Reach } from './reach.ts';

/** Who reads a chat, as far as it decides what concerns them. */
export interface Readership {
  /** Official name of the district; null where it is not known or the whole city. */
  readonly district: string | null;
  /** Folded; empty: whatever fits. */
  readonly topics: readonly string[];
}

/** What can concern somebody. */
export interface Concern {
  readonly reach: Reach;
  /** Its words, folded. */
  readonly text: string;
  /** Only those who follow it by name hear of it. */
  readonly onlyByTopic: boolean;
}

/**
 * Whether a matter concerns them. Where their district is not known it may: a reminder too many is better than a
 * deadline missed.
 */
export function concerns({ reach, text, onlyByTopic }: Concern, { district, topics }: Readership): boolean {
  if (reach.kind === 'elsewhere') return false;
  if (reach.kind === 'district' && district !== null && district !== reach.name) return false;
  return topics.length === 0 ? !onlyByTopic : topics.some((topic) => text.includes(topic));
}
