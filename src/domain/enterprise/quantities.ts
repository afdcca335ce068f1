import { DIGITS, parseNumeral } from '../hanzi/numerals.ts';

/** Numbers as owners say them: 两千万, 1.2亿, 500多万, 800w, 三五百万, 百来号人. */

/** A run of number signs; 「一个亿」「两千多万」「十来个」 have words of roughness within. */
const RUN = /(?:\d,(?=\d{3}(?!\d))|[\d.〇零一二两三四五六七八九十百千万亿点半kw多来几余把个])+/g;
const ROUGH = /[多来几余把个]/g;
const BELOW = /(?:不到|不足|未到|不满|接近|将近|快到?|小于|低于|少于|近)$/;
const HAS_SCALE = /[万亿w]/;
const YUAN = /^(?:左右|多)?[元块]/;
/** 「三万人」「两万平」「万里」 are no money. */
const OTHER_THING = /^(?:左右)?[人名家户台件平吨里亩]/;
/** 「三五百万」「五六十」: the smaller is sure. */
const SPAN = /([一二两三四五六七八九])[一二三四五六七八九](?=[十百千万亿])/g;

/** 「一点二亿」 and 「1亿2千万」 besides what `parseNumeral` reads; null where it is no number. */
function roughNumber(written: string): number | null {
  const text = written.replace(/kw/g, '千万').replace(/w/g, '万').replace(ROUGH, '').replace(SPAN, '$1');
  if (text === '') return null;
  const point = /^([〇零一二两三四五六七八九十]+)点([〇零一二三四五六七八九]+)([百千]?[万亿]*)$/.exec(text);
  if (point) {
    const whole = parseNumeral(point[1] as string);
    const digits = Array.from(point[2] as string, (digit) => DIGITS[digit] ?? '').join('');
    return whole === null ? null : parseNumeral(`${whole}.${digits}${point[3] ?? ''}`);
  }
  // 「一亿半」「一个半亿」
  const half = /^(.+?)(?:([万亿])半|半([万亿]))$/.exec(text);
  if (half) return addHalf(half[1] as string, (half[2] ?? half[3]) as string);
  const parts = /^(.+亿)(.+)$/.exec(text);
  if (parts && /\d/.test(text)) {
    const [high, low] = [parseNumeral(parts[1] as string), parseNumeral(parts[2] as string)];
    // 「1亿2」 leaves out 千万.
    return high === null || low === null ? null : high + (low < 10 ? low * 1e7 : low);
  }
  return parseNumeral(text);
}

function addHalf(number: string, unit: string): number | null {
  const whole = parseNumeral(`${number}${unit}`);
  const one = parseNumeral(`1${unit}`);
  return whole === null || one === null ? null : whole + one / 2;
}

/** A number in a text with the words that carry it. */
export interface Quantity {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Sums of money in yuan in a folded text without blanks, in its order. Rough ones are read as what is sure at
 * least (500多万 = 5,000,000), those below a sum as one yuan less than it (不到两千万), so that thresholds hold.
 */
export function moneyIn(text: string): readonly Quantity[] {
  return [...text.matchAll(RUN)].flatMap((hit) => {
    const behind = text.slice(hit.index + hit[0].length);
    if (!HAS_SCALE.test(hit[0]) ? !YUAN.test(behind) : OTHER_THING.test(behind)) return [];
    const value = roughNumber(hit[0].replace(/^[.,点]+|[.,点]+$/g, ''));
    if (value === null || value <= 0) return [];
    const below = BELOW.test(text.slice(0, hit.index));
    return [
      { value: Math.round(below ? value - 1 : value), start: hit.index, end: hit.index + hit[0].length },
    ];
  });
}

const COUNT = '(?:\\d{1,3}(?:,\\d{3})+|\\d+|[〇零一二三四五六七八九十百千万两半廿卅几]+)';
const HEADS = new RegExp(
  `(?<number>${COUNT})(?:多|来|几|余|把)?(?:个|名|号|位)*(?:多)?(?:正式|在职|全职)?(?:员工|职工|工人|师傅|人(?!工智能|民|才|力)|伙计|社保)|(?:员工|职工|人数|人员|团队|从业人员|社保)(?:人数|规模|数)?(?:一共|总共|大概|大约|差不多|约|有|是|在|:|：)*(?<behind>${COUNT})(?![\\d.]*[年万亿元月])`,
  'g',
);

/** How many people work there, the first count in a folded text without blanks; null where none stands. */
export function headsIn(text: string): Quantity | null {
  for (const hit of text.matchAll(HEADS)) {
    const written = (hit.groups?.['number'] ?? hit.groups?.['behind'] ?? '')
      .replace(/几/g, '')
      .replace(SPAN, '$1');
    const value = written === '' ? null : parseNumeral(written);
    if (value !== null && Number.isInteger(value) && value < 1_000_000)
      return { value, start: hit.index, end: hit.index + hit[0].length };
  }
  return null;
}

const FOUNDED =
  /(?<full>(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})年?(?:\d{1,2}月)?(?:份)?(?:就|才|刚|注册)?(?:成立|注册|创办|创立|开业|开的|开始|办的|登记|建厂|建的|起家|设立)|(?:成立|注册|创办|创立|开业|始建|设立|建厂)(?:于|时间|日期|年份|在|是|:|：)*(?<behind>(?:19|20)\d{2})|(?<![\d了])(?<short>\d{2}|[〇零一二][一二三四五六七八九])年(?:成立|注册|创办|创立|开业|开的|办的|设立)|(?<relative>大前年|前年|去年|今年)(?:才|刚刚?|新)?(?:成立|注册|创办|创立|开业|开的|开张|办的|设立)|(?:成立|开|干|做|办|经营|注册)了?(?:快|有|已经|大概|差不多)*(?<span>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:多)?年(?:了|多|$)/;

const RELATIVE: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2, 大前年: 3 };

/** 「二〇一五」 digit by digit. */
const yearNumber = (text: string): number =>
  Number(Array.from(text, (digit) => (/\d/.test(digit) ? digit : String(DIGITS[digit] ?? ''))).join(''));

/** The year in which an enterprise was founded; `year` is the present one. Null where none is said or it lies ahead. */
export function foundedIn(text: string, year: number): number | null {
  const groups = FOUNDED.exec(text)?.groups;
  if (!groups) return null;
  const full = groups['full'] ?? groups['behind'];
  const relative = RELATIVE[groups['relative'] ?? ''];
  const span = groups['span'] === undefined ? null : parseNumeral(groups['span']);
  const founded =
    full !== undefined
      ? yearNumber(full)
      : groups['short'] !== undefined
        ? centuryOf(yearNumber(groups['short']), year)
        : relative !== undefined
          ? year - relative
          : year - (span ?? Number.NaN);
  return founded >= 1900 && founded <= year ? founded : null;
}

/** 「15年」 is 2015, 「98年」 1998. */
const centuryOf = (short: number, year: number): number => (short <= year % 100 ? 2000 : 1900) + short;

/** The year that stands in a text: 「2022年认定的」「去年」; null where none does. */
export function yearIn(text: string, year: number): number | null {
  const full = /(?:19|20)\d{2}(?=年|$)/.exec(text)?.[0];
  if (full !== undefined) return Number(full) <= year ? Number(full) : null;
  const short = /(?<!\d)(\d{2})年(?!代|内|以)/.exec(text)?.[1];
  if (short !== undefined && Number(short) <= year % 100) return 2000 + Number(short);
  const relative = /大前年|前年|去年|今年/.exec(text)?.[0];
  return relative === undefined ? null : year - (RELATIVE[relative] as number);
}
