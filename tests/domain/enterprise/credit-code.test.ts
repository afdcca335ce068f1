import { describe, expect, test } from 'vitest';
import { hasCreditCheck } from '../../../src/domain/credit-code.ts';
import { formOf, readCreditCode } from '../../../src/domain/enterprise/credit-code.ts';
import type { CreditCode } from '../../../src/domain/enterprise/types.ts';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const withCheck = (body: string): string =>
  Array.from(SIGNS, (sign) => body + sign).find(hasCreditCheck) as string;

const sole = withCheck('92420100MA0000000');
const society = withCheck('51420100MA0000000');

describe('a unified social credit code', () => {
  test.for([
    ['91420100MA0000000Y', '91420100MA0000000Y'],
    ['代码:91420100ma0000000y,谢谢', '91420100MA0000000Y'],
    ['９１４２０１００MA0000000Y', '91420100MA0000000Y'],
    ['914201 00MA0 000000Y', '91420100MA0000000Y'],
  ] as const)('%s', ([text, code]) =>
    expect(readCreditCode(text)).toMatchObject({ ok: true, value: { code } }),
  );

  test.for([
    ['91420100MA0000000X', 'credit-code-check'],
    ['91420100MA000000Y', 'credit-code-length'],
    ['91420100MA00000000Y', 'credit-code-length'],
    // GB 32100 leaves I, O, Z, S and V out.
    ['9142010OMA0000000Y', 'credit-code-check'],
  ] as const)('%s is refused: %s', ([text, error]) =>
    expect(readCreditCode(text)).toEqual({ ok: false, error }),
  );

  test.for(['没有', '13800000000', '2023年8月', ''])('%s has none', (text) =>
    expect(readCreditCode(text)).toEqual({ ok: true, value: null }),
  );

  test('its first two digits tell company, sole trader and others apart', () => {
    expect(formOf('91420100MA0000000Y' as CreditCode)).toBe('company');
    expect(formOf(sole as CreditCode)).toBe('sole-trader');
    expect(formOf(society as CreditCode)).toBeNull();
  });
});
