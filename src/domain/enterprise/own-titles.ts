import { once } from '../hanzi/once.ts';
import { pinyinOf } from '../hanzi/pinyin.ts';
import { yearIn } from './quantities.ts';
import { titlesIn } from './titles.ts';
import type { Holding, Qualification } from './types.ts';

/** Names of qualifications that are mistyped by sound; four syllables and more are enough to be sure. */
const SOUNDS = [
  '专精特新',
  '高新技术企业',
  '科技型中小企业',
  '创新型中小企业',
  '单项冠军',
  '小巨人',
  '规模以上',
  '限额以上',
];
/** Syllables of which many dialects tell no more apart, one a character. */
const soundsOf = (text: string): readonly string[] =>
  pinyinOf(text).map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'));
const namesBySound = once(() => SOUNDS.map((name) => ({ name, sounds: soundsOf(name) })));

/** 「专精特心」「小具人」 → as they are written; 「专特精新」 has its characters in another order. */
function settled(text: string): string {
  const ordered = text.replace(/[专精特新]{4}/g, (four) => (new Set(four).size === 4 ? '专精特新' : four));
  const characters = Array.from(ordered);
  const sounds = soundsOf(ordered);
  for (const { name, sounds: wanted } of namesBySound()) {
    if (ordered.includes(name)) continue;
    const at = sounds.findIndex((_, start) =>
      wanted.every((sound, offset) => sounds[start + offset] === sound),
    );
    if (at >= 0) characters.splice(at, wanted.length, ...Array.from(name));
  }
  return characters.join('');
}

/** What is wished for, asked or denied is not held. */
const NOT_HELD =
  /没有?|未|不是|还不|尚|无|想|准备|打算|争取|计划|冲刺|正在|申请|申报|培育库|差一?点|落选|被取消|退|过期|失效|以前是|曾|要评|怎么|如何|如果|假如|要是/;
const LISTED = /上市公司|已经?上市|板上市|交所上市|港股上市|股票代码/;

const GOT = /(?:认定|评上?|批|拿到?|获得|通过|进)的?$/;

/** What a stretch of text says of the speaker's own qualifications. */
export interface OwnTitles {
  readonly holdings: readonly Holding[];
  /** A title whose level the words leave open: 「我们是专精特新」. */
  readonly unclear: boolean;
}

const clausesOf = (text: string): readonly string[] =>
  text.split(/[,，。;；!！、\n]/).filter((part) => part !== '');

/**
 * Qualifications stated in a folded text without blanks, with the year where one stands beside; typing errors by
 * sound are read. `municipality`: 市级 has the rank of a province's.
 */
export function ownTitles(
  text: string,
  { year, municipality }: { readonly year: number; readonly municipality: boolean },
): OwnTitles {
  const parts = clausesOf(text).filter((part) => !NOT_HELD.test(part));
  const found = parts.flatMap((part, at) => {
    const words = settled(part);
    // 「高新技术企业,2022年认定的」
    const behind = parts[at + 1] ?? '';
    const since = yearIn(part, year) ?? (GOT.test(behind) ? yearIn(behind, year) : null);
    return titlesIn(words, { municipality }).flatMap(({ anyOf, maybe }) => {
      const [only, ...others] = anyOf;
      if (only === 'listed' && !LISTED.test(words)) return [];
      const sure = only !== undefined && others.length === 0 && maybe.length === 0;
      return [{ qualification: sure ? only : null, since }];
    });
  });
  const holdings = new Map<Qualification, Holding>();
  for (const { qualification, since } of found) {
    if (qualification === null) continue;
    const known = holdings.get(qualification);
    holdings.set(qualification, { qualification, since: known?.since ?? since });
  }
  const isSrdi = (qualification: Qualification): boolean => /^(?:srdi|little)/.test(qualification);
  const unclear =
    found.some(({ qualification }) => qualification === null) && ![...holdings.keys()].some(isSrdi);
  return { holdings: [...holdings.values()], unclear };
}
