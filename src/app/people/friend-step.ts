import { accountId } from '../../domain/people/account.ts';
import { decided, type FriendRequest, withoutRequest } from '../../domain/people/friend-book.ts';
import { friendCode } from '../../domain/people/friends.ts';
import { isAdministrator } from '../../domain/people/who.ts';
import { friendWords } from '../../text/zh/friends.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { FRIEND_BOOK, type FriendDeps, type Friends, FRIENDS, readBook } from './friends.ts';

export interface FriendStepDeps extends FriendDeps {
  readonly friends: Pick<Friends, 'tell'>;
  readonly botName: string;
}

const HOW = /^(?:怎么|如何)?加(?:你|您|机器人)?(?:为|的)?好友[?？]?$/;
const LIST = /^(?:查看)?(?:待通过的?)?(?:加)?好友申请(?:列表)?$/;
/** 「通过 3」「拒绝好友 3」「3 通过」 */
const DECISIONS = [
  /^(通过|拒绝)(?:好友)?(?:申请)?\s*[:：]?\s*(\d{1,6})\s*(?:号)?[。.!！]?$/,
  /^(?:好友申请)?\s*(\d{1,6})\s*(?:号)?\s*(通过|拒绝)[。.!！]?$/,
];
/** 「好友申请3 1」: a digit that is said with what it is about. */
const PICKED = /^好友申请\s*(\d{1,6})[\s:：,，]+([12])$/;

interface Decision {
  readonly number: number;
  readonly agreed: boolean;
}

function readDecision(text: string): Decision | null {
  const said = text.normalize('NFKC').trim();
  for (const pattern of DECISIONS) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const [, one = '', other = ''] = found;
    const [word, number] = /\d/.test(one) ? [other, one] : [one, other];
    return { number: Number(number), agreed: word === '通过' };
  }
  const picked = PICKED.exec(said);
  return picked === null ? null : { number: Number(picked[1]), agreed: picked[2] === '1' };
}

const saying = (text: string): Turn => ({ reply: { text } });

async function decide({ number, agreed }: Decision, deps: FriendStepDeps): Promise<Turn> {
  let found: FriendRequest | undefined;
  let isNew = false;
  await deps.records.update(FRIENDS, FRIEND_BOOK, (before) => {
    found = before?.requests.find((one) => one.number === number);
    const data = before === null ? null : decided(before, number, agreed);
    isNew = data !== null;
    return data && { data };
  });
  if (found === undefined) return saying(friendWords.unknown(number));
  if (!isNew) return saying(friendWords.late(number));
  deps.friends.tell(found.person, agreed);
  return saying(agreed ? friendWords.agreed : friendWords.refused);
}

const isOfAdministrator = ({ message }: Said, { roster }: FriendStepDeps): boolean => {
  const account = accountId(message.from.id);
  return account !== null && isAdministrator(roster().whoIs(account));
};

/** Takes 「好友申请」「通过 3」「拒绝 3」 of administrators alone with the bot, and tells in a bound group how to add it. */
export function createFriendStep(deps: FriendStepDeps): Step {
  return async (said) => {
    const { chat, isGroup } = said.message;
    const text = said.text.trim();
    if (isGroup) {
      if (!HOW.test(text) || deps.roster().placeOf(chat) === null) return null;
      return saying(friendWords.howToAdd(deps.botName, friendCode(chat, deps.digest)));
    }
    const decision = readDecision(text);
    if ((decision === null && !LIST.test(text)) || !isOfAdministrator(said, deps)) return null;
    if (decision !== null) return decide(decision, deps);
    const { requests } = await readBook(deps.records);
    return saying(
      friendWords.list(
        requests.filter((one) => one.decision === 'waiting'),
        said.now,
      ),
    );
  };
}

/** Notes who has become a friend, and takes no message. */
export function createFriendWatch({ records }: Pick<FriendDeps, 'records'>): Step {
  return async ({ message: { happening, from } }) => {
    if (happening?.kind !== 'befriended') return null;
    await records.update(FRIENDS, FRIEND_BOOK, (before) => {
      const data = before === null ? null : withoutRequest(before, from.id);
      return data && { data };
    });
    return null;
  };
}
