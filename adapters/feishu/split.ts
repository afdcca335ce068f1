/** The size that a message's content has on its way: it is JSON within JSON. */
export const bytesOf = (content: string): number => Buffer.byteLength(JSON.stringify(content));

/** Where a text may be cut, the best first. */
const CUTS = [/\n\n(?!\n)/g, /\n/g, /[。！？；]/g, /[，、 ]/g] as const;

function lastCut(text: string): number {
  for (const pattern of CUTS) {
    const cut = [...text.matchAll(pattern)].at(-1);
    if (cut && cut.index + cut[0].length > text.length / 2) return cut.index + cut[0].length;
  }
  // Not between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
}

function longestFitting(text: string, fits: (piece: string) => boolean): number {
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text in pieces that fit, in order and whole, cut at paragraphs, lines or sentences where that is possible. */
export function splitText(text: string, fits: (piece: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (!fits(rest) && rest.length > 2) {
    const cut = lastCut(rest.slice(0, longestFitting(rest, fits)));
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}
