import { digitValues, NONE } from './characters.ts';

/** Words that sound like digits: 「要三八灵灵灵灵…」. */
const SOUNDS: readonly string[] = [
  '灵铃凌临林令另玲',
  '要腰妖邀医依衣夭么',
  '儿尔耳而',
  '伞散山叁仨',
  '思寺丝司死是',
  '午舞武吴屋',
  '溜流留刘柳',
  '期起漆奇妻气',
  '扒吧爸巴发叭',
  '酒久就玖韭',
];
const SOUND_VALUES: ReadonlyMap<string, number> = new Map(
  SOUNDS.flatMap((sounds, value) => Array.from(sounds, (sound) => [sound, value] as const)),
);
const ANY = new RegExp(`[${SOUNDS.join('')}]`);

const LENGTH = 11;
const LEAST_DIGITS = 4;

/**
 * A folded text in which words that sound like digits are digits, where they and true digits fill up a mobile number
 * exactly. Length is kept.
 */
export function readHomophones(text: string): string {
  if (!ANY.test(text)) return text;
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfRun(text, at);
    const number =
      end - at >= LENGTH && end - at <= LENGTH + 3 ? readRun(text.slice(end - LENGTH, end)) : null;
    if (number !== null) {
      parts.push(text.slice(done, end - LENGTH), number);
      done = end;
    }
    at = Math.max(end, at + 1);
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}

const valueOf = (text: string, at: number): number => {
  const value = digitValues()[text.charCodeAt(at)] ?? NONE;
  return value < 10 ? value : (SOUND_VALUES.get(text.charAt(at)) ?? NONE);
};

function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && valueOf(text, at) !== NONE) at += 1;
  return at;
}

function readRun(run: string): string | null {
  const digits = Array.from(run, (_, at) => valueOf(run, at)).join('');
  const plain = Array.from(run).filter((sign) => !SOUND_VALUES.has(sign)).length;
  return /^1[3-9]\d{9}$/.test(digits) && plain >= LEAST_DIGITS ? digits : null;
}
