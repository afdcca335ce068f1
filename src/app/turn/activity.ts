import type { Instant } from '../../domain/time.ts';
import type { Step } from './types.ts';

/** Who is awake: whoever wrote a moment ago may be answered at night. Nothing of it outlives a restart. */
export interface Activity {
  /** Notes who wrote, and takes no message. */
  readonly step: Step;
  readonly lastSpokeAt: (chat: string) => Instant | null;
}

export function createActivity(): Activity {
  const last = new Map<string, Instant>();
  return {
    step: async ({ message, now }) => {
      last.set(message.chat, now);
      last.set(message.from.id, now);
      return null;
    },
    lastSpokeAt: (chat) => last.get(chat) ?? null,
  };
}
