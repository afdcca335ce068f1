import { readNumber } from '../numbers.ts';
import { datesIn, type DateToken } from '../dates.ts';

/** One point or window of time in a plain text: a window has `from`, a point has not. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly from: DateToken | null;
  readonly until: DateToken;
  /** 「自11月5日起7天」: days counted from `until`, or 工作日; null for days written out. */
  readonly days: number | 'working' | null;
}

/** 「9月2日至9月12日」「自4月1日起至5月31日」「(含)」: what may stand between the two days of a window. */
const JOINT =
  /^(?:[(][^()]{1,6}[)])?(?:开始|起|零时起)?[,]?(?:-{1,2}|至|到|截止到?|截至|直至|延续至)(?:次年|翌年)?(?=$)/;
const MAX_JOINT = 14;

/** A bare day takes the month of the day before it in the same list or window. */
function withMonth(token: DateToken, before: DateToken | undefined): DateToken | null {
  if (token.month !== null || token.day === null) return token;
  if (!before || before.month === null || token.start - before.end > MAX_JOINT) return null;
  return { ...token, year: before.year, shift: before.shift, month: before.month };
}

/** Bare days without a month are left out; 「4-10月」 keeps its month pair. */
function wholeTokens(text: string): readonly DateToken[] {
  const whole: DateToken[] = [];
  for (const token of datesIn(text)) {
    const before = whole.at(-1);
    const joined =
      before && /^[(（]?(?:[-至到、和及,]|\)|起)+$/.test(text.slice(before.end, token.start))
        ? before
        : undefined;
    const full = withMonth(token, joined);
    if (full) whole.push(full);
  }
  return whole;
}

const COUNTED =
  /^起[,]?(?:的|为期|共)?(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit>工作日|天|日|自然日)(?!后)/;

function single(text: string, token: DateToken): Span {
  const counted = COUNTED.exec(text.slice(token.end, token.end + 14));
  const days = counted?.groups?.['unit'] === '工作日' ? 'working' : readNumber(counted?.groups?.['n'] ?? '-');
  return {
    start: token.start,
    end: token.end + (counted?.[0].length ?? 0),
    from: null,
    until: token,
    days: counted ? days : null,
  };
}

/** Finds all points and windows of a plain text in order. */
export function spansIn(text: string): readonly Span[] {
  const tokens = wholeTokens(text);
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as DateToken;
    const next = tokens[index + 1];
    const between = next && next.start - token.end <= MAX_JOINT ? text.slice(token.end, next.start) : null;
    if (next && between !== null && JOINT.test(between)) {
      const until = /次年|翌年/.test(between) && next.shift === null ? { ...next, shift: 1 } : next;
      spans.push({ start: token.start, end: next.end, from: token, until, days: null });
      index++;
    } else spans.push(single(text, token));
  }
  return spans;
}
