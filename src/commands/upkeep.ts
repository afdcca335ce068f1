import { appealKeys } from '../app/appeals/appeal.ts';
import { type AppealDeps, createAppealOrders } from '../app/appeals/carry-out.ts';
import { createGroupNotice } from '../app/appeals/group-notice.ts';
import { unitName } from '../app/appeals/types.ts';
import { PROFILE } from '../app/enterprise/kinds.ts';
import { createGivenUp } from '../app/given-up.ts';
import { ENTERPRISE, PERSON, PLACE } from '../app/people/kinds.ts';
import { sayAgain } from '../app/say-again.ts';
import { chainsOf } from '../app/upkeep/chains.ts';
import { createChores } from '../app/upkeep/chores.ts';
import { createDaily, type Daily } from '../app/upkeep/daily.ts';
import { createSweep } from '../app/upkeep/sweep-attachments.ts';
import { stateOf } from '../domain/appeal/evolve.ts';
import { chargeOf } from '../domain/appeal/state.ts';
import { CLOCK } from '../domain/appeal/types.ts';
import type { ClockTime } from '../domain/clock-time.ts';
import { accountId } from '../domain/people/account.ts';
import type { Program } from '../main.ts';
import type { CourierDeps } from '../app/courier.ts';
import { SOMEBODY } from '../text/zh/appeals/words.ts';

/** Half past three at night: nobody is served then. */
const AT = (3 * 60 + 30) as ClockTime;

/** What is done with the records every day: heads of their histories, erasure, archive. */
export function createUpkeep({ config, system }: Program, appeals: AppealDeps): Daily {
  const { records, kind } = appeals;
  const { retentionDays: days } = config;
  const carryOut = createAppealOrders(appeals);
  const chores = createChores({
    records,
    kind,
    over: appealKeys.over,
    days,
    book: system.heads,
    log: system.log,
    chains: [
      chainsOf(records, kind, ({ chain }) => chain),
      chainsOf(records, PERSON, ({ chain }) => chain),
      chainsOf(records, PLACE, ({ chain }) => chain),
      chainsOf(records, ENTERPRISE, ({ chain }) => chain),
      chainsOf(records, PROFILE, ({ chain }) => chain),
    ],
    erase: (id, at) => {
      const wish = { kind: 'erase', afterDays: days } as const;
      const order = { wish, by: CLOCK, at, chat: null, isGroup: false, name: null };
      return carryOut(id, order, `retention:${id}`);
    },
  });
  const sweep = createSweep({ records, kind, attachments: system.attachments, log: system.log });
  return createDaily([...chores, sweep], { at: AT, clock: system.clock, log: system.log });
}

/** What is delivered because something else could not be: said again, or told to who is in charge. */
export function createAftermath(appeals: AppealDeps): CourierDeps['aftermath'] {
  const { records, kind, roster } = appeals;
  const givenUp = createGivenUp({
    appeal: kind.name,
    inChargeOf: async (number) => {
      const appeal = await records.read(kind, number);
      const state = appeal && stateOf(appeal.chain);
      const charge = state && chargeOf(state);
      const account = charge ? accountId(charge.person) : null;
      return account === null ? null : (roster().standInOf(account, appeals.now()) ?? account);
    },
    administrators: () => roster().administrators(),
    nameOf: (chat) => {
      const binding = roster().placeOf(chat)?.binding ?? null;
      const account = accountId(chat);
      if (binding?.kind === 'desk') return unitName(appeals, binding.unit);
      return (account === null ? null : roster().whoIs(account).name) ?? SOMEBODY;
    },
  });
  const tellGroup = createGroupNotice(appeals);
  return async (pending, verdict, now) => [
    ...sayAgain(pending, verdict, now),
    ...(await givenUp(pending, verdict, now)),
    ...(await tellGroup(pending, verdict, now)),
  ];
}
