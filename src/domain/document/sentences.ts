const ENDS = new Set('。！？；!?;');
const OPENING = '“‘「『（(《〈【[{〔';
const CLOSING = '”’」』）)》〉】]}〕';
const MOST_QUOTED = 400;

/**
 * The sentences of a text, each with its end mark; joined they are the text again. Marks within quotes and
 * brackets end nothing, unless the quote stays open for 400 characters (then it was never closed).
 */
export function sentences(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  let openedAt = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) {
      if (depth === 0) openedAt = at;
      depth += 1;
    } else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0 && at - openedAt > MOST_QUOTED) depth = 0;
    const isEnd = character === '\n' || (depth === 0 && ENDS.has(character));
    if (!isEnd || ENDS.has(text.charAt(at + 1))) continue;
    const end = CLOSING.includes(text.charAt(at + 1)) ? at + 2 : at + 1;
    found.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}
