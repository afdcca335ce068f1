import { astralDigit, digitValues, isHanziDigit, NONE, Script } from './characters.ts';
import { createDraft, type Digits, type Draft, entry, lastIsNear, push } from './digits.ts';
import { Gap, gapBetween, isSameWord } from './gaps.ts';
import { spellOutRepeats } from './repeats.ts';
import { endOfWord, isAlphanumeric, pushX, readWord } from './words-as-digits.ts';

const HIGH_FIRST = 0xd800;
const HIGH_LAST = 0xdbff;

/** Reads the digits of a folded text, whatever they are written as. Linear. */
export function readDigits(text: string, original: string = text): Digits {
  const draft = createDraft(Math.max(64, text.length >> 2));
  for (let at = 0; at < text.length; ) at = readSign(text, at, draft);
  markEnclosed(draft, original);
  return withGaps(text, spellOutRepeats(text, draft));
}

/** Reads what stands in one place; returns the place behind it. */
function readSign(text: string, at: number, draft: Draft): number {
  const unit = text.charCodeAt(at);
  if (isAlphanumeric(unit)) {
    const end = endOfWord(text, at);
    readWord(text, { from: at, to: end }, draft);
    return end;
  }
  if (unit >= HIGH_FIRST && unit <= HIGH_LAST) {
    const value = astralDigit(text.codePointAt(at) ?? 0);
    if (value !== NONE) push(draft, { value, script: Script.arabic, from: at, to: at + 2 });
    return at + 2;
  }
  const value = isWord(text, at) ? NONE : (digitValues()[unit] ?? NONE);
  if (BARS.has(unit) && !lastIsNear(draft, at) && isStroke(text, at))
    push(draft, { value: 1, script: Script.letter, from: at, to: at + 1 });
  else if (value !== NONE) push(draft, { value, script: scriptOf(text.charAt(at)), from: at, to: at + 1 });
  else if (CROSSES.has(unit) && lastIsNear(draft, at)) pushX(draft, at);
  return at + 1;
}

/** 「统一」「唯一」, 「后四位」「中间四个是」: a word beside a number, no digit of it. */
const isWord = (text: string, at: number): boolean =>
  (text.charAt(at) === '一' && '统唯专单第万划'.includes(text.charAt(at - 1) || ' ')) ||
  (isHanziDigit(text.charAt(at)) && /^.(?:位|个[是数字])/.test(text.slice(at, at + 3)));

const BARS = new Set(Array.from('|丨', (sign) => sign.charCodeAt(0)));

/** 「|38 0000 0000」: a stroke for a one, where it begins a number. */
const isStroke = (text: string, at: number): boolean =>
  /[3-9]/.test(text.charAt(at + 1)) && !/[\da-z|丨]/.test(text.charAt(at - 1));

/** Folding made plain digits of 「①」: what was one is told from the text as it came. */
function markEnclosed({ count, from, script }: Draft, original: string): void {
  for (let at = 0; at < count; at += 1) {
    const unit = original.charCodeAt(entry(from, at));
    if (unit >= 0x2460 && unit <= 0x27ff) script[at] = Script.enclosed;
  }
}

/** Other ways to write the X of an ID card: 「×」, 「叉」. */
const CROSSES = new Set(Array.from('×叉', (sign) => sign.charCodeAt(0)));

const scriptOf = (sign: string): number =>
  isHanziDigit(sign) ? Script.hanzi : 'οо'.includes(sign) ? Script.letter : Script.arabic;

function withGaps(text: string, draft: Draft): Digits {
  const gap = new Uint8Array(draft.count + 1).fill(Gap.apart);
  for (let at = 1; at < draft.count; at += 1)
    gap[at] = gapBetween(text, entry(draft.to, at - 1), entry(draft.from, at));
  joinSameWords(text, draft, gap);
  return { ...draft, gap };
}

const MIDDLE = 4;
const LONGEST_SAME = 4;

function joinSameWords(text: string, { count, from, to }: Draft, gap: Uint8Array): void {
  const sizeOf = (at: number): number => entry(from, at) - entry(to, at - 1);
  for (let at = 1; at + MIDDLE < count; at += 1) {
    const next = at + MIDDLE;
    if (gap[at] !== Gap.apart || gap[next] !== Gap.apart || sizeOf(at) > LONGEST_SAME) continue;
    if (!isSameWord(text.slice(to[at - 1], from[at]), text.slice(to[next - 1], from[next]))) continue;
    gap[at] = Gap.noise;
    gap[next] = Gap.noise;
  }
}
