/** Characters of one message that are kept; WeChat itself takes some 16,000. */
export const LONGEST_TEXT = 100_000;

/** How web-protocol puppets write an emoji: `<span class="emoji emoji1f604"></span>`. */
const EMOJI = /<span class="emoji emoji([0-9a-f]{2,12})"><\/span>/gi;
const LINE_BREAK = /<br\s*\/?>|\r\n?|[\u2028\u2029]/gi;
const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** Marks that turn the direction of writing or have no width; U+200D stays, it joins emoji. */
const INVISIBLE = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const HALF_CHARACTER = /\p{Cs}/gu;

const HIGHEST_CODE_POINT = 0x10ffff;

/** Flags and keycaps are two code points of five or four digits each. */
function emojiOf(digits: string): string {
  const each = digits.length === 10 ? 5 : digits.length === 8 ? 4 : digits.length;
  const parts = digits.match(new RegExp(`.{${each}}`, 'g')) ?? [];
  const points = parts.map((part) => Number.parseInt(part, 16));
  return points.every((point) => point <= HIGHEST_CODE_POINT) ? String.fromCodePoint(...points) : '';
}

/** Text or a name as people see it: no control, direction or half characters; U+2005 behind a mention stays. */
export const cleanText = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .replace(EMOJI, (_span, digits: string) => emojiOf(digits))
    .replace(LINE_BREAK, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(HALF_CHARACTER, '\uFFFD');
