/**
 * The heads of all chains, written down once a day. Who changes the past of a record and computes its hashes anew
 * leaves a chain that is whole, but not the one whose head was written down; who removes it leaves the head alone.
 */
import { type Chain, headOf } from './chain.ts';

/** The last hash of a chain when it had so many events. */
export interface Head {
  readonly hash: string;
  readonly length: number;
}

/** By record: `kind/id`. */
export type Heads = Readonly<Record<string, Head>>;

export const headNow = (chain: Chain<unknown>): Head => ({ hash: headOf(chain), length: chain.length });

/** True where the chain goes on from where the head was taken; null stands for a record without events. */
export const goesOn = (head: Head, chain: Chain<unknown> | null): boolean =>
  chain !== null && chain.length >= head.length && headOf(chain.slice(0, head.length)) === head.hash;
