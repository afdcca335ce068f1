const OFFSET = 0xfee0;
const FIRST = 0x21;
const LAST = 0x7e;

/** 「,」 → 「，」, the full-width form of one ASCII sign; other characters as they are. */
export function toFullWidth(character: string): string {
  const unit = character.charCodeAt(0);
  return unit >= FIRST && unit <= LAST ? String.fromCharCode(unit + OFFSET) : character;
}

/** 「，」 → 「,」 throughout a text. Length is kept. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - OFFSET));
