const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The check digit of a unified social credit code (统一社会信用代码), GB 32100-2015: the 18th character makes the
 * sum of powers of three, modulo 31, come out even. Takes 18 plain characters, capital or small.
 */
export function hasCreditCheck(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const sign of code.toUpperCase().slice(0, 17)) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return code.length === 18 && SIGNS.charAt((31 - (sum % 31)) % 31) === code.charAt(17).toUpperCase();
}
