import { limitsOf } from '../../domain/appeal/limits.ts';
import { type ClockTime, instantAt } from '../../domain/clock-time.ts';
import type { AccountId } from '../../domain/people/account.ts';
import { grantsOf } from '../../domain/people/who.ts';
import { addDays, dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import type { WorkingTime } from '../../domain/working-time.ts';
import type { Kind } from '../../ports/records.ts';
import { digestText } from '../../text/zh/appeals/lists.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn } from './find.ts';
import { toListed } from './lists.ts';

/** The day on which supervisors and specialists were told last what is late. */
export interface Digest {
  readonly lastOn: LocalDate | null;
}

/** There is one record. */
export const ALL_DIGESTS = 'all';
const MOST_DAYS = 30;

/** The next working day's hour at which the digest is due after a day. */
function nextAfter(
  lastOn: LocalDate,
  { at, time }: { at: ClockTime; time: Pick<WorkingTime, 'nextOpening'> },
): Instant {
  for (let on = addDays(lastOn, 1), days = 0; days < MOST_DAYS; on = addDays(on, 1), days += 1) {
    // A working day's first opening lies on the day itself.
    const hour = instantAt(on, at);
    if (dayOf(time.nextOpening(instantAt(on, 0 as ClockTime))) === on) return hour;
  }
  return instantAt(addDays(lastOn, MOST_DAYS), at);
}

export const createDigestKind = (timing: { at: ClockTime; time: WorkingTime }): Kind<Digest> => ({
  name: 'digest',
  version: 1,
  migrate: (older) => older as Digest,
  keys: () => [],
  due: ({ lastOn }) => (lastOn === null ? null : nextAfter(lastOn, timing)),
});

/** Lines about what is late or due today, for one person; null where there is nothing. */
async function digestFor(
  deps: AppealDeps,
  account: AccountId,
  keys: readonly string[],
): Promise<string | null> {
  const at = deps.now();
  const found = await findOwn(deps, { by: account, chat: account, at }, keys);
  const late = found.filter(({ state }) =>
    limitsOf(state, { ...deps, now: at }).some(
      ({ metAt, dueAt, state: course }) => metAt === null && course !== 'paused' && dayOf(dueAt) <= dayOf(at),
    ),
  );
  return late.length === 0 ? null : digestText(late.map(toListed(deps, at)), at);
}

/** Tells supervisors what is late in their area, and specialists what is due today; once a working day. */
export function createDigestTick(
  deps: AppealDeps & { readonly digest: Kind<Digest> },
): (id: string) => Promise<void> {
  const { records, digest, roster, now } = deps;
  return async (id) => {
    const at = now();
    const today = dayOf(at);
    const says: { to: AccountId; text: string }[] = [];
    for (const who of roster().people()) {
      const [account] = who.accounts;
      const isSupervisor = grantsOf(who, 'supervisor').length > 0;
      const isSpecialist = grantsOf(who, 'specialist').length > 0;
      if (account === undefined || !(isSupervisor || isSpecialist)) continue;
      const keys = isSupervisor ? [appealKeys.open] : who.accounts.map(appealKeys.charge);
      const text = await digestFor(deps, account, keys);
      if (text !== null) says.push({ to: account, text });
    }
    await records.update(digest, id, (before) => {
      if (before?.lastOn != null && before.lastOn >= today) return null;
      const deliveries = says.map(({ to, text }) => ({
        id: `digest:${today}:${to}`,
        to,
        content: { text },
        createdAt: at,
      }));
      return { data: { lastOn: today }, deliveries };
    });
  };
}

/** Begins the round of digests where there was none. Throws `RecordsError`. */
export async function startDigests({
  records,
  digest,
  now,
}: Pick<AppealDeps, 'records' | 'now'> & { readonly digest: Kind<Digest> }): Promise<void> {
  await records.update(digest, ALL_DIGESTS, (before) =>
    before === null ? { data: { lastOn: dayOf(now()) } } : null,
  );
}
