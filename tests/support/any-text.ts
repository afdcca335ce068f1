import fc from 'fast-check';

const SURROGATES = { from: 0xd8_00, many: 0x8_00 };

/**
 * Any character of Unicode, for `fc.string({ unit: anyCharacter })`: the same as fast-check's own unit `binary`, which
 * keeps a table of a million characters for as long as the worker lives.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ff_ff - SURROGATES.many })
  .map(
    (index) => String.fromCodePoint(index < SURROGATES.from ? index : index + SURROGATES.many),
    (character) => {
      const code = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
      if (code < 0 || String.fromCodePoint(code) !== character) throw new TypeError('not one character');
      return code < SURROGATES.from ? code : code - SURROGATES.many;
    },
  );
