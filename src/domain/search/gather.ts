/** What a unit can be: the second of a pair, the first of a pair, a one-character word. */
export const SECOND = 1;
export const FIRST = 2;
export const SINGLE = 8;
/** Every unit is this. One step to the right FIRST stands on SECOND and this on SINGLE, so that one AND asks for both. */
const ANY = 16;

/** So many units of a text are looked at together. */
export const CHUNK = 4096;

/**
 * What a unit may be, by its low bits: unlike a table of all units it fits the first cache beside the text. One
 * table of a constant size for every index, which spares the loop below the checks of bounds; it is emptied
 * after each question.
 */
const HOT = 4096;
const hot = new Uint8Array(HOT).fill(ANY);

/** Has `gather` look for a unit as what the flag says. */
export function lookFor(unit: number, flag: number): void {
  hot[unit & (HOT - 1)] = hot[unit & (HOT - 1)]! | flag;
}

export function lookForNothing(): void {
  hot.fill(ANY);
}

/** How far to shift a word right for its first unit and for its second, by the machine's order of bytes. */
const EARLIER = new Uint16Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 16;
const LATER = 16 - EARLIER;

interface Texts {
  readonly units: Uint16Array;
  /** The same, two units a word: half as many loads. */
  readonly words: Uint32Array;
  /** Takes the places. */
  readonly places: Uint32Array;
}

type Stretch = Readonly<Record<'from' | 'start' | 'end', number>>;

/**
 * Gathers where to look in `units[start..end)` of a text that begins at `from`: at one-character words, and at
 * what can end a pair right after what can begin one. All but one unit in forty fall away, mostly eight at a
 * time: half of a question's time was once spent here, which is why eight are written out.
 */
export function gather({ units, words, places }: Texts, { from, start, end }: Stretch): number {
  let count = 0;
  let before = start > from ? hot[units[start - 1]! & (HOT - 1)]! : ANY;
  if ((start & 1) === 1 && start < end) {
    const here = hot[units[start]! & (HOT - 1)]!;
    if (((before >>> 1) & here) !== 0) places[count++] = start;
    before = here;
  }
  let word = (start + 1) >>> 1;
  for (const last = (end >>> 1) - 3; word < last; word += 4) {
    const one = words[word]!;
    const two = words[word + 1]!;
    const three = words[word + 2]!;
    const four = words[word + 3]!;
    const a = hot[(one >>> EARLIER) & (HOT - 1)]!;
    const b = hot[(one >>> LATER) & (HOT - 1)]!;
    const c = hot[(two >>> EARLIER) & (HOT - 1)]!;
    const d = hot[(two >>> LATER) & (HOT - 1)]!;
    const e = hot[(three >>> EARLIER) & (HOT - 1)]!;
    const f = hot[(three >>> LATER) & (HOT - 1)]!;
    const g = hot[(four >>> EARLIER) & (HOT - 1)]!;
    const h = hot[(four >>> LATER) & (HOT - 1)]!;
    const early = ((before >>> 1) & a) | ((a >>> 1) & b) | ((b >>> 1) & c) | ((c >>> 1) & d);
    const late = ((d >>> 1) & e) | ((e >>> 1) & f) | ((f >>> 1) & g) | ((g >>> 1) & h);
    const previous = before;
    before = h;
    if ((early | late) === 0) continue;
    const at = word << 1;
    if (((previous >>> 1) & a) !== 0) places[count++] = at;
    if (((a >>> 1) & b) !== 0) places[count++] = at + 1;
    if (((b >>> 1) & c) !== 0) places[count++] = at + 2;
    if (((c >>> 1) & d) !== 0) places[count++] = at + 3;
    if (((d >>> 1) & e) !== 0) places[count++] = at + 4;
    if (((e >>> 1) & f) !== 0) places[count++] = at + 5;
    if (((f >>> 1) & g) !== 0) places[count++] = at + 6;
    if (((g >>> 1) & h) !== 0) places[count++] = at + 7;
  }
  for (let at = word << 1; at < end; at += 1) {
    const here = hot[units[at]! & (HOT - 1)]!;
    if (((before >>> 1) & here) !== 0) places[count++] = at;
    before = here;
  }
  return count;
}
