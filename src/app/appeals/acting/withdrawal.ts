import type { AppealNumber } from '../../../domain/appeal/number.ts';
import { readAppealSaying } from '../../../domain/conversation/appeal-saying.ts';
import { asksSomething, isMerelyPolite } from '../../../domain/conversation/asks.ts';
import { readLettingGo, readWhy } from '../../../domain/conversation/letting-go.ts';
import { type Offer, WHICH_TOPIC } from '../../../domain/conversation/offers.ts';
import { readOpening } from '../../../domain/conversation/opening.ts';
import { withdrawalText } from '../../../text/zh/appeals/withdrawal.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { Found } from '../find.ts';
import { toOrder } from '../order-to.ts';

/** Marks of the two questions in an offer's id: why, and whether at all. */
const WHY = '?why';
const WHETHER = '?whether';

/** Put to nobody yet: nobody but the appellant knows of it. */
export const isDraft = ({ appeal, state }: Pick<Found, 'appeal' | 'state'>): boolean =>
  state.kind === 'submitted' && appeal.offerAt !== null && appeal.offeredTo.length === 0;

/** The appeal is withdrawn, for the reason that was given if one was. */
export const withdraw = (number: string, reason: string | null, said: Said): Turn => ({
  deliveries: [toOrder({ number, wish: { kind: 'withdraw', reason } }, said)],
  settles: number,
});

/** 「撤销 A0321」 is asked why, once: what is said next is the reason. */
export function askWhy({ number }: Found, { message }: Said): Turn {
  const choices = withdrawalText.reasons.map((label, at) => ({
    key: String(at + 1),
    label,
    says: withdrawalText.typed(number, label),
  }));
  const offer = { id: `${message.id}${WHY}`, topic: number, for: message.from.id, choices };
  return { reply: { text: withdrawalText.why(number, choices), offer } };
}

/** 「算了」 may be said of anything: whether this appeal is meant. */
export function askWhether({ number, state }: Found, reason: string | null, { message }: Said): Turn {
  const reasons = reason === null ? withdrawalText.reasons.slice(0, 2) : [reason];
  const choices = [
    ...reasons.map((one) => ({
      label: reason === null ? one : withdrawalText.yes,
      says: withdrawalText.typed(number, one),
    })),
    { label: withdrawalText.keep, says: withdrawalText.kept(number) },
  ].map((choice, at) => ({ key: String(at + 1), ...choice }));
  const offer = { id: `${message.id}${WHETHER}`, topic: number, for: message.from.id, choices };
  const about = message.isGroup ? null : state.category;
  return { reply: { text: withdrawalText.whether(number, about, choices), offer } };
}

/** The question of ours that this person was asked last; null where it was none about withdrawing. */
function askedLast({ conversation, message, now, picked }: Said): Offer | null {
  const open = conversation.offers.filter(
    (offer) => !offer.isLasting && offer.for === message.from.id && offer.until > now,
  );
  const last = picked === null ? open.at(-1) : open.find(({ id }) => id === picked);
  return last !== undefined && (last.id.endsWith(WHY) || last.id.endsWith(WHETHER)) ? last : null;
}

/** 「算了」 to the question whether he asks or reports: neither. */
export function givenUp(said: Said): Turn | null {
  const { conversation, message, now, text, picked } = said;
  const last = conversation.offers.findLast(
    (offer) => !offer.isLasting && offer.for === message.from.id && offer.until > now,
  );
  const isAsked = picked === null && last?.topic === WHICH_TOPIC;
  return isAsked && readLettingGo(text) !== null ? { reply: { text: withdrawalText.nothing } } : null;
}

/** Verbs by which somebody tells why, rather than goes on to something else. */
const TELLS: readonly string[] = ['appraise', 'let-go', 'solved', 'free', 'withdraw'];

/** What goes on with something else than what was asked. */
function isElsewhere(text: string, number: AppealNumber): boolean {
  const act = readAppealSaying(text);
  if (act !== null) return (act.number !== null && act.number !== number) || !TELLS.includes(act.verb);
  return readOpening(text) !== null || asksSomething(text);
}

/** Takes what is answered to 「为什么撤销」 and to 「要撤销吗」; null where it is no answer to either. */
export function answeredWhy(said: Said): Turn | null {
  const { text, picked } = said;
  const asked = askedLast(said);
  if (asked === null) return null;
  const number = asked.topic as AppealNumber;
  if (text === withdrawalText.kept(number)) return { reply: { text: withdrawalText.goesOn(number) } };
  if (picked !== null || isElsewhere(text, number)) return null;
  const answer = readWhy(text);
  if (answer === 'keep') return { reply: { text: withdrawalText.goesOn(number) } };
  if (asked.id.endsWith(WHY)) {
    const act = readAppealSaying(text);
    const own = act?.verb === 'withdraw' ? act.rest : text;
    const isTold = answer === 'reason' && !isMerelyPolite(text) && own !== '';
    return withdraw(number, isTold ? own : null, said);
  }
  // 「算了」 once more leaves open which of the two is given up: what goes on can still be ended.
  if (readLettingGo(text)?.reason === null) return { reply: { text: withdrawalText.goesOn(number) } };
  return answer === 'skip' ? withdraw(number, null, said) : null;
}
