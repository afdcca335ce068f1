import { z } from 'zod';
import type { Chain } from '../domain/chain.ts';
import type { Kind } from '../ports/records.ts';

/** A kind of record of which nothing but its name is known: for looking, never for writing. */
export const anyKind = (name: string): Kind<unknown> => ({
  name,
  // Data of every version is taken as it is.
  version: Number.MAX_SAFE_INTEGER,
  migrate: (data) => data,
  keys: () => [],
  archive: () => null,
});

const link = z.object({
  fact: z.unknown(),
  digests: z.record(z.string(), z.string()),
  hash: z.string(),
  secrets: z.record(z.string(), z.object({ salt: z.string(), text: z.string() }).nullable()),
});
const withChain = z.object({ chain: z.array(link) });

/** No program writes such an event: it stands for a chain that cannot even be read. */
const UNREADABLE: Chain<unknown> = [{ fact: null, digests: {}, hash: '', secrets: {} }];

/** The chain of events that a record of any kind may have; null where it has none. */
export function chainInAny(data: unknown): Chain<unknown> | null {
  if (typeof data !== 'object' || data === null || !('chain' in data)) return null;
  const parsed = withChain.safeParse(data);
  return parsed.success ? parsed.data.chain : UNREADABLE;
}
