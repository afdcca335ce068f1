import { expect } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { aBot, type BotParts } from './bot.ts';
import { aFakeClock } from './fake-clock.ts';

/** Conversations in memory. */
export const openMemory = (): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: [CONVERSATION],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

/** A bot whose sayings are kept; `fails` is thrown by the channel as long as it is set. */
export async function aTalk(parts: Partial<BotParts> = {}) {
  const said: (OutboundMessage & { readonly chat: string })[] = [];
  const logged: string[] = [];
  const state: { fails: Error | null } = { fails: null };
  const clock = aFakeClock();
  const records = parts.records ?? (await openMemory());
  const note = (code: string): void => void logged.push(code);
  const say = async (chat: string, message: OutboundMessage): Promise<void> => {
    if (state.fails !== null) throw state.fails;
    said.push({ chat, ...message });
  };
  const bot = aBot({ clock, say, log: { info: note, warn: note, error: note }, ...parts, records });
  const texts = (): string[] => said.map(({ text }) => text);
  return { ...bot, said, texts, logged, state, clock, records };
}
