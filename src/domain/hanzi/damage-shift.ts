import { isLead } from './gbk.ts';
import { type Ending, lostPairs, type Right, rightsOf } from './lost-pairs.ts';
import { once } from './once.ts';
import type { Judge, Plausibility } from './plausible.ts';
import { endingsOf, glossedBehind, highCharacters } from './shifted-signs.ts';

/** Text that is read one byte late, behind a lost half character. */
export interface Shift {
  readonly line: string;
  /** Index in `line` behind the mark. */
  readonly from: number;
  /** Restored text before it. */
  readonly before: string;
  /** What the lost byte may have been. */
  readonly lostHalves: readonly number[];
  readonly judge: Judge;
  readonly marks: RegExp;
}

/** A reading so far; `pending` is the first byte of the next character, null once the text is in step again. */
interface Reading {
  readonly text: string;
  readonly pending: number | null;
  readonly score: Plausibility;
  /** What the reading has to pay for assumptions, below 0. */
  readonly price: number;
  /** Index in the line behind what has been read. */
  readonly end: number;
}

const LONGEST = 120;
const BEAM = 24;
const LOOK_AHEAD = 4;
/** A reading that is still shifted and worse by this than one in step will not catch up. */
const HOPELESS = 5;
const PRICE_OF_LOST_CHARACTER = -2;

/** The likeliest text from `from` to where the bytes are in step again, or null where nothing fits. */
export function restoreShift(shift: Shift): { readonly text: string; readonly end: number } | null {
  const { line, judge } = shift;
  const score = judge.start(shift.before);
  let open: readonly Reading[] = shift.lostHalves.flatMap((byte) =>
    isLead(byte) ? [{ text: '', pending: byte, score, price: 0, end: shift.from }] : [],
  );
  const inStep: Reading[] = shift.lostHalves.flatMap((byte) =>
    isLead(byte)
      ? []
      : [{ text: String.fromCharCode(byte), pending: null, score, price: -3, end: shift.from }],
  );
  const marks = marksIn(shift);
  for (let at = shift.from; open.length > 0 && at - shift.from <= LONGEST; ) {
    const mark = marks.get(at);
    const step = mark ? markStep(mark, line, judge) : characterStep(at, line, judge);
    const next = open.flatMap((reading) => readOn(reading, step, judge));
    inStep.push(...next.filter((reading) => reading.pending === null));
    const bound = Math.max(...inStep.map(worth)) - HOPELESS;
    open = likeliest(next.filter((reading) => reading.pending !== null && worth(reading) > bound));
    at = mark ? mark.end : at + 1;
  }
  return choose(inStep, line, judge);
}

interface Mark {
  readonly heard: string;
  readonly end: number;
}

function marksIn({ line, from, marks }: Shift): ReadonlyMap<number, Mark> {
  const found = new Map<number, Mark>();
  for (const mark of line.slice(from, from + LONGEST + 10).matchAll(marks)) {
    found.set(from + mark.index, { heard: mark[1] as string, end: from + mark.index + mark[0].length });
  }
  return found;
}

/** What stands next, for every reading that has come this far. */
type Step = { readonly kind: 'hole' | 'line-end'; readonly end: number } | Sign;

interface Sign {
  readonly kind: 'sign';
  readonly end: number;
  /** True where a gloss names the character. */
  readonly isHeard: boolean;
  readonly endings: (lead: number) => readonly Ending[];
  readonly rights: () => readonly Right[];
}

/** While shifted, a swallowed bracket means that a whole glossed character stood here: its gloss puts the text in step. */
function markStep(mark: Mark, line: string, judge: Judge): Step {
  const following = line.charAt(mark.end);
  const endings = (lead: number): readonly Ending[] =>
    glossedBehind(lead, mark.heard).map((text) => ({ text, pending: null, following }));
  return {
    kind: 'sign',
    end: mark.end,
    isHeard: true,
    endings,
    rights: once(() => rightsOf(endings, judge)),
  };
}

