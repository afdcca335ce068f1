const HAN = '\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉〔〕【】「」『』…—　·０-９Ａ-Ｚ';
const BREAK_IN_HAN = new RegExp(`(?<=[${HAN}])[\\t ]*[\\r\\n]+\\s*(?=[${HAN}])`, 'gu');

const SENTENCE_END = /[。；：！？.;:!?）)」』”》]$/;
/** 「一、」「（一）」「第五条」「1.」「• 」 — the shapes that begin a line and never stand within one by chance. */
const LINE_START =
  /^(?:　　|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百零\d]{1,5}[章节条]|\d{1,2}[.、．]|[•·●])/;

/** An item of this length or less is a heading, not the first line of wrapped text. */
const SHORT = 30;

/** Browsers' reading of white space: runs become one space, a line break between two Hanzi nothing. */
export function flow(text: string): string {
  return text
    .replace(BREAK_IN_HAN, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim();
}

/**
 * Cuts the text of one block into lines where its own line breaks (\n) are meant — debris of plain text in a
 * page — and joins it where they only wrap the source. A break is meant where a sentence ends, an item begins,
 * or the line before is short.
 */
export function linesIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => ({ raw: line.replace(/^[ \t\r]+/, ''), text: flow(line) }));
  const full = lines.filter((line) => line.text !== '');
  if (full.length < 2) return full.map((line) => line.text);
  const longest = full.reduce((most, line) => Math.max(most, line.text.length), 0);
  const meant = full.filter((line, index) => {
    const before = full[index - 1];
    if (before === undefined) return false;
    const isShort =
      before.text.length < longest / 2 || (before.text.length < SHORT && LINE_START.test(before.raw));
    return isShort || SENTENCE_END.test(before.text) || LINE_START.test(line.raw);
  });
  return meant.length / (full.length - 1) >= 0.5 ? full.map((line) => line.text) : [flow(text)];
}

/** Lines of preformatted text: tabs stay, they may separate the columns of a table. */
export function preformattedLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/^(?:(?!\t)\s)+|(?:(?!\t)\s)+$/gu, ''))
    .filter((line) => line.trim() !== '');
}
