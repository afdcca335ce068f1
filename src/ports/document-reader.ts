import type { SourceDocument } from '../domain/document/types.ts';

export type DocumentRefusal =
  | 'empty'
  | 'too-large'
  | 'encrypted'
  | 'no-text'
  | 'damaged'
  | 'archive-bomb'
  | 'old-format'
  | 'binary'
  | 'unreadable';

/** Why a file could not be read; `cause` keeps the library's own error. */
export class DocumentError extends Error {
  readonly code: DocumentRefusal;

  constructor(code: DocumentRefusal, options?: { readonly cause?: unknown }) {
    super(code, options);
    this.name = 'DocumentError';
    this.code = code;
  }
}

/** Turns a file's bytes into blocks; kind and encoding are found from the bytes. Throws `DocumentError`. */
export interface DocumentReader {
  readonly read: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<SourceDocument>;
}
