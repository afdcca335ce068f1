import { hasCreditCheck } from '../credit-code.ts';
import { fold } from '../hanzi/fold.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CreditCode, Form } from './types.ts';

const LENGTH = 18;
/** Written with blanks or hyphens in groups, and at least that long, it was meant as a code. */
const CODE = /(?<![0-9a-z])[0-9a-z](?:[ -]?[0-9a-z]){14,20}(?![0-9a-z])/;

/** A code with its place in the text. */
interface Written {
  readonly code: CreditCode;
  /** As it stands in the folded text. */
  readonly written: string;
}

/** The credit code in a text; null where none stands, refused where one of wrong length or check digit does. */
export function readCreditCode(
  text: string,
): Result<Written | null, 'credit-code-length' | 'credit-code-check'> {
  const written = CODE.exec(fold(text))?.[0];
  if (written === undefined) return ok(null);
  const code = written.replace(/[ -]/g, '').toUpperCase();
  if (code.length !== LENGTH) return refuse('credit-code-length');
  return hasCreditCheck(code) ? ok({ code: code as CreditCode, written }) : refuse('credit-code-check');
}

/** GB 32100: 91 is a company, 92 a sole trader (个体工商户); null for other bodies. */
export function formOf(code: CreditCode): Form | null {
  if (code.startsWith('91')) return 'company';
  return code.startsWith('92') ? 'sole-trader' : null;
}
