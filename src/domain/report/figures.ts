import type { Course, LeftOut, Span } from './course.ts';

/** So many of so many; `of` and what was left out add up to all appeals. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/** The figures of a number of appeals. */
export interface Figures {
  readonly appeals: number;
  /** 响应率: contacted in time, of those whose time is up or that were contacted. */
  readonly response: Share;
  /** 按时答复率: replied in time, of those whose time is up or that were replied to. */
  readonly onTime: Share;
  /**
   * 解决率: solved by the word of the enterprise or a call-back, of those with an answer that was judged or closed. What
   * is closed without a word of the enterprise counts as not solved; so does what was reopened and is open.
   */
  readonly solved: Share;
  /** 满意率: 满意 and 基本满意 by the last rating, of those rated. */
  readonly satisfied: Share;
  /** Hours of working time; null where there is nothing to measure. */
  readonly medianHours: Readonly<Record<Span, number | null>>;
  readonly reopened: number;
  /** 退单 and 改派: by the unit in a unit's row, of these appeals elsewhere. */
  readonly returned: number;
  readonly reassigned: number;
}

/** What one appeal has to say to a share: yes, no, or why nothing. */
type Vote = boolean | LeftOut;

function shareOf(courses: readonly Course[], vote: (course: Course) => Vote): Share {
  const votes = courses.map(vote);
  const count = (wanted: Vote): number => votes.filter((given) => given === wanted).length;
  return {
    count: count(true),
    of: count(true) + count(false),
    leftOut: {
      'not-accepted': count('not-accepted'),
      withdrawn: count('withdrawn'),
      merged: count('merged'),
      open: count('open'),
      unrated: count('unrated'),
    },
  };
}

/** A limit that the end overtook before it was met is no promise any more. */
const keptVote =
  (what: 'first-contact' | 'reply') =>
  ({ kept, isWithout }: Course): Vote =>
    kept[what] ?? isWithout ?? 'open';

function solvedVote({ state, isWithout, isReplied, reopened }: Course): Vote {
  if (state.kind === 'confirmed') return true;
  if (state.kind === 'closed') return state.as === 'solved';
  if (isWithout === 'open' && isReplied && reopened > 0) return false;
  return isWithout ?? 'open';
}

function satisfiedVote({ rating, isWithout, state }: Course): Vote {
  if (rating !== null) return rating !== 'dissatisfied';
  return isWithout ?? (state.kind === 'closed' ? 'unrated' : 'open');
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return Math.round(((lower + upper) / 2) * 100) / 100;
}

const medianHours = (courses: readonly Course[], span: Span): number | null =>
  medianOf(courses.flatMap(({ hours }) => hours[span] ?? []));

const bouncesOf = (courses: readonly Course[], kind: 'returned' | 'reassigned'): number =>
  courses.flatMap(({ state }) => state.bounces).filter((bounce) => bounce.kind === kind).length;

/** The figures of these appeals. */
export function figuresOf(courses: readonly Course[]): Figures {
  return {
    appeals: courses.length,
    response: shareOf(courses, keptVote('first-contact')),
    onTime: shareOf(courses, keptVote('reply')),
    solved: shareOf(courses, solvedVote),
    satisfied: shareOf(courses, satisfiedVote),
    medianHours: {
      accept: medianHours(courses, 'accept'),
      contact: medianHours(courses, 'contact'),
      reply: medianHours(courses, 'reply'),
      close: medianHours(courses, 'close'),
    },
    reopened: courses.reduce((sum, { reopened }) => sum + reopened, 0),
    returned: bouncesOf(courses, 'returned'),
    reassigned: bouncesOf(courses, 'reassigned'),
  };
}
