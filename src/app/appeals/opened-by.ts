import type { Said } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn } from './find.ts';

/** Number of the appeal that a message (`channel:messageId`) opened; null where it opened none. */
export const createOpenedBy =
  (deps: AppealDeps) =>
  async (message: string, { message: { chat, from }, now }: Said): Promise<string | null> => {
    const keys = [appealKeys.of(from.id), appealKeys.inChat(chat)];
    const found = await findOwn(deps, { by: from.id, chat, at: now }, keys);
    // An order's cause is the message that it was given by, with its place among what came of it.
    const opened = found.find(({ state }) => state.causes[0]?.startsWith(`${message}#`));
    return opened?.number ?? null;
  };
