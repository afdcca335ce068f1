import { basename } from 'node:path';
import type { SourceDocument } from '../../src/domain/document/types.ts';
import { DocumentError, type DocumentReader } from '../../src/ports/document-reader.ts';
import { decodeText } from './decode.ts';
import { isHtml, readHtml } from './html/index.ts';
import { isEncryptedOffice, kindOf } from './kind.ts';
import { readPlainText } from './plain-text.ts';

export interface DocumentReaderOptions {
  /** Longer files are refused; 30 MB unless said otherwise. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 30 * 1024 * 1024;

type Read = Omit<SourceDocument, 'file'>;

/**
 * Reads text, HTML, Word (docx), PDF and Excel (xlsx) files; what a file is, and its encoding, is found from
 * its bytes alone. Every failure is a `DocumentError`. The libraries of Word, PDF and Excel files are loaded
 * when the first such file comes.
 */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const mostBytes = options.mostBytes ?? MOST_BYTES;
  return {
    read: async ({ name, bytes }) => {
      if (bytes.length === 0) throw new DocumentError('empty');
      if (bytes.length > mostBytes) throw new DocumentError('too-large');
      try {
        return { file: basename(name.replaceAll('\\', '/')), ...(await readAs(bytes)) };
      } catch (error) {
        throw error instanceof DocumentError ? error : new DocumentError('damaged', { cause: error });
      }
    },
  };
}

async function readAs(bytes: Uint8Array): Promise<Read> {
  switch (kindOf(bytes)) {
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes);
    case 'zip':
      return (await import('./office.ts')).readOffice(bytes);
    case 'cfb':
      throw new DocumentError(isEncryptedOffice(bytes) ? 'encrypted' : 'old-format');
    case 'old-format':
      throw new DocumentError('old-format');
    case 'binary':
      throw new DocumentError('binary');
    case 'text':
      return readText(bytes);
  }
}

function readText(bytes: Uint8Array): Read {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new DocumentError('empty');
  if (isHtml(text)) return { format: 'html', encoding, ...readHtml(text) };
  const read = readPlainText(text);
  if (read.blocks.length === 0) throw new DocumentError('no-text');
  return { format: 'text', encoding, ...read };
}
