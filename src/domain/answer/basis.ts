import { fold } from '../hanzi/fold.ts';
import type { Segmenter } from '../segment.ts';
import { heard, saidBy, type Sought, soughtFor } from './heard.ts';
import { isOtherRate } from './rates.ts';
import { isFiller } from './subject.ts';
import { isAsking } from './synonyms.ts';
import type { AskedFact, Entry, Question } from './types.ts';

/** What a clause shares with a question, word by word. */
export interface Basis {
  /** Share of the question's words, weighed by how rarely they are used, that the clause holds in some form. */
  readonly coverage: number;
  /** The same as a sum: two rare words found are more than one of one. */
  readonly found: number;
  /** Weight of the heaviest word that the clause lacks. */
  readonly missing: number;
  /** Share of the owner's sayings for which the clause has the documents' word; 0 without sayings. */
  readonly sayings: number;
  /** The question wants a figure, an address, conditions, and the clause holds nothing of the kind. */
  readonly lacksFact: boolean;
  /** The fact that it lacks, the first that is asked for; null where it lacks none. */
  readonly lacks: AskedFact | null;
}

const FIGURE = /\d/;

/** What a clause must hold to answer; what is not listed can be answered by any sentence. */
const NEEDS: Partial<Record<AskedFact, RegExp>> = {
  amount:
    /\d\s*(?:万|亿|千|百)?元|\d\s*亿(?![户家人级])|按.{0,8}(?:规定|标准)|(?:按|[费利税]率|奖|补|贴|给予)[^。;；]{0,24}\d\s*[%％]|全额/,
  rate: /\d\s*[%％‰]|\d\s*[∶:：]\s*\d|百分之|增长\d|\d\s*倍/,
  count: FIGURE,
  contact: /\d{3,4}-?\d{7,8}|1[3-9]\d{9}|12345|https?:|www\.|地址[:：]|电话[:：]/,
  conditions: /条件|具备|符合|应当|须|不(?:低于|超过|少于)|以上的?(?:企业|单位)/,
  'how-to': /申[报请]|登录|提交|材料|流程|程序|平台|窗口|办理|登记|通办|绿色通道|受理/,
};

/** True where what is asked for needs a sign that the clause does not bear. */
const isUnstated = (ask: AskedFact, text: string, asked: string): boolean =>
  NEEDS[ask]?.test(text) === false || (ask === 'rate' && isOtherRate(asked, text));

const LOG_MILLION = Math.log(1e6 / 0.8);

/** 0–1: everyday words weigh little, rare ones 1. */
export const rarity = (perMillion: number): number => (Math.log(1e6 / (perMillion + 0.8)) / LOG_MILLION) ** 2;

/** A saying is as telling as a fairly rare word. */
const SAYING_WEIGHT = 0.7;

/** What a question says, piece by piece: a saying with the documents' words for it, or a word and how rare it is. */
interface Piece {
  readonly said: Sought;
  readonly weight: number;
  readonly means: readonly Sought[];
  /** 0–1: how surely those words stand for it; null for a word that stands for itself. */
  readonly sureness: number | null;
}

type Words = Pick<Segmenter, 'words' | 'frequency'>;

// A question is held against many clauses.
const read = new WeakMap<Question, { readonly words: Words; readonly pieces: readonly Piece[] }>();

function piecesOf(question: Question, words: Words): readonly Piece[] {
  const before = read.get(question);
  if (before?.words === words) return before.pieces;
  const phrases = new Map(question.sayings.map((saying) => [saying.phrase, saying]));
  const pieces = question.subject.split(' ').flatMap((part): readonly Piece[] => {
    const saying = phrases.get(part);
    if (saying && isAsking(saying)) return [];
    if (saying) {
      const means = saying.means.map((mean) => soughtFor(fold(mean)));
      return [{ said: soughtFor(part), weight: SAYING_WEIGHT, means, sureness: saying.weight }];
    }
    return words
      .words(part)
      .filter((word) => !isFiller(word) && word.length > 1)
      .map((word) => ({
        said: soughtFor(word),
        weight: rarity(words.frequency(word)),
        means: [],
        sureness: null,
      }));
  });
  read.set(question, { words, pieces });
  return pieces;
}

/** Compares a question with a clause. `segmenter` is asked for the question's words and how rare they are. */
export function basisOf(question: Question, entry: Entry, segmenter: Words): Basis {
  const said = saidBy(entry);
  let total = 0;
  let found = 0;
  let missing = 0;
  let sayings = 0;
  let meant = 0;
  for (const { said: own, weight, means, sureness } of piecesOf(question, segmenter)) {
    const share = Math.max(heard(own, said), ...means.map((mean) => (sureness ?? 0) * heard(mean, said)));
    total += weight;
    found += weight * share;
    missing = Math.max(missing, weight * (1 - share));
    if (sureness === null) continue;
    sayings += 1;
    meant += share;
  }
  // 「1、」 before an item is no figure.
  const body = entry.clause.text.replace(/^\s*\d+[.．、]\s*/, '');
  const lacks = question.asks.find((ask) => isUnstated(ask, body, question.text)) ?? null;
  return {
    coverage: total === 0 ? 0 : found / total,
    found,
    missing,
    sayings: sayings === 0 ? 0 : meant / sayings,
    lacksFact: lacks !== null,
    lacks,
  };
}
