/** A stretch of text; an unsafe one (control characters, lone surrogates) is never shown to the native part. */
export interface Piece {
  readonly text: string;
  readonly safe: boolean;
}

/** The native part takes time and memory by length of call, and a crash there cannot be caught. */
const LONGEST = 2000;

const UNSAFE = /[\p{Cc}\p{Cs}\p{Cn}]+/u;
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+/gu;

/** What is known of a unit: nothing yet, safe by itself, unsafe or half of a character. */
const SAFE = 1;
const UNSURE = 2;
const safety = new Uint8Array(0x10000);

/** True for a short text without anything unsafe, as nearly every question is: it can be cut as it stands. */
export function isPlain(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const known = safety[unit];
    if (known !== SAFE && (known === UNSURE || !isSafe(unit))) return false;
  }
  return true;
}

function isSafe(unit: number): boolean {
  const safe = !UNSAFE.test(String.fromCharCode(unit));
  safety[unit] = safe ? SAFE : UNSURE;
  return safe;
}

/** Cuts text into sentences of at most 2,000 characters; the pieces put together are the text. */
export function piecesOf(text: string): readonly Piece[] {
  if (text.length <= LONGEST && !UNSAFE.test(text) && text !== '') return [{ text, safe: true }];
  return splitKeeping(text, UNSAFE).flatMap((part) =>
    UNSAFE.test(part) ? [{ text: part, safe: false }] : sentences(part),
  );
}

function splitKeeping(text: string, separator: RegExp): readonly string[] {
  return text.split(new RegExp(`(${separator.source})`, separator.flags)).filter((part) => part !== '');
}

function sentences(text: string): readonly Piece[] {
  return (text.match(SENTENCE) ?? []).flatMap((sentence) =>
    chunks(sentence).map((chunk) => ({ text: chunk, safe: true })),
  );
}

function chunks(sentence: string): readonly string[] {
  const found: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const last = rest.charCodeAt(LONGEST - 1);
    const inPair = last >= 0xd800 && last <= 0xdbff;
    const end = inPair ? LONGEST - 1 : LONGEST;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? found : [...found, rest];
}

/** Without its Markov model cppjieba cuts GB18030 into seven words: letters and digits are put together again. */
export function mergeLatin(words: readonly string[]): readonly string[] {
  for (let at = 1; at < words.length; at += 1) {
    if (isLatin(words[at]) && isLatin(words[at - 1])) return mergeFrom(words, at);
  }
  return words;
}

/** Word number `first` is the first that belongs to the one before. */
function mergeFrom(words: readonly string[], first: number): readonly string[] {
  const merged = words.slice(0, first);
  for (let at = first; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (isLatin(word) && isLatin(words[at - 1])) merged.push((merged.pop() ?? '') + word);
    else merged.push(word);
  }
  return merged;
}

function isLatin(word: string | undefined): boolean {
  if (word?.length !== 1) return false;
  const unit = word.charCodeAt(0);
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
