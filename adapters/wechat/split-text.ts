/** Where a text may be cut, the best place first; the cut is behind the match. */
const ENDS: readonly RegExp[] = [
  /\n/g,
  /[。！？!?…]+[」』”"’）)】》]*/g,
  /[；;][」』”"’）)】》]*/g,
  /[，,、：:]/g,
  /\s/g,
];

/** A part shorter than this share of the limit is not worth a better place to cut. */
const LEAST_SHARE = 0.4;

/** The index in the text (in UTF-16 units) behind its first `count` characters. */
function indexAfter(text: string, count: number): number {
  let index = 0;
  for (const character of text) {
    if (count === 0) break;
    index += character.length;
    count -= 1;
  }
  return index;
}

/** The last place of a sort within `room` where the text may be cut; null where it is too early or there is none. */
function lastEnd(end: RegExp, text: string, room: number): number | null {
  let last: number | null = null;
  for (const found of text.slice(0, room).matchAll(end)) last = found.index + found[0].length;
  return last !== null && last >= room * LEAST_SHARE ? last : null;
}

function cutOf(text: string, limit: number): number {
  const room = indexAfter(text, limit);
  for (const end of ENDS) {
    const cut = lastEnd(end, text, room);
    if (cut !== null) return cut;
  }
  return room;
}

/**
 * A text in parts of at most `limit` characters, cut at line and sentence ends where there are any: joined, they are
 * the text but for white space around the cuts. Empty where the text is blank.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const cut = indexAfter(rest, limit) === rest.length ? rest.length : cutOf(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return parts;
}
