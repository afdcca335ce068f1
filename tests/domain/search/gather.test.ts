import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { FIRST, gather, lookFor, lookForNothing, SECOND, SINGLE } from '../../../src/domain/search/gather.ts';
import { inWords } from '../../../src/domain/search/shard.ts';
import { runs } from '../../support/runs.ts';

/** Few units, so that they often meet; all below the size of the table, where no two share a place. */
const aUnit = fc.integer({ min: 1, max: 9 });
const texts = fc.record({
  units: fc.array(aUnit, { maxLength: 60 }),
  from: fc.nat(20),
  start: fc.nat(20),
  length: fc.nat(60),
  singles: fc.array(aUnit, { maxLength: 2 }),
  pairs: fc.array(fc.tuple(aUnit, aUnit), { maxLength: 3 }),
});

/** Where to look, by what is said of it. */
function byDefinition(
  units: Uint16Array,
  { from, start, end }: Readonly<Record<'from' | 'start' | 'end', number>>,
  isA: (unit: number, flag: number) => boolean,
): readonly number[] {
  const places = Array.from(units.subarray(start, end), (_, at) => start + at);
  return places.filter((at) => {
    const unit = units[at] ?? 0;
    return isA(unit, SINGLE) || (at > from && isA(units[at - 1] ?? 0, FIRST) && isA(unit, SECOND));
  });
}

afterEach(lookForNothing);

describe('gathering where to look', () => {
  test('finds one-character words, and what can end a pair behind what can begin one', () => {
    fc.assert(
      fc.property(texts, ({ units: list, from: first, start: later, length, singles, pairs }) => {
        lookForNothing();
        for (const unit of singles) lookFor(unit, SINGLE);
        for (const [one, other] of pairs) {
          lookFor(one, FIRST);
          lookFor(other, SECOND);
        }
        const isA = (unit: number, flag: number): boolean =>
          (flag === SINGLE && singles.includes(unit)) ||
          (flag === FIRST && pairs.some(([one]) => one === unit)) ||
          (flag === SECOND && pairs.some(([, other]) => other === unit));
        const units = Uint16Array.from(list);
        const from = Math.min(first, units.length);
        const start = Math.min(from + later, units.length);
        const end = Math.min(start + length, units.length);
        const places = new Uint32Array(64);
        const count = gather({ units, words: inWords(units), places }, { from, start, end });
        const wanted = byDefinition(units, { from, start, end }, isA);
        expect(Array.from(places.subarray(0, count))).toEqual(wanted);
      }),
      { numRuns: runs(200) },
    );
  });

  test('forgets what it was told to look for', () => {
    lookFor(5, SINGLE);
    lookForNothing();
    const units = Uint16Array.of(5, 5, 5);
    const places = new Uint32Array(4);
    expect(gather({ units, words: inWords(units), places }, { from: 0, start: 0, end: 3 })).toBe(0);
  });
});
