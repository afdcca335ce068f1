import { parseNumeral } from '../hanzi/numerals.ts';
import { datesIn, lastDayIn } from '../policy/dates.ts';
import { plain } from '../policy/plain.ts';
import { addDays, addYears, lastDayOf, type LocalDate, localDate, partsOf } from '../time.ts';

/** 「长期」: no last day. */
export const OPEN_END = 'open';

const OPEN = /^(?:长期|永久|一直|始终|不限)(?:有效)?$/;
/** 「一年」「六个月」; 「6月」 is a month's name. */
const COUNTED = /^(\d{1,3}|[一二两三四五六七八九十半]{1,3})(个月|个?(?:年|季度?|周|星期|天))(半)?内?$/;
const YEAR_END = /^(?:(今|本|明|后)年)?年?(?:底|末)$/;
const SHIFTS: Readonly<Record<string, number>> = { 明: 1, 后: 2 };

const HALF = '半';

function addMonths(on: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(on);
  const later = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(later / 12), (later % 12) + 1];
  // 「一个月」 from 31 January ends with February.
  return localDate(y, m, day) ?? (lastDayOf(y, m) as LocalDate);
}

/** 「一年」「半年」「六个月」「两周」, counted from today. */
function counted(words: string, today: LocalDate): LocalDate | null {
  const [, count = '', counter = '', half] = COUNTED.exec(words) ?? [];
  const unit = counter.replace(/^个/, '');
  const number = count === HALF ? 0 : parseNumeral(count.replace('两', '二'));
  if (number === null || unit === '') return null;
  const isHalf = count === HALF || half !== undefined;
  if (unit === '年') return isHalf ? addMonths(addYears(today, number), 6) : addYears(today, number);
  if (unit === '月') return addDays(addMonths(today, number), isHalf ? 15 : 0);
  if (unit.startsWith('季')) return addMonths(today, number * 3);
  return addDays(today, number * (unit === '天' ? 1 : 7));
}

/** 「2027-06-30」「2027年6月30日」「2027年6月底」「明年6月30日」「6月30日」: without a year the next such day. */
function dated(words: string, today: LocalDate): LocalDate | null {
  const { text } = plain(words);
  const [token, ...others] = datesIn(text);
  if (!token || token.start !== 0 || token.end < text.length || others.length > 0) return null;
  const { year } = partsOf(today);
  const written = token.year ?? (token.shift === null ? null : year + token.shift);
  if (written !== null) return lastDayIn(token, written);
  if (token.month === null) return null;
  const days = [lastDayIn(token, year), lastDayIn(token, year + 1)];
  return days.find((day) => day !== null && day >= today) ?? null;
}

/**
 * The last day that somebody typed, `OPEN_END` for 「长期」, null for what says no day: 「2027-06-30」「2027年6月底」「明年底」
 * 「一年」「六个月」.
 */
export function readTypedDay(typed: string, today: LocalDate): LocalDate | typeof OPEN_END | null {
  const words = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[.。]$/, '');
  if (OPEN.test(words)) return OPEN_END;
  const end = YEAR_END.exec(words);
  if (end !== null) return localDate(partsOf(today).year + (SHIFTS[end[1] ?? ''] ?? 0), 12, 31);
  return counted(words, today) ?? dated(words, today);
}