function characterStep(at: number, line: string, judge: Judge): Step {
  const character = line.charAt(at);
  if (character === '') return { kind: 'line-end', end: at };
  if (character === '?' || character === '\uFFFD') return { kind: 'hole', end: at + 1 };
  const endings = (lead: number): readonly Ending[] => endingsOf(lead, character, line.charAt(at + 1));
  return { kind: 'sign', end: at + 1, isHeard: false, endings, rights: once(() => rightsOf(endings, judge)) };
}

function readOn(reading: Reading, step: Step, judge: Judge): readonly Reading[] {
  switch (step.kind) {
    case 'hole':
      return readHole(reading, step.end, judge);
    case 'line-end':
      return readLineEnd(reading, judge);
    case 'sign': {
      const pending = reading.pending ?? 0;
      const before = reading.score.tail;
      const direct = step.endings(pending);
      const across = direct.some((ending) => isWellPlaced(ending, before, { ...step, judge }))
        ? []
        : lostPairs({ pending, before, rights: step.rights, judge });
      return [...direct.map((ending) => ({ ...ending, price: 0 })), ...across].map((next) =>
        advance(reading, { ...next, end: step.end }, judge),
      );
    }
  }
}

/**
 * A character that makes words on either side leaves no reason to look for a lost one before it; where its
 * gloss has been heard, the word behind it is enough.
 */
function isWellPlaced(
  { text, following }: Ending,
  before: string,
  step: Sign & { readonly judge: Judge },
): boolean {
  const { judge, isHeard } = step;
  if (following === '' || !judge.knows(text + following)) return false;
  return isHeard || judge.knows(before.slice(-1) + text);
}

/**
 * A lone `?` was a byte with an ASCII sign that could not follow it: the byte belongs to the pending character;
 * the sign, perhaps a digit of an amount, is not guessed at: the `?` stays in its place.
 */
function readHole(reading: Reading, end: number, judge: Judge): readonly Reading[] {
  return highCharacters(reading.pending ?? 0).map((text) =>
    advance(reading, { text: `${text}?`, pending: null, end, price: PRICE_OF_LOST_CHARACTER }, judge),
  );
}

const LAST_SIGNS: Readonly<Record<string, number>> = { '。': -0.5, '；': -1, '：': -1, '，': -1.5 };

function readLineEnd(reading: Reading, judge: Judge): readonly Reading[] {
  const { end } = reading;
  return [
    { ...reading, pending: null, price: reading.price + 2 * PRICE_OF_LOST_CHARACTER },
    ...highCharacters(reading.pending ?? 0).map((text) =>
      advance(
        reading,
        { text, pending: null, end, price: LAST_SIGNS[text] ?? PRICE_OF_LOST_CHARACTER },
        judge,
      ),
    ),
  ];
}

function advance(
  reading: Reading,
  step: {
    readonly text: string;
    readonly pending: number | null;
    readonly end: number;
    readonly price: number;
  },
  judge: Judge,
): Reading {
  return {
    text: reading.text + step.text,
    pending: step.pending,
    end: step.end,
    price: reading.price + step.price,
    score: judge.add(reading.score, step.text),
  };
}

const worth = (reading: Reading): number => reading.score.best[0] + reading.price;

const likeliest = (readings: readonly Reading[]): readonly Reading[] =>
  readings.toSorted((left, right) => worth(right) - worth(left)).slice(0, BEAM);

/** Readings that end at different places are compared over the same stretch of the line. */
function choose(
  inStep: readonly Reading[],
  line: string,
  judge: Judge,
): { text: string; end: number } | null {
  const horizon = Math.max(0, ...inStep.map((reading) => reading.end)) + LOOK_AHEAD;
  const [best] = likeliest(
    inStep.map((reading) => ({
      ...reading,
      score: judge.add(reading.score, line.slice(reading.end, horizon)),
    })),
  );
  return best ? { text: best.text, end: best.end } : null;
}
