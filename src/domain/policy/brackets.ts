const OPEN = '(（〔[［【';
const CLOSE = ')）〕]］】';

/** Longer brackets are a lost closing mark, not a bracket. */
const LONGEST = 1200;
/** How far an open bracket that is never closed reaches at most, within its line. */
const LONGEST_OPEN = 200;

/** What stands within a bracket, and where the bracket opens. */
export interface Bracket {
  readonly inside: string;
  readonly start: number;
}

interface Pair {
  readonly start: number;
  readonly end: number;
}

/** Matching pairs in the order of their closing marks, and the places of brackets that stay open. One pass. */
function pairsIn(text: string): { readonly pairs: readonly Pair[]; readonly open: readonly number[] } {
  const pairs: Pair[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (OPEN.includes(character)) open.push(index);
    else if (CLOSE.includes(character)) {
      const start = open.pop();
      if (start !== undefined && index - start <= LONGEST) pairs.push({ start, end: index });
    }
  }
  return { pairs, open };
}

/**
 * The insides of all outermost brackets of a text; inner brackets ((市、区)) stay in them. A bracket that is
 * never closed reaches to the end of its line. 《》 and 〈〉 are no brackets here.
 */
export function bracketsIn(text: string): readonly Bracket[] {
  const { pairs, open } = pairsIn(text);
  const found: Pair[] = [];
  for (const pair of pairs) {
    while (found.length > 0 && (found.at(-1) as Pair).start > pair.start) found.pop();
    found.push(pair);
  }
  const closed = found.map(({ start, end }) => ({ inside: text.slice(start + 1, end), start }));
  const last = open.at(-1);
  const rest = last === undefined || found.some(({ start }) => start > last) ? '' : text.slice(last + 1);
  const unclosed = {
    inside: (/^[^\n]*/.exec(rest.slice(0, LONGEST_OPEN - 1)) as RegExpExecArray)[0].replace(/。$/, ''),
    start: last ?? 0,
  };
  return [...closed, unclosed].filter(({ inside }) => inside !== '');
}
