import { fold } from '../hanzi/fold.ts';
import { isComparison, readAsks } from './asks.ts';
import type { ConcernReader } from './concerns.ts';
import type { Gazetteer } from './regions.ts';
import { readSpeech, withoutIntrusions } from './speech.ts';
import { subjectOf } from './subject.ts';
import type { Saying, Thesaurus } from './synonyms.ts';
import type { NamedRegion, Question } from './types.ts';
import { isStory, wishStart } from './wish.ts';

/** Longer messages are cut: a question of a phone is short, and what follows is a pasted text. */
export const MAX_QUESTION = 400;

export interface QuestionReader {
  readonly gazetteer: Gazetteer;
  readonly thesaurus: Thesaurus;
  readonly concerns: ConcernReader;
  /** Words of a text in order (`Segmenter.words`). */
  readonly words: (text: string) => readonly string[];
  /** Puts typed pinyin and homophone typos right (`Speller.correct`). */
  readonly correct: (text: string) => string;
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;

/** Folded text in one line without control characters, at most `MAX_QUESTION` characters. */
export function cleanQuestion(raw: string): string {
  const head = raw.slice(0, MAX_QUESTION * 4).replace(UNSAFE, ' ');
  // The cut may fall within a character of two units.
  return fold(head)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_QUESTION)
    .replace(/\p{Cs}$/u, '');
}

/** 「到25年」「24年底」: a year of this century; 「25年的老厂」 is an age. */
const SHORT_YEAR = /(?:(?<=[到至在])|(?<![\d.])(?=\d\d年(?:[底末度初]|目标|要)))(2\d)年/g;

const YEAR = /(?<!\d)(20[0-4]\d)年?(?!\d)/g;

function yearsOf(text: string): number[] {
  return [...new Set([...text.matchAll(YEAR)].map((found) => Number(found[1])))];
}

/** 「专精特」 within 「专精特新」, 「汉融」 between 「武汉」 and 「融资」: found by chance, not said. */
function cutsWords({ start, end }: Saying, words: readonly string[]): boolean {
  let at = 0;
  let cuts = 0;
  for (const word of words) {
    const next = at + word.length;
    for (const edge of [start, end]) {
      if (edge <= at || edge >= next) continue;
      if (word.length > 2) return true;
      cuts += 1;
    }
    at = next;
  }
  return cuts > 1;
}

/** 「么时候」 is how 武汉 asks; within 「什么时候」 nobody said it. */
const cutsWhat = ({ start, phrase }: Saying, text: string): boolean =>
  phrase.startsWith('么') && text[start - 1] === '什';

/** The subject with sayings kept whole: 「周转不开」 must not lose its 「不」 before documents' words are put beside it. */
function subjectAround(text: string, sayings: readonly Saying[], words: QuestionReader['words']): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, phrase } of sayings) {
    parts.push(subjectOf(text.slice(from, start), words), phrase);
    from = end;
  }
  parts.push(subjectOf(text.slice(from), words));
  return parts.filter((part) => part !== '').join(' ');
}

/** 「有30个人」: who asks says of itself; 「30」 stands in clauses that have nothing to do with it. */
const OWN_STAFF = /(?:有|才|就|共|不到|大概|大约)\d+(?:来|多)?[个名]?(?:人|员工|工人)(?![才次])/g;

const AFTER_PLACE =
  /^(?:这边|那边|这里|那里|这儿|地区|市里|全市|全省|市|省|的|有|在|是|要|今年|目前|现在|\d|$)/;

/** A place that only says where: at the end, or before something that is no name with it. */
function isWhere(word: string, part: string, { gazetteer }: QuestionReader): boolean {
  if (!gazetteer.isPlace(word)) return false;
  return AFTER_PLACE.test(part.slice(part.indexOf(word) + word.length));
}

/** Reads a message as a question. Never fails: what is no question comes back with `speech`. */
export function readQuestion(raw: string, reader: QuestionReader): Question {
  const text = cleanQuestion(raw).replace(SHORT_YEAR, '20$1年');
  const whole = readWhole(text, reader);
  const at = whole.speech === null ? wishStart(whole.text, (part) => subjectOf(part, reader.words)) : 0;
  if (at === 0) return whole;
  const { regions, districts, years } = whole;
  const wish = { ...readWhole(whole.text.slice(at), reader), regions, districts, years };
  // 「自己没读几多书，…有没有给老板上课的班」 asks for no number.
  const asks = wish.asks.length > 0 ? wish.asks : whole.asks;
  return { ...whole, asks, wish: isStory(whole.text.slice(0, at)) ? wish : null };
}

function readWhole(text: string, reader: QuestionReader): Question {
  const { text: wanted, found: intruded } = withoutIntrusions(text);
  const safe = readSpeech(wanted) === null ? reader.correct(wanted) : wanted;
  const places = reader.gazetteer.find(safe);
  const wished = safe.replace(OWN_STAFF, (told) => ' '.repeat(told.length));
  const sayings = reader.thesaurus
    .find(safe)
    .filter((saying) => !cutsWhat(saying, safe) && !cutsWords(saying, reader.words(safe)));
  // A place may be part of a name, 「武汉英才」; by itself it says where to look and not what for.
  const words = (part: string): readonly string[] =>
    reader.words(part).map((word) => (isWhere(word, part, reader) ? ' ' : word));
  const subject = subjectAround(wished, sayings, words);
  const asks = readAsks(safe);
  const speech =
    readSpeech(safe === '' ? text : safe) ?? (intruded && asks.length === 0 ? 'intrusion' : null);
  return {
    text: safe,
    speech: intruded && speech !== null ? 'intrusion' : speech,
    asks,
    regions: places.map(({ region }): NamedRegion => region),
    districts: reader.gazetteer.districts(safe),
    years: yearsOf(safe),
    subject,
    plain: subjectOf(wished, words),
    sayings,
    concerns: reader.concerns(safe),
    compares: isComparison(safe),
    wish: null,
  };
}
