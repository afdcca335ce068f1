import type { Block, SourceDocument } from '../../../src/domain/document/types.ts';
import { DocumentError } from '../../../src/ports/document-reader.ts';
import type { Archive } from '../archive.ts';
import { createDropping, withoutSpace } from '../counting.ts';
import { toTable } from '../grid.ts';
import { all, first, readPart, relationsOf, type XmlElement } from '../xml.ts';
import { createCellReader } from './cells.ts';
import { sheetRows } from './sheet.ts';

/** Some writers use `x:row` for `row`. */
const LOCAL_NAMES = { prefixes: false } as const;

/** Names that the program gave, not the author. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i;

/**
 * Reads a workbook: each sheet its name as a heading and its cells as a table, as they are shown (dates as
 * YYYY-MM-DD, percentages as such). Hidden sheets hold what choosers offer; they are furniture.
 */
export function readXlsx(archive: Archive, main: string): Omit<SourceDocument, 'file'> {
  const workbook = readPart(archive, main, LOCAL_NAMES);
  const relations = relationsOf(archive, main);
  const partOf = (type: string): XmlElement =>
    readPart(archive, relations.find((relation) => relation.type === type)?.target ?? '', LOCAL_NAMES);
  const readCell = createCellReader({
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    since1904: /^(?:1|true)$/.test(first(workbook, 'workbook', 'workbookPr')?.attributes['date1904'] ?? ''),
  });
  const blocks: Block[] = [];
  const dropping = createDropping();
  const inserted: string[] = [];
  for (const sheet of all(first(workbook, 'workbook', 'sheets'), 'sheet')) {
    const target = relations.find((relation) => relation.id === sheet.attributes['r:id'])?.target;
    const rows = target === undefined ? [] : sheetRows(readPart(archive, target, LOCAL_NAMES), readCell);
    const name = sheet.attributes['name'] ?? '';
    if ((sheet.attributes['state'] ?? 'visible') !== 'visible') {
      dropping.add(
        'furniture',
        rows
          .flat()
          .map((cell) => cell.text)
          .join(''),
      );
      continue;
    }
    const table = toTable(rows);
    if (table.blocks.length === 0) continue;
    if (!UNNAMED.test(name)) blocks.push({ kind: 'heading', level: 1, text: name });
    blocks.push(...table.blocks);
    inserted.push(...table.repeats.map(withoutSpace));
  }
  if (blocks.length === 0) throw new DocumentError('no-text');
  const dropped = dropping.all();
  const shown = blocks.map(lengthOf).reduce((sum, length) => sum + length, 0);
  const copied = inserted.reduce((sum, text) => sum + text.length, 0);
  const gone = dropped.reduce((sum, piece) => sum + piece.text.length, 0);
  return {
    format: 'xlsx',
    encoding: null,
    blocks,
    characters: shown - copied + gone,
    dropped,
    repairs: inserted.map((to) => ({ from: '', to })),
  };
}

function lengthOf(block: Block): number {
  const texts = block.kind === 'table' ? block.rows.flat() : [block.text];
  return withoutSpace(texts.join('')).length;
}
