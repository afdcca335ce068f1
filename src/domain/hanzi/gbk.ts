/** GBK as bytes: two per character above ASCII, lead 0x81–0xFE, trail 0x40–0xFE without 0x7F. */

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const PRIVATE = /[\uE000-\uF8FF\uFFFD]/;

interface Tables {
  readonly characters: readonly string[];
  readonly codes: ReadonlyMap<string, number>;
}

let tables: Tables | undefined;

/** Built once from the platform's own decoder (some 20 ms), at first use. */
function gbk(): Tables {
  tables ??= buildTables();
  return tables;
}

function buildTables(): Tables {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  const codes = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === 0x7f) continue;
      const code = lead * 256 + trail;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1) continue;
      if (!codes.has(character)) codes.set(character, code);
      characters[code] = PRIVATE.test(character) ? '' : character;
    }
  }
  return { characters, codes };
}

/** The two-byte code of a character, lead × 256 + trail; null where GBK has none (ASCII included). */
export function gbkCode(character: string): number | null {
  return gbk().codes.get(character) ?? null;
}

/** The character of a two-byte code; empty where there is none, as in the areas left to users (0xACBC). */
export function gbkCharacter(lead: number, trail: number): string {
  return gbk().characters[lead * 256 + trail] ?? '';
}

export const isLead = (byte: number): boolean => byte >= FIRST_LEAD && byte <= LAST_LEAD;

export const isTrail = (byte: number): boolean => byte >= FIRST_TRAIL && byte <= LAST_TRAIL && byte !== 0x7f;
