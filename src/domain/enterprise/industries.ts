import { fold } from '../hanzi/fold.ts';
import { pinyinOf } from '../hanzi/pinyin.ts';
import type { IndustryCode, Section } from './types.ts';

/** `seeds/industries.json`: sections and divisions of GB/T 4754-2017 with the words that owners use. */
export interface IndustryData {
  readonly sections: readonly { readonly code: string; readonly name: string }[];
  readonly divisions: readonly {
    readonly code: string;
    readonly section: string;
    readonly name: string;
    readonly words: readonly string[];
    /** Count only where no other word stands: 研发, 加工厂. */
    readonly weak: readonly string[];
  }[];
}

export interface Industry {
  readonly code: IndustryCode;
  readonly section: Section;
  readonly name: string;
  readonly sectionName: string;
}

export interface Industries {
  /** The industry that words like 「做五金加工的」 mean; null where none is named. */
  readonly read: (text: string) => Industry | null;
  /** The same, but homophones of longer words count too (五斤加工), and what is done (卖…, 生产…) where nothing else does. */
  readonly guess: (text: string) => Industry | null;
  readonly industry: (code: IndustryCode) => Industry | null;
}

interface Word {
  readonly word: string;
  readonly code: string;
  readonly weak: boolean;
}

interface Found extends Word {
  readonly end: number;
}

const WHOLESALE = '51';
const RETAIL = '52';
/** Goods are made (C), grown or dug; who sells them is in trade. */
const GOODS = new Set(['A', 'B', 'C']);
const MAKES = /生产|制造|加工|厂|自产|种植|养殖|研发/;
const SELLS_WHOLESALE = /批发|贸易|经销|代理|分销|销售|进出口|外贸/;
const SELLS_RETAIL = /零售|店|卖|超市|门市|商行|铺/;
const LEAST_SYLLABLES = 3;
/** What is done tells the section where the thing itself is not known: 「卖…」「生产…」. */
const DOINGS = [
  { pattern: /批发|经销|代理/, code: WHOLESALE },
  { pattern: /卖|专卖|店/, code: RETAIL },
  { pattern: /生产|制造|加工|代工|厂/, code: '41' },
  { pattern: /^.{0,4}种/, code: '01' },
  { pattern: /^.{0,4}养(?![护老生])/, code: '03' },
  { pattern: /维修|修/, code: '81' },
  { pattern: /出租|租赁/, code: '71' },
] as const;

const keyOf = (text: string): string => fold(text).replace(/[\s"'“”‘’]+/gu, '');

/** Words in their order, longest first at each place. */
function wordsIn(key: string, words: readonly Word[]): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < key.length; ) {
    const hit = words.find(({ word }) => key.startsWith(word, at));
    if (hit) found.push({ ...hit, end: at + hit.word.length });
    at += hit ? hit.word.length : 1;
  }
  return found;
}

/** Chinese puts the head last (汽车零部件检测 is testing), but weak words say little. */
function headOf(found: readonly Found[]): Found | undefined {
  return found.findLast(({ weak }) => !weak) ?? found.at(-1);
}

function traded(key: string): string | null {
  if (MAKES.test(key)) return null;
  if (SELLS_WHOLESALE.test(key)) return WHOLESALE;
  return SELLS_RETAIL.test(key) ? RETAIL : null;
}

const spelled = (text: string): string => ` ${pinyinOf(text).join(' ')} `;

// Programs of one process with the same seeds read alike.
const known = new WeakMap<IndustryData, Industries>();

/** Reads industries from owners' words. */
export function createIndustries(data: IndustryData): Industries {
  const before = known.get(data);
  if (before !== undefined) return before;
  const made = makeIndustries(data);
  known.set(data, made);
  return made;
}

function makeIndustries(data: IndustryData): Industries {
  const sectionNames = new Map(data.sections.map(({ code, name }) => [code, name]));
  const byCode = new Map(
    data.divisions.map(({ code, section, name }): [string, Industry] => [
      code,
      {
        code: code as IndustryCode,
        section: section as Section,
        name,
        sectionName: sectionNames.get(section) ?? '',
      },
    ]),
  );
  const words = data.divisions
    .flatMap(({ code, name, words: strong, weak }): Word[] => [
      ...[name, ...strong].map((word) => ({ word: keyOf(word), code, weak: false })),
      ...weak.map((word) => ({ word: keyOf(word), code, weak: true })),
    ])
    .toSorted((one, other) => other.word.length - one.word.length);

  const industryOf = (head: Found | undefined, key: string): Industry | null => {
    if (!head) return null;
    const industry = byCode.get(head.code) ?? null;
    const trade = industry && GOODS.has(industry.section) ? traded(key) : null;
    return trade === null ? industry : (byCode.get(trade) ?? industry);
  };
  const read: Industries['read'] = (text) => {
    const key = keyOf(text);
    return industryOf(headOf(wordsIn(key, words)), key);
  };
  return {
    read,
    guess: (text) => {
      const known = read(text);
      if (known) return known;
      const heard = spelled(keyOf(text));
      const hit = words.find(({ word }) => word.length >= LEAST_SYLLABLES && heard.includes(spelled(word)));
      const code = hit?.code ?? DOINGS.find(({ pattern }) => pattern.test(text))?.code;
      return code === undefined ? null : (byCode.get(code) ?? null);
    },
    industry: (code) => byCode.get(code) ?? null,
  };
}
