import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Shown } from './oracle.ts';

/** As long as the platform knows the key of a message again. */
export const KEY_MINUTES = 60;

/** Keeps messages until they are acknowledged; shows what comes with the same key within an hour once. */
export function createPlatform(now: () => Instant) {
  const shown: Shown[] = [];
  const keys = new Map<string, Instant>();
  const waiting = new Map<string, InboundMessage>();
  let messages = 0;
  return {
    shown: shown as readonly Shown[],
    messages: (): number => messages,
    say: (chat: string, { key = '', text }: OutboundMessage): void => {
      const before = keys.get(key);
      if (before !== undefined && now() - before < KEY_MINUTES * 60_000) return;
      keys.set(key, now());
      shown.push({ chat, at: now(), text });
    },
    write: (from: string, chat: string, text: string): void => {
      messages += 1;
      const id = `sim:m${messages}`;
      waiting.set(id, { id, chat, isGroup: chat !== from, from: { id: from, name: '' }, text, at: now() });
    },
    /** Pushes what was not acknowledged, also what an earlier life had taken and forgot to say so. */
    push: (receive: (message: InboundMessage) => Promise<void>): void => {
      for (const message of waiting.values()) void receive(message).then(() => waiting.delete(message.id));
    },
  };
}
