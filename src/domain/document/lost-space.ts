import { type Cleaned, takeOut } from './droppings.ts';

/**
 * Non-breaking spaces that a converter turned into 「?」. Rows of them, or one where no sentence can ask, are
 * dropped; a question mark behind a question stays. One sure place makes doubtful ones in the same document
 * lost spaces too.
 */
const ROW = /(?:[?\ufffd]\s*){3,}/g;
const ALONE = /^\s*(?:[?\ufffd]\s*)+$/g;
/** 「服务?、鼓励」 「信息化厅)?」 「?附件」: beside punctuation or at a line's start nobody asks. */
const BESIDE_PUNCTUATION =
  /(?<=[，。、；：,;:)）】》“]\s*)[?\ufffd]+|[?\ufffd]+(?=\s*[，。、；：,;:)）】》“])|^\s*[?\ufffd]+(?=\s*\S)/g;
const IN_TEXT = /(?<=[\u3400-\u9fff”’"])[?\ufffd]+/g;
const ASKS = /[吗呢么啥谁哪几吧何]|是否|多少|怎|如何|能否|可否|是不是|有没有|行不行|为什/;
const LINK = /[a-z]+:\/\/\S*$|[\w./-]+$/i;

/** True where a document surely lost spaces: a whole line of 「?」, an indent of two, or a row of at least four. */
export const hasLostSpaces = (lines: readonly string[]): boolean =>
  lines.some(
    (line) =>
      /^\s*\?(?:\s*$|\?)/.test(line) || /(?:\?\s*){4,}/.test(line) || /[)）。、]\?\s*$|\?[、，]/.test(line),
  );

/** Takes lost spaces out of a line; `line` is left alone where the document shows no sure sign of them. */
export function dropLostSpaces(line: string): Cleaned {
  if (!/[?\ufffd]/.test(line)) return { text: line, dropped: [] };
  const rows = takeOut(takeOut(line, ALONE, 'lost-space').text, ROW, 'lost-space');
  const text = rows.text.replace(BESIDE_PUNCTUATION, keepInLinks).replace(IN_TEXT, keepQuestions);
  const lost = Array.from(line).filter((character) => character === '?' || character === '\ufffd').length;
  const left = Array.from(text).filter((character) => character === '?' || character === '\ufffd').length;
  return { text, dropped: lost > left ? [{ reason: 'lost-space', text: marks(line, lost - left) }] : [] };
}

const marks = (line: string, count: number): string =>
  Array.from(line)
    .filter((character) => character === '?' || character === '\ufffd')
    .slice(0, count)
    .join('');

type Replacer = (match: string, offset: number, whole: string) => string;

const keepInLinks: Replacer = (match, offset, whole) =>
  LINK.test(whole.slice(Math.max(0, offset - 60), offset)) ? match : '';

const keepQuestions: Replacer = (match, offset, whole) => {
  const sentence = whole
    .slice(Math.max(0, offset - 60), offset)
    .split(/[。！!；;]/)
    .at(-1) as string;
  return ASKS.test(sentence) ? match : '';
};
