import { all, first, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-format.ts';
import type { NumberingRef } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1条`, `%1.%2`. */
  readonly text: string;
  readonly spaced: boolean;
  /** Written in Arabic digits whatever the formats say. */
  readonly legal: boolean;
  /** Starts again after this level (1-based) or a higher one; 0 never; null after any higher one. */
  readonly restart: number | null;
  /** Paragraphs of this style stand at this level. */
  readonly style: string | null;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAgain: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** Counts one paragraph and gives its number as text (「（一）」), '' for bullets and unknown lists. */
  readonly next: (reference: NumberingRef, styleId: string | undefined) => string;
}

/**
 * Word's automatic numbering (numbering.xml): lists of one abstract definition count on together, a level
 * starts again after a higher one, `startOverride` starts again where its list is first used.
 */
export function createNumbering(part: XmlElement, styleNumId: (styleId: string) => string | null): Numbering {
  const lists = readLists(part, styleNumId);
  const counters = new Map<string, Map<number, number>>();
  const used = new Set<string>();
  return {
    next: ({ numId, level: given }, styleId) => {
      const list = numId === null ? undefined : lists.get(numId);
      if (numId === null || list === undefined) return '';
      const level = given ?? levelOfStyle(list, styleId) ?? 0;
      const counts = counters.get(list.abstractId) ?? new Map<number, number>();
      counters.set(list.abstractId, counts);
      const override = used.has(`${numId}/${level}`) ? undefined : list.startsAgain.get(level);
      used.add(`${numId}/${level}`);
      const before = counts.get(level);
      counts.set(level, override ?? (before === undefined ? startOf(list, level) : before + 1));
      resetBelow(list, level, counts);
      return textOf(list, level, counts);
    },
  };
}

const startOf = (list: List, level: number): number => list.levels.get(level)?.start ?? 1;

function levelOfStyle(list: List, styleId: string | undefined): number | null {
  if (styleId === undefined) return null;
  for (const [index, level] of list.levels) if (level.style === styleId) return index;
  return null;
}

function resetBelow(list: List, level: number, counts: Map<number, number>): void {
  for (const deeper of counts.keys()) {
    const restart = list.levels.get(deeper)?.restart ?? null;
    if (deeper > level && (restart === null || (restart > 0 && level < restart))) counts.delete(deeper);
  }
}

function textOf(list: List, level: number, counts: ReadonlyMap<number, number>): string {
  const own = list.levels.get(level);
  if (own === undefined || own.format === 'bullet') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = own.legal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal');
    return formatNumber(format, counts.get(index) ?? startOf(list, index));
  });
  return own.spaced && /[^、.．。)）:：]$/u.test(text) ? `${text} ` : text;
}

function readLists(
  part: XmlElement,
  styleNumId: (styleId: string) => string | null,
): ReadonlyMap<string, List> {
  const root = first(part, 'w:numbering');
  const abstracts = new Map(
    all(root, 'w:abstractNum').map((item) => [item.attributes['w:abstractNumId'] ?? '', item]),
  );
  const nums = all(root, 'w:num');
  const abstractOf = (numId: string | null): string =>
    nums
      .map((num) => (num.attributes['w:numId'] === numId ? valueOf(num, 'w:abstractNumId') : null))
      .find((id) => id !== null) ?? '';
  const lists = nums.map((num): [string, List] => {
    const named = valueOf(num, 'w:abstractNumId') ?? '';
    const link = valueOf(abstracts.get(named), 'w:numStyleLink');
    // A list style: the definition hangs on another list, the one that the style names.
    const abstractId = link === null ? named : abstractOf(styleNumId(link)) || named;
    return [num.attributes['w:numId'] ?? '', listOf(num, abstractId, abstracts.get(abstractId))];
  });
  return new Map(lists);
}

function listOf(num: XmlElement, abstractId: string, abstract: XmlElement | undefined): List {
  const overrides = all(num, 'w:lvlOverride');
  const levels = new Map(all(abstract, 'w:lvl').map((level) => [levelIndex(level), levelFrom(level)]));
  const startsAgain = new Map<number, number>();
  for (const override of overrides) {
    const own = first(override, 'w:lvl');
    if (own !== undefined) levels.set(levelIndex(override), levelFrom(own));
    const start = valueOf(override, 'w:startOverride');
    if (start !== null) startsAgain.set(levelIndex(override), whole(start, 1));
  }
  return { abstractId, levels, startsAgain };
}

const levelIndex = (element: XmlElement): number => whole(element.attributes['w:ilvl'] ?? '', 0);

function levelFrom(level: XmlElement): Level {
  const restart = valueOf(level, 'w:lvlRestart');
  // Newer formats are written twice: mc:Choice holds the real one.
  const format = first(level, 'w:numFmt') ?? first(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  return {
    start: whole(valueOf(level, 'w:start') ?? '', 1),
    format: format?.attributes['w:val'] ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    spaced: valueOf(level, 'w:suff') !== 'nothing',
    legal: isOn(first(level, 'w:isLgl')),
    restart: restart === null ? null : whole(restart, 0),
    style: valueOf(level, 'w:pStyle'),
  };
}

/** A switch of WordprocessingML: there without a value means on. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');
}

function valueOf(parent: XmlElement | undefined, name: string): string | null {
  return first(parent, name)?.attributes['w:val'] ?? null;
}

function whole(text: string, otherwise: number): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}
