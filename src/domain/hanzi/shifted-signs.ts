import { gbkCharacter, gbkCode, isLead } from './gbk.ts';
import type { Ending } from './lost-pairs.ts';
import { isReadAs } from './pinyin.ts';
import { toFullWidth } from './width.ts';

/** What a byte makes together with the sign that is read behind it, while a text is read one byte late. */

const FIRST_HIGH_TRAIL = 0x80;
const LAST_TRAIL = 0xfe;

/** Every character of two high bytes that begins with `lead`. */
export function highCharacters(lead: number): readonly string[] {
  const found: string[] = [];
  for (let trail = FIRST_HIGH_TRAIL; trail <= LAST_TRAIL; trail += 1) {
    const character = gbkCharacter(lead, trail);
    if (character) found.push(character);
  }
  return found;
}

/** Those of them that are read as `heard`. */
export const glossedBehind = (lead: number, heard: string): readonly string[] =>
  highCharacters(lead).filter((character) => isReadAs(character, heard));

/** How the sign that is read next can complete a character: as an ASCII byte, or as the first of its two bytes. */
export function endingsOf(lead: number, character: string, next: string): readonly Ending[] {
  const found: Ending[] = [];
  const byte = character.charCodeAt(0);
  const closed = byte < FIRST_HIGH_TRAIL ? gbkCharacter(lead, byte) : '';
  if (closed) found.push({ text: closed, pending: null, following: next });
  const code = codeOf(character);
  const text = code === null ? '' : gbkCharacter(lead, code >> 8);
  if (code === null || !text) return found;
  const rest = code % 256;
  if (isLead(rest)) found.push({ text, pending: rest, following: characterBehind(rest, next) });
  else found.push({ text: text + String.fromCharCode(rest), pending: null, following: next });
  return found;
}

/** The character that a byte begins, empty where the next sign does not tell. */
function characterBehind(lead: number, next: string): string {
  const code = gbkCode(next);
  return code === null ? gbkCharacter(lead, next.charCodeAt(0)) : gbkCharacter(lead, code >> 8);
}

/** Full-width signs were folded to ASCII after the damage, so 「,」 may stand for the bytes of 「，」. */
const codeOf = (character: string): number | null => gbkCode(toFullWidth(character));
