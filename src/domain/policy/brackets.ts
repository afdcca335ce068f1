const OPEN = '(（〔[［【';
const CLOSE = ')）〕]］】';

/** Longest bracket that is read; a lost closing mark must not swallow the document. */
const LONGEST = 1200;

/**
 * The insides of all outermost brackets of a text; inner brackets (〈含开发区〉, (市、区)) stay in them.
 * A bracket that is never closed ends at the end of its line. 《》 and 〈〉 are no brackets here.
 */
export function bracketsIn(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (OPEN.includes(character)) {
      if (depth === 0) start = index + 1;
      depth++;
    } else if (CLOSE.includes(character) && depth > 0) {
      depth--;
      if (depth === 0) found.push(text.slice(start, index));
    }
    if (depth > 0 && (index - start > LONGEST || index === text.length - 1)) {
      if (depth > 0 && index === text.length - 1)
        found.push((text.slice(start).split('\n')[0] as string).replace(/[。]$/, ''));
      depth = 0;
      index = Math.max(start, index - LONGEST);
    }
  }
  return found.filter((inner) => inner !== '');
}
