import { DocumentError } from '../../src/ports/document-reader.ts';
import { chineseShare } from './common-hanzi.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const SAMPLE = 64 * 1024;
/** A declared charset decides only between candidates that are nearly as good as one another. */
const HINT_BONUS = 0.05;
/** A text of this share of common characters or less was decoded wrongly (right ones have 0.4 and more). */
const LEAST_SHARE = 0.08;
const MOST_CONTROLS = 0.02;

/**
 * Finds the encoding from the bytes and decodes them without the byte order mark.
 * Throws `binary` where the bytes are no text, `unreadable` where no encoding gives a sensible one.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(({ bytes: wanted }) => wanted.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return checked(bytes, mark.encoding);
  if (isCertainlyUtf8(bytes)) return checked(bytes, 'utf-8');
  const sample = sampleOf(bytes);
  if (sample.includes(0)) return checkedWide(bytes, sample);
  const hint = declaredCharset(bytes);
  const candidates = (['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({
      encoding,
      share: shareOf(sample, encoding) + (encoding === hint ? HINT_BONUS : 0),
    }))
    .toSorted((a, b) => b.share - a.share);
  const best = candidates[0];
  if (best === undefined || best.share < LEAST_SHARE) throw refusal(bytes);
  return checked(bytes, best.encoding);
}

/**
 * Valid UTF-8 throughout, with a character of three bytes or nothing but ASCII. Two-byte characters alone
 * prove nothing: 联通 in GBK is valid UTF-8.
 */
function isCertainlyUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(withoutHalfCharacter(bytes));
    return /[\u0800-\uFFFF]/.test(text) || !/[\u0080-\u07FF]/.test(text);
  } catch {
    return false;
  }
}

/** Takes a character that is cut off at the end of a truncated file away. */
function withoutHalfCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** 64 KB from the first byte that is not ASCII, at an even place so that UTF-16 keeps its step. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  const start = first < 0 ? 0 : first - (first % 2);
  return bytes.subarray(start, start + SAMPLE);
}

function shareOf(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const share = chineseShare(text) ?? 0;
  // Latin letters are not in the table: 'é' in valid UTF-8 beats two Hanzi in GB18030 that nobody writes.
  return encoding === 'utf-8' && !text.includes('\uFFFD') ? Math.max(share, 0.3) : share;
}

/** Zero bytes mean UTF-16 without its mark, or no text at all. */
function checkedWide(bytes: Uint8Array, sample: Uint8Array): Decoded {
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, share: plainShare(sample, encoding) }))
    .toSorted((a, b) => b.share - a.share);
  if (best !== undefined && best.share >= 0.5) return checked(bytes, best.encoding);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyControls(text) || (chineseShare(text) ?? 1) < LEAST_SHARE) throw new DocumentError('binary');
  return checked(bytes, 'utf-8');
}

function plainShare(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const others = text.replace(/[\t\n\r -~]/g, '');
  const plain = text.length - others.length;
  return text.length === 0
    ? 0
    : (plain + Math.max(0, chineseShare(others) ?? 0) * others.length) / text.length;
}

function declaredCharset(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (/^(gb2312|gbk|gb18030|x-gbk)$/.test(name)) return 'gb18030';
  return name === 'big5' ? 'big5' : name === 'utf-8' ? 'utf-8' : null;
}

function checked(bytes: Uint8Array, encoding: Encoding): Decoded {
  const whole = encoding === 'utf-8' ? withoutHalfCharacter(bytes) : bytes;
  const text = new TextDecoder(encoding).decode(whole);
  if (isMostlyControls(text)) throw new DocumentError('binary');
  return { text, encoding };
}

function refusal(bytes: Uint8Array): DocumentError {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
  return new DocumentError(isMostlyControls(text) ? 'binary' : 'unreadable');
}

function isMostlyControls(text: string): boolean {
  const controls = text.match(/(?![\t\n\v\f\r])[\u0000-\u001F\u007F]/g)?.length ?? 0;
  return controls > MOST_CONTROLS * text.length;
}
