import { backOff } from '../domain/delivery/fate.ts';
import type { Instant } from '../domain/time.ts';
import type { InboundMessage } from '../ports/message.ts';
import { accept, CONVERSATION, UNANSWERED } from './conversation.ts';
import { createLanes } from './lanes.ts';
import { createTurnstile } from './turnstile.ts';
import { createWorkOff, type WorkOffDeps } from './work-off.ts';

export interface Reception {
  /** Resolves when the message is safe on disk: only then may the platform be told. Throws `RecordsError`. */
  readonly receive: (message: InboundMessage) => Promise<void>;
  /** Works off what a crash left in the inboxes. */
  readonly recover: () => Promise<void>;
  /** Resolves when nothing is being worked off. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Resolves when nobody waits to be acknowledged for long: what is not urgent begins then. */
  readonly calm: () => Promise<void>;
}

/** Takes each message once, and works off those of one chat one after another. */
export function createReceive(deps: WorkOffDeps): Reception {
  const { records, clock, log } = deps;
  const workOff = createWorkOff(deps);
  const failures = new Map<string, number>();
  const turnstile = createTurnstile(clock.now);

  const lanes = createLanes(clock, async (chat, isStopping) => {
    try {
      while (!isStopping() && (await turnstile.begin(() => workOff(chat)))) failures.delete(chat);
      return null;
    } catch (error) {
      // The disk may have room again in a moment: the message stays in the inbox until it is answered.
      const failed = (failures.get(chat) ?? 0) + 1;
      failures.set(chat, failed);
      log.error('inbox-failed', { chat, error });
      return (clock.now() + backOff(failed, 1)) as Instant;
    }
  });
  return {
    receive: async (message) => {
      const { chat } = message;
      const isNew = await turnstile.comeIn(() =>
        records.update(CONVERSATION, chat, (before) => {
          const data = accept(before, message, clock.now());
          return data && { data };
        }),
      );
      if (isNew) lanes.wake(chat);
    },
    recover: async () => {
      for (const chat of await records.find(CONVERSATION, UNANSWERED)) lanes.wake(chat);
    },
    settled: lanes.settled,
    stop: lanes.stop,
    calm: turnstile.calm,
  };
}
