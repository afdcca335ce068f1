import type { Repair, SourceDocument } from '../../../src/domain/document/types.ts';
import { DocumentError } from '../../../src/ports/document-reader.ts';
import { createDropping, withoutSpace } from '../counting.ts';
import { furnitureOf } from './furniture.ts';
import { type Line, linesOf } from './lines.ts';
import { pagesOf } from './open.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Some fonts give the signs of radicals for the characters themselves: ⼀ (U+2F00) for 一. */
const RADICALS = /[\u2E80-\u2FDF\uF900-\uFAFF]/g;
const NO_MEANING = /[\uFFFD\uE000-\uF8FF]|\p{Cc}/gu;

/**
 * Reads the text of a PDF with its own character maps, so that fonts that are not embedded (STSong-Light) are
 * read too. Throws `no-text` for pictures of pages and for fonts that do not say what their signs mean.
 */
export async function readPdf(bytes: Uint8Array): Promise<Omit<SourceDocument, 'file'>> {
  if (isHalfWritten(bytes)) throw new DocumentError('damaged');
  const pages = (await pagesOf(bytes)).map((page, index) => linesOf(page, index));
  const furniture = furnitureOf(pages.map((page) => page.lines));
  const dropping = createDropping();
  const kept: Line[] = [];
  for (const page of pages) {
    for (const line of page.lines) {
      if (furniture.has(line)) dropping.add('furniture', line.text);
      else {
        dropping.keep();
        kept.push(line);
      }
    }
    for (const text of page.doubled) dropping.add('duplicate', text);
    for (const text of page.askew) dropping.add('furniture', text);
  }
  const words = withoutSpace(kept.map((line) => line.text).join(''));
  const lost = words.match(NO_MEANING)?.length ?? 0;
  if (words.length < 3 * (pages.length - 1) || words === '' || lost > words.length / 3)
    throw new DocumentError('no-text');
  const dropped = dropping.all();
  const { lines, repairs } = withoutRadicals(kept);
  return {
    format: 'pdf',
    encoding: null,
    blocks: paragraphsOf(lines),
    characters: words.length + dropped.reduce((sum, piece) => sum + piece.text.length, 0),
    dropped,
    repairs,
  };
}

function withoutRadicals(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly repairs: readonly Repair[];
} {
  const repairs: Repair[] = [];
  const repaired = lines.map((line) => ({
    ...line,
    text: line.text.replace(RADICALS, (from) => {
      const to = from.normalize('NFKC');
      if (to !== from) repairs.push({ from, to });
      return to;
    }),
  }));
  return { lines: repaired, repairs };
}

/**
 * pdf.js reads what there is of a file that was cut off, and says nothing of the pages that are not. A whole
 * file ends with its cross references; one made for the web says at its start how long it is.
 */
function isHalfWritten(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-4096));
  if (!/startxref|%%EOF/.test(end)) return true;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const length = /\/Linearized\b[^>]*\/L\s+(\d{1,10})/.exec(start)?.[1];
  return length !== undefined && Number(length) > bytes.length;
}
