/** A quotation that the puppet has written into the text of the message. */
export interface InlineQuote {
  readonly name: string;
  readonly text: string;
  /** What was said about it. */
  readonly reply: string;
}

/** 「张三：…」, on some clients “张三：…” or "张三：…". */
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['"', '"'],
];

/** 「- - - - - - - - - - - - - - -」, 「—————————」, 「------」 on a line of its own. */
const DIVIDER = String.raw`[ \t]*\n[ \t]*(?:[-–—―─－_][ \t]*){5,}(?:\n|$)`;

/** Name, colon, text; on 企业微信 the text begins on a line of its own. */
const SPEAKER = /^([^：:\n]{1,64})[：:][ \t]*\n?([^]*)$/;

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

/** What stands before the first divider at which all brackets are closed; of all dividers the first, where none is. */
function cutAt(text: string, [open, close]: readonly [string, string]): { end: number; next: number } | null {
  const cuts = [...text.matchAll(new RegExp(`${close}${DIVIDER}`, 'g'))]
    .slice(0, 50)
    .map((found) => ({ end: found.index, next: found.index + found[0].length }));
  const closed = cuts.find(({ end }) => {
    const before = text.slice(0, end + 1);
    return open === close || countOf(before, open) === countOf(before, close);
  });
  return closed ?? cuts[0] ?? null;
}

/** Reads 「张三：内容」, a dashed line, the reply; null where the text is none such. Anyone can type that: no proof. */
export function readInlineQuote(text: string): InlineQuote | null {
  const brackets = BRACKETS.find(([open]) => text.startsWith(open));
  if (brackets === undefined) return null;
  const cut = cutAt(text, brackets);
  if (cut === null) return null;
  const speaker = SPEAKER.exec(text.slice(1, cut.end));
  if (speaker === null) return null;
  return {
    name: (speaker[1] as string).trim(),
    text: (speaker[2] as string).trim(),
    reply: text.slice(cut.next).trim(),
  };
}
