import type { Segmenter } from '../segment.ts';
import { restoreShift } from './damage-shift.ts';
import { gbkCharacter, gbkCode } from './gbk.ts';
import { isReadAs } from './pinyin.ts';
import { TONED_SYLLABLE } from './syllables.ts';
import { toFullWidth, toHalfWidth } from './width.ts';
import { createJudge, type Judge } from './plausible.ts';

/**
 * Repair of glosses inserted into raw GBK bytes. Somebody looked for the two bytes of a Traditional character
 * without regard to where characters begin, and put "(pinyin)" behind them. Where the two bytes were the end of
 * one character and the start of the next, 「擴」 94|55 after 「．」 A3|AE became 94 "(dāng)" 55, since AE 94
 * is 當: the half character swallowed the bracket (`?dāng)`), and what follows is read one byte late until an
 * ASCII byte or another gloss puts it right. Pairs that are no character while shifted have left no trace.
 * See `damageGbk` in the tests for the way in.
 */
export interface DamageRepair {
  readonly from: string;
  readonly to: string;
}

export interface RepairedLine {
  readonly text: string;
  readonly repairs: readonly DamageRepair[];
}

export interface RepairOptions {
  readonly segmenter: Segmenter;
  /** Restored texts of other documents, which may hold nearly the same sentences. */
  readonly parallels: readonly string[];
  /** True where the document writes 「,」 for 「，」: its full-width forms were folded after the damage. */
  readonly halfWidth: boolean;
}

/** A half character that swallowed the opening bracket of a gloss. */
const MARK = new RegExp(`[?？\\uFFFD][(（]?(${TONED_SYLLABLE})[)）]`, 'g');
const CONTEXT = 8;
const TRAILS = Array.from({ length: 0xfe - 0x40 + 1 }, (_, offset) => 0x40 + offset).filter(
  (byte) => byte !== 0x7f,
);

/** True where a text has a place of this kind; cheap. */
export const isDamaged = (text: string): boolean => text.search(MARK) >= 0;

/** Makes a repairer for the lines of one document (glosses taken out, characters still Traditional). */
export function createDamageRepair(options: RepairOptions): (line: string) => RepairedLine {
  let judge: Judge | undefined;
  let left = MOST_PLACES;
  return (line) => {
    if (left <= 0 || !isDamaged(line)) return { text: line, repairs: [] };
    judge ??= createJudge(options.segmenter, options.parallels);
    const repaired = repairLine(line, { judge, halfWidth: options.halfWidth, most: left });
    left -= repaired.repairs.length;
    return repaired;
  };
}

/** A real document has a handful; hostile text must not keep us busy. */
const MOST_PLACES = 300;

interface LineOptions {
  readonly judge: Judge;
  readonly halfWidth: boolean;
  readonly most: number;
}

function repairLine(line: string, { judge, halfWidth, most }: LineOptions): RepairedLine {
  const repairs: DamageRepair[] = [];
  const restored: string[] = [];
  let end = 0;
  for (const mark of line.matchAll(MARK)) {
    if (repairs.length >= most) break;
    if (mark.index < end) continue;
    const between = line.slice(end, mark.index);
    const before = `${restored.at(-1) ?? ''}${between}`;
    const afterMark = mark.index + mark[0].length;
    const shift = restoreShift({
      line,
      from: afterMark,
      before: before.slice(-CONTEXT),
      lostHalves: lostHalves(before.slice(-1), mark[1] as string),
      judge,
      marks: MARK,
    });
    if (!shift) continue;
    const filled = fillHole(shift.text, { before, after: line.slice(shift.end), judge });
    const to = halfWidth ? toHalfWidth(filled) : filled;
    repairs.push({ from: line.slice(mark.index, shift.end), to });
    restored.push(between, to);
    end = shift.end;
  }
  return { text: restored.join('') + line.slice(end), repairs };
}

const CONTEXT_OF_HOLE = { before: 6, after: 3 };

/** A swallowed sign may be a digit of an amount: it is filled in only after a parallel text with the same words around it. */
function fillHole(
  text: string,
  place: { readonly before: string; readonly after: string; readonly judge: Judge },
): string {
  const at = text.indexOf('?');
  if (at < 0) return text;
  const before = (place.before + text.slice(0, at)).slice(-CONTEXT_OF_HOLE.before);
  const after = (text.slice(at + 1) + place.after).slice(0, CONTEXT_OF_HOLE.after);
  if (before.length < CONTEXT_OF_HOLE.before || after.length < CONTEXT_OF_HOLE.after) return text;
  const sign = place.judge.between(before, after);
  return sign === null ? text : text.slice(0, at) + sign + text.slice(at + 1);
}

/** The bytes that make, behind the last byte of `previous`, a character read as `heard`. */
export function lostHalves(previous: string, heard: string): readonly number[] {
  return lastBytes(previous).flatMap((lead) =>
    TRAILS.filter((trail) => {
      const character = gbkCharacter(lead, trail);
      return character !== '' && isReadAs(character, heard);
    }),
  );
}

function lastBytes(character: string): readonly number[] {
  const code = gbkCode(character) ?? gbkCode(toFullWidth(character));
  return code === null ? [] : [code % 256];
}
