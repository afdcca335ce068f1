import { maskSecrets } from '../../domain/privacy/mask-secrets.ts';
import type { Attachment } from '../../ports/message.ts';
import type { Told } from '../../text/zh/appeals/owner.ts';
import type { News, Say } from './types.ts';

/** Somebody of the enterprise, and where he asked. */
interface Audience {
  readonly person: string;
  readonly chat: string;
}

/** What is known of the people whom it may concern. */
interface Concerned {
  readonly isSame: (one: string, other: string) => boolean;
  /** Still a member of the enterprise whose appeal it is. */
  readonly isMember: (person: string) => boolean;
}

type Telling = Told & { readonly files?: readonly Attachment[] };

const askersOf = (
  { appellant, chat, joined }: News['after'],
  isMember: Concerned['isMember'],
): readonly Audience[] => [{ person: appellant, chat }, ...joined.filter(({ person }) => isMember(person))];

/** Whom it is told: whoever just did it, where he did it, and those who asked, elsewhere; a receipt to him alone. */
function audiencesOf(
  { after, order }: Pick<News, 'after' | 'order'>,
  { isReceipt }: Told,
  { isSame, isMember }: Concerned,
): readonly Audience[] {
  const { by, chat } = order;
  const asked = askersOf(after, isMember);
  const isOwn = isSame(after.appellant, by) || isMember(by);
  if (!isOwn || chat === null) return asked;
  const others = asked.filter(({ person }) => !isReceipt && !isSame(person, by));
  // Whoever asked in a group and acts there is answered there, whoever of his enterprise it is.
  return [{ person: isSame(after.appellant, by) ? after.appellant : by, chat }, ...others];
}

/** What one of them hears: all of it alone; in a group that there is something, and the rest beside. */
function tellOne(
  { person, chat }: Audience,
  { alone, group, isPrivate, isAnswer, files }: Telling,
  { isAlone, isPublic }: { readonly isAlone: boolean; readonly isPublic: boolean },
): readonly Say[] {
  const carried = files === undefined ? {} : { files };
  if (isAlone) return [{ to: chat, text: alone, ...carried }];
  const isShown = isPublic && isAnswer === true;
  return [
    { to: chat, text: isShown ? maskSecrets(alone) : group, mention: person },
    ...(isShown || isPrivate ? [{ to: person, text: alone, ...carried }] : []),
  ];
}

/** Says something to those of the enterprise who asked, but for whoever just did it and whoever hears it with him. */
export const tellOthers = (
  { after, order }: Pick<News, 'after' | 'order'>,
  told: Told,
  { isSame, isMember }: Concerned,
): readonly Say[] =>
  askersOf(after, isMember)
    .filter(({ person, chat }) => !isSame(person, order.by) && chat !== order.chat)
    .flatMap((audience) =>
      tellOne(audience, told, { isAlone: isSame(audience.chat, audience.person), isPublic: false }),
    );

/** Says something to the enterprise, in each chat once. */
export function tellOwner(
  { after, order }: Pick<News, 'after' | 'order'>,
  told: Telling,
  concerned: Concerned,
): readonly Say[] {
  const says = audiencesOf({ after, order }, told, concerned).flatMap((audience) => {
    const isAsking = audience.chat === order.chat;
    const isAlone = isAsking ? !order.isGroup : concerned.isSame(audience.chat, audience.person);
    return tellOne(audience, told, { isAlone, isPublic: after.isPublic });
  });
  const once = says.filter(({ to }, at) => says.findIndex((one) => one.to === to) === at);
  // Whoever just said it where he gets the answer is answered at once.
  return once.map((say) => (say.to === order.chat ? { ...say, isAnswer: true } : say));
}
