import type { LocalDate } from '../time.ts';

/** How the bot behaves in one chat. */
export interface Manners {
  /** 安静: questions are left without an answer; `told`: somebody who asked was told why. */
  readonly hush: 'off' | 'on' | 'told';
  /** 有问必答: in a group a plain question is meant for the bot. */
  readonly answersAll: boolean;
  /** The day on which something was last said there unasked. */
  readonly unaskedOn: LocalDate | null;
}

export const PLAIN_MANNERS: Manners = { hush: 'off', answersAll: false, unaskedOn: null };

/** What somebody wants of the bot's manners. */
export type MannersWish = 'hush' | 'speak' | 'answer-all' | 'answer-asked';

const WISHES: readonly (readonly [MannersWish, RegExp])[] = [
  ['hush', /^(?:请|先)?(?:安静|别说话|不要说话|闭嘴|静音)(?:一下|一会儿?|点|吧)?$/],
  ['speak', /^(?:请|可以)?(?:说话|出声|解除安静|取消安静|解除静音|取消静音)(?:吧|了)?$/],
  ['answer-all', /^有问必答(?:开启?|打开)?$/],
  ['answer-asked', /^(?:有问必答(?:关闭?|关掉)|(?:关闭?|关掉|取消)有问必答)$/],
];

/** 「安静」「说话」「有问必答 开」; null for anything else. */
export function readMannersWish(text: string): MannersWish | null {
  const plain = text.replace(/[\s,，。.!！~～：:]+/g, '');
  return WISHES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
