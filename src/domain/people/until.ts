import { fold } from '../hanzi/fold.ts';
import { parseNumeral } from '../hanzi/numerals.ts';
import { ok, refuse, type Result } from '../result.ts';
import {
  addDays,
  addYears,
  dayOf,
  type Instant,
  lastDayOf,
  type LocalDate,
  localDate,
  parseInstant,
  partsOf,
  weekdayOf,
} from '../time.ts';

export type UntilRefusal = 'unreadable' | 'past' | 'too-far';

type Read = (found: RegExpExecArray, today: LocalDate) => LocalDate | null;

const DAYS_OF_WEEK: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
};
const NEAR_DAYS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大后: 3 };
const LONGEST_DAYS = 366;

const numberOf = (written: string | undefined): number =>
  /^\d+$/.test(written ?? '') ? Number(written) : (parseNumeral(written ?? '') ?? Number.NaN);

/** That weekday of this week (0), the next (1) …; without 「本」「下」 the nearest to come, today included. */
function weekday(found: RegExpExecArray, today: LocalDate): LocalDate {
  const [, which = '', name = ''] = found;
  const day = DAYS_OF_WEEK[name.replace(/^末$/u, '日')] ?? 7;
  const monday = addDays(today, 1 - weekdayOf(today));
  const weeks = which.match(/下/gu)?.length ?? 0;
  const on = addDays(monday, 7 * weeks + day - 1);
  return which === '' && on < today ? addDays(on, 7) : on;
}

/** A date without its year is the next one. */
function monthDay(found: RegExpExecArray, today: LocalDate): LocalDate | null {
  const { year } = partsOf(today);
  const given = found[1] === undefined ? year : Number(found[1]);
  const on = localDate(given, numberOf(found[2]), numberOf(found[3]));
  if (on !== null) return found[1] === undefined && on < today ? addYears(on, 1) : on;
  // 「2月29日」 said in a year without one.
  return found[1] === undefined ? localDate(year + 1, numberOf(found[2]), numberOf(found[3])) : null;
}

function dayOfMonth(found: RegExpExecArray, today: LocalDate): LocalDate | null {
  const { year, month } = partsOf(today);
  const day = numberOf(found[1]);
  const on = localDate(year, month, day);
  if (on !== null && on >= today) return on;
  return month === 12 ? localDate(year + 1, 1, day) : localDate(year, month + 1, day);
}

function monthEnd(found: RegExpExecArray, today: LocalDate): LocalDate | null {
  const { year, month } = partsOf(today);
  const later = month + (found[1] === '下' ? 1 : 0);
  return lastDayOf(later > 12 ? year + 1 : year, later > 12 ? 1 : later);
}

/** Days that are counted begin with today: 「三天」 said on Monday ends with Wednesday. */
const counted: Read = (found, today) => {
  const days = numberOf(found[1]?.replace(/^两$/u, '二')) * (found[2] === '天' || found[2] === '日' ? 1 : 7);
  return days >= 1 && days <= LONGEST_DAYS ? addDays(today, days - 1) : null;
};

const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';

const READERS: readonly { readonly pattern: RegExp; readonly read: Read }[] = [
  {
    pattern: /^(今|明|后|大后)[天日]?$/u,
    read: (found, today) => addDays(today, NEAR_DAYS[found[1] ?? ''] ?? 0),
  },
  { pattern: /^((?:本|这个?|下{1,2}个?)?)(?:周|星期|礼拜)([一二三四五六日天末])$/u, read: weekday },
  {
    pattern: new RegExp(`^(?:(\\d{4})年)?${NUMBER}月${NUMBER}[日号]?$`, 'u'),
    read: monthDay,
  },
  { pattern: /^(?:(\d{4})[-./])?(\d{1,2})[-./](\d{1,2})$/u, read: monthDay },
  { pattern: new RegExp(`^(?:本月|这个月)?${NUMBER}[日号]$`, 'u'), read: dayOfMonth },
  { pattern: /^(本|这个|下)?个?月底$/u, read: monthEnd },
];

const COUNTED = new RegExp(`^${NUMBER}个?(天|日|周|星期|礼拜)$`, 'u');

/**
 * The end of an absence, 24:00 in Asia/Shanghai of its last day: 「到周五」「到下周一」「到12月3日」「到月底」「三天」
 * 「两周」. At most a year.
 */
export function parseUntil(written: string, now: Instant): Result<Instant, UntilRefusal> {
  const text = fold(written).replace(/\s+/g, '');
  const today = dayOf(now);
  const isDate = /^[到至]/u.test(text);
  const word = text.replace(/^[到至]/u, '');
  const readers = isDate ? READERS : [{ pattern: COUNTED, read: counted }, ...READERS];
  for (const { pattern, read } of readers) {
    const found = pattern.exec(word);
    const on = found && read(found, today);
    if (!on) continue;
    if (on < today) return refuse('past');
    if (on > addDays(today, LONGEST_DAYS)) return refuse('too-far');
    return ok(parseInstant(`${addDays(on, 1)}T00:00`) as Instant);
  }
  return refuse('unreadable');
}
