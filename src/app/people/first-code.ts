import type { Digest } from '../../domain/chain.ts';
import { applyCodeOrder } from '../../domain/people/apply-code.ts';
import { makeCode } from '../../domain/people/code-word.ts';
import { CODE_MS, type CodeBook, NO_CODES } from '../../domain/people/codes.ts';
import { CODE_BOOK } from '../../domain/people/orders.ts';
import type { Instant } from '../../domain/time.ts';
import type { Records } from '../../ports/records.ts';
import type { People } from './directory.ts';
import { CODE } from './kinds.ts';

export interface FirstCodeDeps {
  readonly records: Pick<Records, 'update'>;
  readonly people: People;
  readonly digest: Digest;
  readonly below: (limit: number) => number;
  readonly now: () => Instant;
}

/**
 * The code by which the first administrator comes in, to be shown on the terminal alone; null where there is one. What
 * was shown before is void. Throws `RecordsError`.
 */
export async function issueFirstCode(deps: FirstCodeDeps): Promise<string | null> {
  const { records, people, digest, below, now } = deps;
  if (people.roster().administrators().length > 0) return null;
  const code = makeCode(below);
  const at = now();
  const number = people.number();
  let book: CodeBook | null = null;
  await records.update(CODE, CODE_BOOK, (before) => {
    const hash = digest(code);
    const old = before ?? NO_CODES;
    const codes = old.codes.filter(({ by }) => by !== null);
    const rights = { kind: 'grant', number, grant: { role: 'administrator' } } as const;
    const order = {
      kind: 'issue',
      digest: hash,
      until: (at + CODE_MS) as Instant,
      rights,
      at,
      by: null,
    } as const;
    const outcome = applyCodeOrder({ ...old, codes }, { order, cause: `first:${hash}` });
    book = outcome?.book ?? null;
    return book && { data: book };
  });
  if (book !== null) people.learn({ kind: 'code', record: book });
  return code;
}
