import { gbkCharacter, gbkCode, isTrail } from '../../src/domain/hanzi/gbk.ts';
import { readingsOf } from '../../src/domain/hanzi/pinyin.ts';

/** The way into the damage that `createDamageRepair` undoes: glosses put into raw bytes, then read by a careless decoder. */

function encode(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const code = gbkCode(character);
    return code === null ? [character.charCodeAt(0)] : [code >> 8, code % 256];
  });
}

/** Puts "(pinyin)" behind every pair of bytes that is the code of one of `glossed`, wherever characters begin. */
function insertGlosses(bytes: readonly number[], glossed: ReadonlySet<string>): readonly number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = bytes.slice(at, at + 2);
    const character = lead >= 0x81 ? gbkCharacter(lead, trail) : '';
    if (!glossed.has(character)) {
      out.push(lead);
      continue;
    }
    out.push(lead, trail, ...encode(`(${readingsOf(character)[0] ?? ''})`));
    at += 1;
  }
  return out;
}

/** A lead byte swallows what cannot follow it and becomes 「?」; a pair without a character leaves nothing. */
function decodeCarelessly(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[at + 1];
    if (trail !== undefined) text += isTrail(trail) ? gbkCharacter(lead, trail) : '?';
    at += 1;
  }
  return text;
}

export const damageGbk = (text: string, glossed: ReadonlySet<string>): string =>
  decodeCarelessly(insertGlosses(encode(text), glossed));
