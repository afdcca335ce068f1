import { type LocalDate, localDate } from '../time.ts';
import { toHalfWidth } from '../hanzi/width.ts';

/** What an administrator wants of the library; numbers are those of its list. */
export type LibraryCommand =
  | { readonly kind: 'add' | 'list' | 'confirm' }
  | { readonly kind: 'withdraw' | 'restore' | 'replace'; readonly number: number }
  | {
      readonly kind: 'correct';
      readonly number: number;
      /** As it was typed: 「标题」「有效期」. */
      readonly field: string;
      readonly value: string;
    };

type Rule = readonly [RegExp, (number: number, field: string, value: string) => LibraryCommand];

const NUMBER = '[\\s第#]*(\\d{1,4})\\s*(?:号|份)?';

const RULES: readonly Rule[] = [
  [/^(?:请|把[它这].{0,4})?加入(?:到)?政策库$/, () => ({ kind: 'add' })],
  [/^政策库$/, () => ({ kind: 'list' })],
  [/^确认(?:加入|替换|撤下|恢复|更正)?$/, () => ({ kind: 'confirm' })],
  [new RegExp(`^撤下${NUMBER}$`), (number) => ({ kind: 'withdraw', number })],
  [new RegExp(`^恢复${NUMBER}$`), (number) => ({ kind: 'restore', number })],
  [new RegExp(`^替换${NUMBER}$`), (number) => ({ kind: 'replace', number })],
  [
    new RegExp(`^更正${NUMBER}(?:的)?\\s*([\\p{Script=Han}]{2,5}?)[\\s:：,，为改至]+(\\S.*)$`, 'u'),
    (number, field, value) => ({ kind: 'correct', number, field, value }),
  ],
];

/** 「加入政策库」「撤下 3」「更正 3 有效期 2026-12-31」; null for anything else. */
export function readLibraryCommand(text: string): LibraryCommand | null {
  const plain = text.trim().replace(/[。.!！]+$/, '');
  for (const [pattern, toCommand] of RULES) {
    const found = pattern.exec(plain);
    if (found) return toCommand(Number(found[1] ?? 0), found[2] ?? '', found[3]?.trim() ?? '');
  }
  return null;
}

/** 「2026-12-31」「2026年12月31日」「2026/12/31」「2026.12.31」; null for anything else. */
export function readPlainDate(text: string): LocalDate | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(toHalfWidth(text.trim()));
  return parts ? localDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}
