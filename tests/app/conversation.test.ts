import { describe, expect, test } from 'vitest';
import { accept, type Conversation, CONVERSATION } from '../../src/app/conversation.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aMessage } from '../support/bot.ts';

describe('ids that were seen', () => {
  const DAY = 86_400_000;
  const take = (conversation: Conversation | null, id: string, at: number): Conversation | null =>
    accept(conversation, aMessage(id), at as Instant);

  test('are known for a day', () => {
    const first = take(null, '1', 0);
    const second = take(first, '2', DAY - 1);
    expect(take(second, '1', DAY - 1)).toBeNull();
    expect(take(second, '3', DAY)?.seen.map(([id]) => id)).toEqual(['test:2', 'test:3']);
  });

  test('are at most two thousand', () => {
    let conversation: Conversation | null = null;
    for (let at = 0; at < 2100; at += 1) conversation = take(conversation, String(at), at);
    expect(conversation?.seen).toHaveLength(2000);
    expect(take(conversation, '2099', 2100)).toBeNull();
  });

  test.for([1, 2])('a conversation of version %i had no manners', (version) => {
    const older = { inbox: [], seen: [], threads: [], ...(version === 2 ? { offers: [] } : {}) };
    const manners = { hush: 'off', answersAll: false, unaskedOn: null };
    expect(CONVERSATION.migrate(older, version)).toEqual({ ...older, offers: [], manners, lately: [] });
  });
});
