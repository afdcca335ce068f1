import { firstDayIn, lastDayIn, type DateToken } from '../dates.ts';
import { addDays, partsOf, weekdayOf, type LocalDate } from '../../time.ts';
import type { Span } from './spans.ts';

/** What a document tells of its own year, best first: its day, its title's year, its number's year. */
export interface YearClues {
  readonly issuedOn: LocalDate | null;
  /** The day that 自公布之日起 counts from; null for drafts, which are not announced yet. */
  readonly countsFrom: LocalDate | null;
  readonly titleYear: number | null;
  readonly numberYear: number | null;
  /** Latest year that the first lines cite, in a number or before 年. */
  readonly citedYear: number | null;
}

/** A span as days: `conflict` says what speaks against the reading. */
export interface ResolvedSpan {
  readonly from: LocalDate | null;
  readonly on: LocalDate | null;
  readonly implied: boolean;
  readonly conflict: 'weekday' | 'before-publication' | 'no-year' | null;
}

/** A notice of the last quarter that asks for something by spring means next year's spring. */
const LATE_MONTH = 10;
const SPRING_MONTH = 4;

function baseYear(clues: YearClues): number | null {
  if (clues.issuedOn) return partsOf(clues.issuedOn).year;
  return clues.titleYear ?? clues.numberYear ?? clues.citedYear;
}

/** The year for a token without one. */
function impliedYear(token: DateToken, clues: YearClues): number | null {
  const base = baseYear(clues);
  if (base === null) return null;
  if (token.shift !== null) return base + token.shift;
  if (!clues.issuedOn || token.month === null) return base;
  const crossing = partsOf(clues.issuedOn).month >= LATE_MONTH && token.month <= SPRING_MONTH;
  return crossing ? base + 1 : base;
}

function conflictOf(span: Span, on: LocalDate | null, clues: YearClues): ResolvedSpan['conflict'] {
  if (on === null) return null;
  const { weekday } = span.until;
  if (weekday !== null && weekdayOf(on) !== weekday) return 'weekday';
  return clues.issuedOn && on < clues.issuedOn ? 'before-publication' : null;
}

/** 「2031年12月1日-1月15日」 and 「12月1日-1月15日」: the end lies in the year after the start. */
function endYear(from: DateToken, until: DateToken, startYear: number): number {
  if (from.month === null || until.month === null) return startYear;
  const earlier =
    until.month < from.month || (until.month === from.month && (until.day ?? 31) < (from.day ?? 1));
  return earlier ? startYear + 1 : startYear;
}

/** 「自11月5日起7天」: the first day counts; working days need a calendar that is not known here. */
function countedFrom(span: Span, clues: YearClues, lastYear: number | null): ResolvedSpan | null {
  const year = span.until.year ?? lastYear ?? impliedYear(span.until, clues);
  const from = year === null ? null : firstDayIn(span.until, year);
  if (from === null || span.days === null) return null;
  const on = span.days === 'working' ? null : addDays(from, span.days - 1);
  return { from, on, implied: span.until.year === null, conflict: null };
}

/**
 * Turns a span into days. `lastYear` is the year that the same sentence named before, null where it named none.
 * The weekday decides between this year and the next where the year is derived.
 */
export function resolveSpan({
  span,
  clues,
  lastYear,
}: {
  readonly span: Span;
  readonly clues: YearClues;
  readonly lastYear: number | null;
}): ResolvedSpan {
  const counted = span.days === null ? null : countedFrom(span, clues, lastYear);
  if (counted) return counted;
  const first = span.from ?? span.until;
  const written = first.year ?? (span.from === null ? null : span.until.year);
  const derived = lastYear !== null && first.shift === null ? lastYear : impliedYear(first, clues);
  const startYear = written ?? derived;
  if (startYear === null) return { from: null, on: null, implied: false, conflict: 'no-year' };
  const read = (year: number): ResolvedSpan => {
    const until = span.until;
    const shifted = until.shift === 1 ? year + 1 : null;
    const last = span.from ? (until.year ?? shifted ?? endYear(span.from, until, year)) : year;
    const on = lastDayIn(until, last);
    const started = span.from ? firstDayIn(span.from, first.year ?? year) : null;
    // 「12月8日至2032年1月5日」 names the end's year only.
    const from = span.from && started && on && started > on ? firstDayIn(span.from, year - 1) : started;
    return { from, on, implied: written === null, conflict: conflictOf(span, on, clues) };
  };
  const reading = read(startYear);
  if (written !== null || reading.conflict !== 'weekday') return reading;
  const next = read(startYear + 1);
  return next.conflict === null && clues.issuedOn && reading.on && reading.on < clues.issuedOn
    ? next
    : reading;
}
