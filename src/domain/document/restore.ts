import { createDamageRepair, isDamaged } from '../hanzi/damage.ts';
import { dropGlosses } from '../hanzi/gloss.ts';
import { isTraditional, simplifyTraditional } from '../hanzi/simplify.ts';
import type { Segmenter } from '../segment.ts';
import { dropControl, dropTags } from './control.ts';
import { type Cleaned, droppedAs, joinNeighbours } from './droppings.ts';
import { duplicateLines } from './duplicate.ts';
import { dropFurniturePieces, footStart, isAdvertising, isFurniture, isPageNumber } from './furniture.ts';
import { type Line, withText } from './line.ts';
import { dropLostSpaces, hasLostSpaces } from './lost-space.ts';
import type { Dropped, Repair } from './types.ts';

export interface RestoreOptions {
  readonly segmenter: Segmenter;
  readonly parallels: readonly string[];
}

export interface Restored {
  readonly lines: readonly Line[];
  readonly dropped: readonly Dropped[];
  readonly repairs: readonly Repair[];
}

/** Puts the text of a document right: what is no text is taken out, damage is repaired, Traditional is converted. */
export function restore(lines: readonly Line[], options: RestoreOptions): Restored {
  const clean = inSequence(lines, cleanLine);
  const spaced = hasLostSpaces(clean.lines.map((line) => line.text))
    ? inSequence(clean.lines, (text) => (isDamaged(text) ? { text, dropped: [] } : dropLostSpaces(text)))
    : clean;
  const bare = inSequence(spaced.lines, (text) => {
    const { text: kept, glosses } = dropGlosses(text);
    return { text: kept, dropped: droppedAs('gloss', glosses) };
  });
  const mended = mend(bare.lines, options);
  const page = dropPage(mended.lines);
  return {
    lines: page.lines,
    dropped: joinNeighbours([
      ...clean.dropped,
      ...(spaced === clean ? [] : spaced.dropped),
      ...bare.dropped,
      ...page.dropped,
    ]),
    repairs: mended.repairs,
  };
}

interface Pass {
  readonly lines: readonly Line[];
  readonly dropped: readonly Dropped[];
}

function inSequence(lines: readonly Line[], step: (text: string) => Cleaned): Pass {
  const dropped: Dropped[] = [];
  const kept = lines.map((line) => {
    const cleaned = step(line.text);
    dropped.push(...cleaned.dropped);
    return cleaned.text === line.text ? line : withText(line, cleaned.text);
  });
  return { lines: kept, dropped };
}

function cleanLine(text: string): Cleaned {
  const control = dropControl(text);
  const tags = dropTags(control.text);
  return { text: tags.text, dropped: [...control.dropped, ...tags.dropped] };
}

/** Damage first, since its bytes are those of the Traditional text. */
function mend(
  lines: readonly Line[],
  { segmenter, parallels }: RestoreOptions,
): { lines: readonly Line[]; repairs: readonly Repair[] } {
  const whole = lines.map((line) => line.text).join('\n');
  const toPlain = isTraditional(whole) ? simplifyTraditional : (text: string): string => text;
  // The document itself tells how its author puts things: 「支持政策」 elsewhere speaks for it here.
  const repair = createDamageRepair({
    segmenter,
    parallels: [...parallels, whole],
    halfWidth: prefersHalfWidth(whole),
  });
  const repairs: Repair[] = [];
  const mended = lines.map((line) => {
    const repaired = repair(line.text);
    repairs.push(...repaired.repairs.map(({ from, to }) => ({ from, to: toPlain(to) })));
    return withText(line, toPlain(repaired.text));
  });
  return { lines: mended, repairs };
}

function prefersHalfWidth(text: string): boolean {
  const count = (character: string): number => text.split(character).length - 1;
  return count(',') > count('，');
}

/** Takes out what belongs to the page and not to the document. */
function dropPage(lines: readonly Line[]): Pass {
  const texts = lines.map((line) => line.text.trim());
  const foot = footStart(texts);
  const copies = duplicateLines(texts);
  const kept: Line[] = [];
  const dropped: Dropped[] = [];
  for (const [at, line] of lines.entries()) {
    const text = texts[at] as string;
    if (text === '') continue;
    if (isAdvertising(text)) dropped.push(...advertising(text));
    else if (isPageNumber(text)) dropped.push(...droppedAs('page-break', [text]));
    else if (at >= foot || isFurniture(text)) dropped.push(...droppedAs('furniture', [text]));
    else if (copies.has(at)) dropped.push(...droppedAs('duplicate', [text]));
    else {
      const rest = dropFurniturePieces(line.text);
      dropped.push(...rest.dropped);
      kept.push(withText(line, rest.text));
    }
  }
  return { lines: kept, dropped };
}

/** 「无障碍功能 …365体育…」: what stands beside the spam is only furniture. */
function advertising(text: string): readonly Dropped[] {
  return text
    .split(/\s+/)
    .flatMap((part) =>
      droppedAs(isFurniture(part) && !isAdvertising(part) ? 'furniture' : 'advertising', [part]),
    );
}
