/** What a file is by its bytes. `cfb` is the container of old Office formats and of encrypted new ones. */
export type FileKind = 'pdf' | 'zip' | 'cfb' | 'old-format' | 'binary' | 'text';

const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'cfb', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'binary', bytes: [0x1f, 0x8b] },
  { kind: 'binary', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'binary', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'binary', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { kind: 'binary', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'binary', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** Rich text, a page with its pictures in one file, Word's XML of 2003: text, but not to be read as such. */
const OLD_TEXT_FORMATS = [
  /^\s*\{\\rtf/,
  /^\s*MIME-Version:[^]*multipart\/related/i,
  /^\s*<\?xml[^]*<\?mso-application/,
  /^\s*<\?xml[^]*schemas\.microsoft\.com\/office\/2006\/xmlPackage/,
];

/** Tells a file's kind from its bytes; a name proves nothing. */
export function kindOf(bytes: Uint8Array): FileKind {
  const found = SIGNATURES.find(({ bytes: wanted }) => wanted.every((byte, index) => bytes[index] === byte));
  if (found !== undefined) return found.kind;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  // Some servers put a few bytes before the header; readers of PDF look through the first kilobyte.
  if (/^%PDF-\d/.test(head) || (/%PDF-\d\.\d[\r\n]/.test(head.slice(0, 1024)) && /\d obj\b/.test(head)))
    return 'pdf';
  return OLD_TEXT_FORMATS.some((pattern) => pattern.test(head)) ? 'old-format' : 'text';
}

/** An OOXML file with a password is a CFB container with a stream of this name. */
const ENCRYPTED_STREAM = 'EncryptedPackage'.replace(/./g, '$&\0');

export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    ENCRYPTED_STREAM,
    0,
    'latin1',
  );
}
