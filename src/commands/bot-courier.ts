import { ANSWERED } from '../app/answering/answered-questions.ts';
import { createAppealOrders } from '../app/appeals/carry-out.ts';
import { CORRECTIONS } from '../app/appeals/corrections.ts';
import { servingAfter } from '../app/appeals/unserved.ts';
import { type Courier, createCourier } from '../app/courier.ts';
import { createProfileOrders } from '../app/enterprise/carry-out.ts';
import { PROFILE } from '../app/enterprise/kinds.ts';
import { withLastSent } from '../app/last-sent.ts';
import { createOrderCarrier, ORDERS } from '../app/orders.ts';
import { afterDigest } from '../app/reminding/polite.ts';
import { createToChat } from '../app/to-chat.ts';
import type { BotParts } from './bot-parts.ts';
import { createAftermath } from './upkeep.ts';

/** Records that can be ordered something, each by the name of its kind. */
function createOrders(parts: BotParts): ReturnType<typeof createOrderCarrier> {
  const { shared, tools, now, appeals, answered, book } = parts;
  return createOrderCarrier({
    ...servingAfter(parts.peopleParts.orders, parts.offerUnserved),
    ...parts.chats.orders,
    ...parts.reminders.reminding.orders,
    appeal: createAppealOrders(appeals),
    [ANSWERED.name]: answered.carryOut,
    [CORRECTIONS.name]: book.carryOut,
    [PROFILE.name]: parts.reminders.followingProfiles(createProfileOrders({ ...shared, chain: tools, now })),
  });
}

/** Brings what lies in the outboxes to chats and to other records. */
export function createBotCourier(parts: BotParts, calm: () => Promise<void>): Courier {
  const { channels, records, now, memoryMs, rules, shared } = parts;
  const { reminding } = parts.reminders;
  const aftermath = createAftermath(parts.appeals);
  return createCourier({
    ...shared,
    calm,
    carriers: new Map([
      ...channels.map((one) => {
        const channel = withLastSent(one, { records, now });
        const carrier = createToChat({ channel, records, now, memoryMs });
        return [one.name, parts.absence.hold(one.name, reminding.politely(carrier))] as const;
      }),
      [ORDERS.name, createOrders(parts)],
    ]),
    aftermath: (...delivered) => afterDigest(...delivered) ?? aftermath(...delivered),
    limits: { ...rules.channels, [ORDERS.name]: ORDERS.limits },
  });
}
