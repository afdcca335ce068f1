import { datesIn, type DateToken } from '../policy/dates.ts';
import { plain } from '../policy/plain.ts';
import type { Yearly } from './types.ts';

const LAST = 31;
const QUARTER_ENDS = [3, 6, 9, 12];
const OPENS = /^(?:起|开始|开放|启动)/;

const isEnd = (token: DateToken, text: string): boolean =>
  token.month !== null && (token.day !== null || token.part === 'last') && !OPENS.test(text.slice(token.end));

/** 「每年3月1日开放,5月底关闭」: the last day named that opens nothing. */
function yearOf(text: string): Yearly | null {
  const rest = text.slice(text.indexOf('每年'));
  const ends = datesIn(rest).filter((token) => isEnd(token, rest));
  const [end, ...others] = ends;
  return end && others.length === 0 ? { months: [end.month as number], day: end.day ?? LAST } : null;
}

const MONTHLY = /每(?:个)?月的?(\d{1,2})[日号](?!、|和)/;
const MONTH_END = /每(?:个)?月(?:底|末|(?:的)?最后一[天日])/;
const QUARTER_DAY = /每(?:个)?季度?最后一个月的?(\d{1,2})[日号]/;
const QUARTER_END = /每(?:个)?季度?(?:末|底)/;

/** The rule of what comes again (「每年5月底前」「每月22日前」); null where it names no single day. */
export function yearlyIn(words: string): Yearly | null {
  const { text } = plain(words);
  if (text.includes('每年')) return yearOf(text);
  const quarter = QUARTER_DAY.exec(text);
  if (quarter) return { months: QUARTER_ENDS, day: Number(quarter[1]) };
  if (QUARTER_END.test(text)) return { months: QUARTER_ENDS, day: LAST };
  const month = MONTHLY.exec(text);
  if (month) return { months: [], day: Number(month[1]) };
  return MONTH_END.test(text) ? { months: [], day: LAST } : null;
}
