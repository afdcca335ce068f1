import type { Outcome } from './types.ts';

/** What somebody says that has become of an application. */
export interface SaidOutcome {
  /** Null takes back what was said before. */
  readonly outcome: Outcome | null;
  /** 「D12」; empty where none stands. */
  readonly numbers: readonly number[];
  /** 「技改贴息我们报了」: what it is about, in their words; empty where they name nothing. */
  readonly about: string;
}

const NUMBERS = String.raw`D\d{1,6}(?!\d)(?:[\s,，、和]*D\d{1,6}(?!\d))*`;
/** With a number in front or behind anything can be meant that is handed in; without one only what is said of applying. */
const WIDE = '申报|申请|报名|报|提交|递交|交|弄|办';
const NARROW = '申报|报名|报';

const says = (verbs: string): readonly (readonly [Outcome | null, string])[] => [
  ['applied', `(?:已经?|都)(?:${verbs})(?:过|完|好|上去|成功|完成|材料)*(?:了|啦)?`],
  ['applied', `(?:${verbs})(?:过|完|好|上去|成功|完成|材料)*(?:了|啦)`],
  ['declined', `(?:就|先)?(?:不|不打算|不想|不准备|不再|放弃|不参加)(?:${verbs})(?:了|啦)?`],
  [null, `(?:还没有?|没有?|未|尚未|还未)(?:${verbs})(?:上|成|完|好)?(?:呢)?`],
];

/** 「我们公司」「今年」「在网上」 */
const BEFORE =
  '(?:我们?|我司|咱们?|俺们|公司|企业|本公司|厂里|今年|这次|这回|本次|今天|昨天|刚刚?|早就?|已经|都|也|就|[在从]?网上|这个|这项|那个|[,，\\s])*';
const AFTER = '[啊哈哦呀的]?[!.。！~\\s]*';

const numbersIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(/D(\d{1,6})/gi)].map((match) => Number(match[1]))),
];

interface Pattern {
  readonly outcome: Outcome | null;
  readonly pattern: RegExp;
}

const patterns = (verbs: string, frame: (core: string) => string): readonly Pattern[] =>
  says(verbs).map(([outcome, core]) => ({
    outcome,
    pattern: new RegExp(`^${frame(`${BEFORE}(?:${core})${AFTER}`)}$`, 'iu'),
  }));

const PATTERNS: readonly Pattern[] = [
  ...patterns(NARROW, (core) => core),
  ...patterns(WIDE, (core) => `(?<before>${NUMBERS})[\\s,，:：]*${core}`),
  ...patterns(WIDE, (core) => `${core}[\\s,，:：]*(?<behind>${NUMBERS})${AFTER}`),
  ...patterns(NARROW, (core) => `(?<about>.{2,30}?)${core}`),
];

/** 「已申报 D12」「D12 我们报了」「今年不报」「技改贴息报过了」; null for anything else. The text is folded. */
export function readOutcome(text: string): SaidOutcome | null {
  for (const { outcome, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const { before = '', behind = '', about = '' } = found.groups ?? {};
    return { outcome, numbers: numbersIn(before + behind), about };
  }
  return null;
}
