import type { WorkingTime } from '../working-time.ts';
import type { AppealClass } from './types.ts';

interface WorkingDays {
  readonly workingDays: number;
}

interface WorkingHours {
  readonly workingHours: number;
}

/** `appeals` of `seeds/rules.json`. */
export interface AppealRules {
  /** 受理, from the first message. */
  readonly accept: WorkingHours;
  /** Nobody has taken it: the supervisor hears of it. */
  readonly untakenAfter: WorkingHours;
  /** 首次联系, from acceptance. */
  readonly firstContact: WorkingDays;
  /** 答复, from acceptance. */
  readonly reply: Readonly<Record<AppealClass, WorkingDays>>;
  /** 催办: so long before a limit that is counted in days, who is late is reminded. */
  readonly remindBefore: WorkingDays;
  /** 督办: so long past a limit the supervisor hears of it. */
  readonly escalateAfter: WorkingHours;
  /** For so long the clock stands still when the enterprise was asked; then it is reminded. */
  readonly waitForEnterprise: WorkingDays;
  /** So long after the reminder it is withdrawn for want of information. */
  readonly withdrawUninformedAfter: WorkingDays;
  /** From the reply. */
  readonly remindUnratedAfter: WorkingDays;
  readonly closeUnratedAfter: WorkingDays;
  /** 撤回, minutes of the day's clock from the dispatch. */
  readonly recallWithin: { readonly minutes: number };
  /** 延期: asked for no later than so long before the end, and for no more days than that. */
  readonly extension: { readonly askBefore: WorkingDays; readonly most: WorkingDays };
  /** 催办: the enterprise's next one is told again after so many minutes of the day's clock. */
  readonly urgeAgainAfter: { readonly minutes: number };
  /** 二次办理 of what is closed. */
  readonly reopenWithin: WorkingDays;
}

/** What every promise is counted by. */
export interface AppealClock {
  readonly time: WorkingTime;
  readonly rules: AppealRules;
}
