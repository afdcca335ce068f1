import type { NewDelivery, Verdict } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { OutboundMessage } from '../ports/message.ts';
import type { Cargo, Pending } from '../ports/records.ts';
import { givenUpNotice, givenUpReport } from '../text/zh/delivery.ts';
import { isSaidForTheLastTime, withoutAgain } from './say-again.ts';

export interface GivenUpDeps {
  /** Kind of the records that somebody is in charge of. */
  readonly appeal: string;
  /** Chat of the specialist in charge of an appeal; null where nobody is, or where he cannot be told. */
  readonly inChargeOf: (appeal: string) => Promise<string | null>;
  /** Chats of the administrators. */
  readonly administrators: () => readonly string[];
  /** How a chat or person is called for those who serve them. */
  readonly nameOf: (chat: string) => string;
}

type Aftermath = (pending: Pending, verdict: Verdict, now: Instant) => Promise<readonly NewDelivery<Cargo>[]>;

/** Mark the ids of notices: to who is in charge, and to the administrators. */
const NOTICE = '!';
const REPORT = '!!';

const levelOf = (id: string): 'message' | 'notice' | 'report' => {
  const base = withoutAgain(id);
  if (/!!\d+$/.test(base)) return 'report';
  return base.endsWith(NOTICE) ? 'notice' : 'message';
};

/** The code of what will not be delivered any more; null where it still may be, or nobody waits for it. */
function lostBy({ delivery }: Pending, verdict: Verdict): string | null {
  // The outcome that a card was to show was told besides.
  if ('order' in delivery.content || delivery.content.replaces !== undefined) return null;
  if (verdict.kind === 'given-up') return verdict.code;
  return verdict.kind === 'maybe-sent' && isSaidForTheLastTime(delivery.id) ? 'maybe-sent' : null;
}

/**
 * What is not delivered in the end is told: to who is in charge of the appeal that caused it, with its text, for he can
 * pass it on; where there is nobody, or he cannot be told either, to the administrators, without. There it ends.
 */
export function createGivenUp({ appeal, inChargeOf, administrators, nameOf }: GivenUpDeps): Aftermath {
  return async (pending, verdict, now) => {
    const { delivery, kind, record } = pending;
    const { id, to, content, createdAt, notBefore } = delivery;
    const code = lostBy(pending, verdict);
    // What was to wait for the morning wakes nobody else either.
    const held = notBefore !== undefined && notBefore > now ? { notBefore } : {};
    const level = levelOf(id);
    if (code === null || level === 'report' || 'order' in content) return [];
    const base = withoutAgain(id);
    const number = kind === appeal ? record : null;
    const facts = { number, whom: nameOf(to), code, since: createdAt, now };
    const say = (chat: string, mark: string, text: string): NewDelivery<OutboundMessage> => ({
      id: `${base}${mark}`,
      to: chat,
      content: { text },
      createdAt: now,
      ...held,
    });
    const charged = level === 'message' && number !== null ? await inChargeOf(number) : null;
    if (charged !== null && charged !== to)
      return [say(charged, NOTICE, givenUpNotice({ ...facts, text: content.text }))];
    return administrators()
      .filter((chat) => chat !== to)
      .map((chat, at) => say(chat, `${REPORT}${at + 1}`, givenUpReport(facts)));
  };
}
