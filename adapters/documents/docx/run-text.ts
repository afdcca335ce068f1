import type { DropReason } from '../../../src/domain/document/types.ts';
import { withoutSpace } from '../counting.ts';
import { first, textIn, type XmlElement } from '../xml.ts';
import { isOn } from './numbering.ts';

/** What one paragraph holds. */
export interface RunText {
  readonly text: string;
  /** Text boxes anchored here, to be read behind the paragraph. */
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  readonly dropped: readonly { readonly reason: DropReason; readonly text: string }[];
  /** Characters that the file holds as elements, not as text. */
  readonly inserted: readonly string[];
}

/** Properties, field codes, and what only marks a place. */
const SILENT: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delInstrText',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rubyPr',
  'w:tblPr',
  'w:sectPr',
  'mc:Fallback',
]);

/** Text of a paragraph's runs: deleted and hidden text, and pronunciations, are told apart and left out. */
export function runText(paragraph: XmlElement): RunText {
  const texts: string[] = [];
  const boxes: XmlElement[] = [];
  const notes: { kind: 'footnote' | 'endnote'; id: string }[] = [];
  const dropped: { reason: DropReason; text: string }[] = [];
  const inserted: string[] = [];

  const drop = (reason: DropReason, element: XmlElement): void => {
    dropped.push({ reason, text: withoutSpace(sourceText(element)) });
  };
  const note = (kind: 'footnote' | 'endnote', element: XmlElement): void => {
    notes.push({ kind, id: element.attributes['w:id'] ?? '' });
  };
  const rules: Readonly<Record<string, (element: XmlElement) => void>> = {
    'w:t': (element) => void texts.push(textIn(element)),
    'm:t': (element) => void texts.push(textIn(element)),
    'w:tab': () => void texts.push('\t'),
    'w:ptab': () => void texts.push('\t'),
    'w:br': () => void texts.push('\n'),
    'w:cr': () => void texts.push('\n'),
    'w:noBreakHyphen': () => {
      texts.push('-');
      inserted.push('-');
    },
    'w:del': (element) => drop('markup', element),
    'w:moveFrom': (element) => drop('markup', element),
    'w:rt': (element) => drop('gloss', element),
    'w:footnoteReference': (element) => note('footnote', element),
    'w:endnoteReference': (element) => note('endnote', element),
    'w:txbxContent': (element) => void boxes.push(element),
    'w:r': (element) =>
      isOn(first(element, 'w:rPr', 'w:vanish')) ? drop('markup', element) : visitAll(element),
    'mc:AlternateContent': (element) =>
      visitAll(first(element, 'mc:Choice') ?? first(element, 'mc:Fallback') ?? element),
  };
  const visitAll = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string' || SILENT.has(child.name)) continue;
      (rules[child.name] ?? visitAll)(child);
    }
  };
  visitAll(paragraph);
  return { text: texts.join(''), boxes, notes, dropped, inserted };
}

const TEXT: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t']);

/** All text that a part's XML holds, read or not: the measure against which coverage is counted. */
export function sourceText(parent: XmlElement): string {
  const isAlternative = parent.name === 'mc:AlternateContent';
  const chosen = isAlternative ? (first(parent, 'mc:Choice') ?? first(parent, 'mc:Fallback')) : undefined;
  return (chosen ?? parent).children
    .map((child) => {
      if (typeof child === 'string') return '';
      return TEXT.has(child.name) ? textIn(child) : sourceText(child);
    })
    .join('');
}
