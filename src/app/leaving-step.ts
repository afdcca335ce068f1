import { accountId } from '../domain/people/account.ts';
import { departure } from '../domain/people/leaving.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Said, Step } from './turn/types.ts';

export interface LeavingDeps {
  readonly roster: () => Roster;
  /** What is still to be said there goes to whoever is in charge. */
  readonly abandon: (chat: string) => void;
}

/** Somebody whose only duty was for the group that he has left. */
function hasLeftService({ message, now }: Said, roster: Roster): boolean {
  const account = accountId(message.from.id);
  if (account === null) return false;
  const { held, enterprises } = roster.whoIs(account);
  const left = departure(roster, { account, chat: message.chat, now });
  return left !== null && left.orders.length === held.length && enterprises.length === 0;
}

/** Looks out for chats in which nobody can be told anything any more, and takes no message. */
export function createLeavingStep({ roster, abandon }: LeavingDeps): Step {
  return async (said) => {
    const { happening, chat, from } = said.message;
    if (happening?.kind === 'bot-left' || happening?.kind === 'chat-ended') abandon(chat);
    if (happening?.kind === 'person-left' && hasLeftService(said, roster())) abandon(from.id);
    return null;
  };
}
