/** A stretch of text; an unsafe one (control characters, lone surrogates) is never shown to the native part. */
export interface Piece {
  readonly text: string;
  readonly safe: boolean;
}

/** The native part takes time and memory by length of call, and a crash there cannot be caught. */
const LONGEST = 2000;

const UNSAFE = /[\p{Cc}\p{Cs}\p{Cn}]+/u;
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+/gu;
const LATIN = /^[0-9A-Za-z]$/;

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
  const merged: string[] = [];
  let open = false;
  for (const word of words) {
    const latin = LATIN.test(word);
    if (latin && open) merged.push((merged.pop() ?? '') + word);
    else merged.push(word);
    open = latin;
  }
  return merged;
}
