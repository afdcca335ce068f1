import { all, first, type XmlElement } from '../xml.ts';

export interface NumberingRef {
  /** `0` takes numbering away. */
  readonly numId: string | null;
  readonly level: number | null;
}

/** What a paragraph inherits from its style and the styles that it is based on. */
export interface ParagraphStyle {
  readonly numbering: NumberingRef | null;
  /** 1 to 9; null for body text. */
  readonly outline: number | null;
}

const PLAIN: ParagraphStyle = { numbering: null, outline: null };

/** Resolves paragraph styles by id, through their chain of `basedOn`. */
export function createStyles(part: XmlElement): (id: string | undefined) => ParagraphStyle {
  const byId = new Map(
    all(first(part, 'w:styles'), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string | undefined, seen: readonly string[] = []): ParagraphStyle => {
    const style = id === undefined ? undefined : byId.get(id);
    if (id === undefined || style === undefined || seen.includes(id) || seen.length > 20) return PLAIN;
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const base = resolve(first(style, 'w:basedOn')?.attributes['w:val'], [...seen, id]);
    const properties = first(style, 'w:pPr');
    const own = {
      numbering: numberingOf(properties) ?? base.numbering,
      outline: outlineOf(properties) ?? headingByName(style) ?? base.outline,
    };
    resolved.set(id, own);
    return own;
  };
  return (id) => resolve(id);
}

export function numberingOf(properties: XmlElement | undefined): NumberingRef | null {
  const numbering = first(properties, 'w:numPr');
  if (numbering === undefined) return null;
  const level = first(numbering, 'w:ilvl')?.attributes['w:val'];
  return {
    numId: first(numbering, 'w:numId')?.attributes['w:val'] ?? null,
    level: level === undefined ? null : Number(level),
  };
}

/** Outline level 0 is Heading 1; 9 is body text. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const value = first(properties, 'w:outlineLvl')?.attributes['w:val'];
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) + 1 : null;
}

/** Built-in heading styles may carry no outline level of their own; `Title` stands above them all. */
function headingByName(style: XmlElement): number | null {
  const name = first(style, 'w:name')?.attributes['w:val'] ?? '';
  if (/^title$/i.test(name)) return 1;
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}
