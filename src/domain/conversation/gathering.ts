import type { WishOf } from '../appeal/commands.ts';
import { type AppealNumber, findAppealNumbers } from '../appeal/number.ts';
import { toHalfWidth } from '../hanzi/width.ts';

/** Several appeals that are to come under one, or become one with it. */
export interface Gathering {
  readonly numbers: readonly AppealNumber[];
  readonly wish: WishOf<'gather'> | WishOf<'merge'>;
}

const MANY =
  /^\s*(?:请?[把将])?(?<all>[A-Z\d\s、,，;；和跟与及-]+?)\s*(?:这[几两三四五六七八九十]+[件个条])?(?:都|一起|一并|全部)*\s*(?<act>归集?[到至入]?|并案到?|挂到|合并[到至进入]?|并[入到])\s*(?<one>[A-Z]{1,2}[\s-]?\d{4})[\s。.!！]*$/iu;

/** 「A0002、A0003 归到 A0001」「把 A0002 A0003 都合并到 A0001」; null for anything else, and for one alone. */
export function readGathering(text: string): Gathering | null {
  const { all = '', act = '', one = '' } = MANY.exec(toHalfWidth(text))?.groups ?? {};
  const numbers = findAppealNumbers(all);
  const [target] = findAppealNumbers(one);
  if (numbers.length < 2 || target === undefined) return null;
  const isMerge = act.startsWith('合并') || /^并[入到]/.test(act);
  return { numbers, wish: isMerge ? { kind: 'merge', into: target } : { kind: 'gather', parent: target } };
}
