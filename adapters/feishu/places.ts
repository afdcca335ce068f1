import type { FeishuApi } from './api.ts';
import { outer } from './ids.ts';
import { createRecent } from './recent.ts';

/** Which of the platform's chats are private: outside, such a chat has the person's id. */
export interface Places {
  /** This chat is the private one with this person. */
  readonly isWith: (chatId: string, openId: string) => void;
  /** The chat's id outside; `openId` is a person who was in it, where one is known. */
  readonly placeOf: (
    chatId: string,
    openId: string | null,
  ) => Promise<{ readonly chat: string; readonly isGroup: boolean }>;
}

const MOST_CHATS = 10_000;

export function createPlaces(api: Pick<FeishuApi, 'isPrivate'>): Places {
  /** The person of a private chat, null for a group. */
  const known = createRecent<string | null>(MOST_CHATS);
  return {
    isWith: (chatId, openId) => known.set(chatId, openId),
    placeOf: async (chatId, openId) => {
      const found = known.get(chatId);
      // What may not be asked about is taken for a group: nothing private is ever said into one by mistake.
      const isGroup =
        found === undefined ? !(await api.isPrivate(chatId).catch(() => false)) : found === null;
      if (found === undefined && isGroup) known.set(chatId, null);
      const person = found ?? (isGroup ? null : openId);
      return person === null
        ? { chat: outer(chatId), isGroup: true }
        : { chat: outer(person), isGroup: false };
    },
  };
}
