import type { Block, SourceDocument } from '../../../src/domain/document/types.ts';
import { DocumentError } from '../../../src/ports/document-reader.ts';
import type { Archive } from '../archive.ts';
import { createDropping, withoutSpace } from '../counting.ts';
import { all, first, readPart, relationsOf, type XmlElement } from '../xml.ts';
import { createBody } from './body.ts';
import { createNumbering } from './numbering.ts';
import { sourceText } from './run-text.ts';
import { createStyles } from './styles.ts';

/**
 * Reads a Word document from its XML directly: mammoth leaves out automatic numbers (一、（一）), which clauses
 * are cited by, and gives no account of what it leaves out. Page headers and footers are furniture, tracked
 * deletions and hidden text are dropped, text boxes and notes stand behind their paragraph.
 */
export function readDocx(archive: Archive, main: string): Omit<SourceDocument, 'file'> {
  const relations = relationsOf(archive, main);
  const parts = (type: string): readonly XmlElement[] =>
    relations
      .filter((relation) => relation.type === type)
      .map((relation) => readPart(archive, relation.target));
  const part = (type: string): XmlElement => parts(type)[0] ?? { name: '', attributes: {}, children: [] };
  const stylesPart = part('styles');
  const styles = createStyles(stylesPart);
  const document = readPart(archive, main);
  const notes = [...notesIn(part('footnotes'), 'footnote'), ...notesIn(part('endnotes'), 'endnote')];
  const body = createBody({
    styles,
    numbering: createNumbering(part('numbering'), (styleId) => styles(styleId).numbering?.numId ?? null),
    notes: new Map(notes),
  });
  body.read(first(document, 'w:document', 'w:body') ?? document);
  const { blocks, dropped, inserted } = body.found();
  if (blocks.length === 0) throw new DocumentError('no-text');

  const furniture = [...parts('header'), ...parts('footer')].map(sourceText);
  const dropping = createDropping();
  for (const piece of dropped) dropping.add(piece.reason, piece.text);
  for (const text of furniture) dropping.add('furniture', text);
  const read = [sourceText(document), ...notes.map(([, note]) => sourceText(note)), ...furniture];
  return {
    format: 'docx',
    encoding: null,
    blocks: blocks satisfies readonly Block[],
    characters: withoutSpace(read.join('')).length,
    dropped: dropping.all(),
    repairs: inserted.map((to) => ({ from: '', to })),
  };
}

/** Notes by kind and id; separators between text and notes are notes of a type. */
function notesIn(part: XmlElement, kind: 'footnote' | 'endnote'): readonly (readonly [string, XmlElement])[] {
  return all(first(part, `w:${kind}s`), `w:${kind}`)
    .filter((note) => note.attributes['w:type'] === undefined || note.attributes['w:type'] === 'normal')
    .map((note) => [`${kind}/${note.attributes['w:id'] ?? ''}`, note] as const);
}
