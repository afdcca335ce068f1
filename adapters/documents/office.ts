import type { SourceDocument } from '../../src/domain/document/types.ts';
import { DocumentError } from '../../src/ports/document-reader.ts';
import { openArchive } from './archive.ts';
import { relationsOf } from './xml.ts';

/** OFD and OpenDocument packages and binary workbooks: to be saved as docx or pdf first. */
const OTHER_FORMATS = /^(?:OFD\.xml|content\.xml|xl\/workbook\.bin)$/;

/** Reads a Word or Excel package; which of them it is, its main relation says. */
export async function readOffice(bytes: Uint8Array): Promise<Omit<SourceDocument, 'file'>> {
  const archive = openArchive(bytes);
  if (archive.names.some((name) => OTHER_FORMATS.test(name))) throw new DocumentError('old-format');
  const main = relationsOf(archive, '').find((relation) => relation.type === 'officeDocument')?.target;
  const part = [main, 'word/document.xml', 'xl/workbook.xml'].find(
    (name) => name !== undefined && archive.names.includes(name),
  );
  if (part === undefined) throw new DocumentError('unreadable');
  if (part.startsWith('xl/')) return (await import('./xlsx/index.ts')).readXlsx(archive, part);
  if (part.startsWith('ppt/')) throw new DocumentError('unreadable');
  return (await import('./docx/index.ts')).readDocx(archive, part);
}
