import type { Digest } from '../../domain/chain.ts';
import { type AccountId, accountId } from '../../domain/people/account.ts';
import { boundGroups, friendCode, welcomes } from '../../domain/people/friends.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { isAdministrator, rolesOf } from '../../domain/people/who.ts';
import type { Records } from '../../ports/records.ts';
import { friendWords } from '../../text/zh/friends.ts';
import { shownName } from '../../text/zh/people-words.ts';
import { CONVERSATION } from '../conversation.ts';
import type { Tell } from '../tell.ts';
import type { Step, Turn } from '../turn/types.ts';

export interface FriendDeps {
  readonly roster: () => Roster;
  readonly digest: Digest;
  readonly records: Pick<Records, 'read'>;
  readonly tell: Tell;
  /** Makes ids of deliveries differ between runs. */
  readonly salt: () => string;
  readonly botName: string;
}

/** Who becomes the bot's friend. */
export interface Friends {
  /** Whether to take a request; where nobody vouches for it an administrator is asked, which may take days. */
  readonly acceptFriend: (hello: string, person: string, name?: string) => Promise<boolean>;
  /** Whether to follow somebody into a group. */
  readonly acceptInvitation: (inviter: string) => Promise<boolean>;
  /** Takes what administrators decide, and tells in a bound group how to add the bot. */
  readonly step: Step;
}

// A picked choice carries whom it is about. Read only where picked.
const MARK = '好友:';

interface Decided {
  readonly person: string;
  readonly agreed: boolean;
}

const toWords = (decided: Decided): string => MARK + JSON.stringify(decided);

const readDecided = (text: string): Decided | null =>
  text.startsWith(MARK) ? (JSON.parse(text.slice(MARK.length)) as Decided) : null;

const saying = (text: string): Turn => ({ reply: { text } });

/** Bound groups in which somebody talked with the bot. */
async function groupsOf({ roster, records }: FriendDeps, person: AccountId): Promise<readonly string[]> {
  const groups: string[] = [];
  for (const chat of boundGroups(roster(), person)) {
    const conversation = await records.read(CONVERSATION, chat);
    if (conversation?.threads.some((thread) => thread.person === person)) groups.push(chat);
  }
  return groups;
}

/** Decides by what is known, else has the administrators decide. What they decided holds until the program ends. */
export function createFriends(deps: FriendDeps): Friends {
  const { roster, digest, tell, salt, botName } = deps;
  const waiting = new Map<string, (agreed: boolean) => void>();
  const known = new Map<string, boolean>();

  const ask = async (person: string, text: string): Promise<boolean> => {
    const round = salt();
    const choices = [
      { key: '1', label: friendWords.agree, says: toWords({ person, agreed: true }) },
      { key: '2', label: friendWords.refuse, says: toWords({ person, agreed: false }) },
    ];
    const decision = new Promise<boolean>((resolve) => waiting.set(person, resolve));
    for (const admin of roster().administrators()) {
      const id = `friend:${round}:${admin}`;
      const offer = { id, topic: friendWords.topic, for: admin, choices, lasting: true } as const;
      await tell(admin, id, { text, offer });
    }
    return decision;
  };
  return {
    acceptFriend: async (hello, raw, name = '') => {
      const person = accountId(raw);
      if (person === null) return false;
      const groups = await groupsOf(deps, person);
      if (welcomes(roster(), { person, hello, groups }, digest)) return true;
      return known.get(person) ?? ask(person, friendWords.request(shownName(name), hello.slice(0, 60)));
    },
    acceptInvitation: async (inviter) => {
      const account = accountId(inviter);
      const roles = account === null ? [] : rolesOf(roster().whoIs(account));
      return roles.includes('specialist') || roles.includes('administrator');
    },
    step: async ({ message, text, picked }) => {
      const { chat, isGroup, from } = message;
      if (isGroup && /^(?:怎么|如何)?加(?:你|您|机器人)?(?:为|的)?好友[?？]?$/.test(text.trim()))
        return roster().placeOf(chat) === null
          ? null
          : saying(friendWords.howToAdd(botName, friendCode(chat, digest)));
      const decided = picked === null ? null : readDecided(text);
      const account = accountId(from.id);
      if (decided === null || account === null || !isAdministrator(roster().whoIs(account))) return null;
      const { person, agreed } = decided;
      const resolve = waiting.get(person);
      known.set(person, agreed);
      waiting.delete(person);
      if (resolve === undefined) return saying(friendWords.late);
      resolve(agreed);
      return saying(agreed ? friendWords.agreed : friendWords.refused);
    },
  };
}
