/** Hash of a text, as hexadecimal digits; the domain cannot make one itself. */
export type Digest = (text: string) => string;

/** Words that may have to be erased one day; the salt keeps short ones from being guessed by their digest. */
export interface Secret {
  readonly salt: string;
  readonly text: string;
}

/** One event of a record: what is kept for good, digests of what may be erased, and the hash over both and all before. */
export interface Link<Fact> {
  readonly fact: Fact;
  readonly digests: Readonly<Record<string, string>>;
  readonly hash: string;
  /** Null where it was erased. */
  readonly secrets: Readonly<Record<string, Secret | null>>;
}

/** The events of one record, the oldest first; only ever appended to. */
export type Chain<Fact> = readonly Link<Fact>[];

export interface ChainTools {
  readonly digest: Digest;
  readonly salt: () => string;
}

const START = '';

/** Hash of the last link: who knows it knows that no byte before it was changed. */
export const headOf = (chain: Chain<unknown>): string => chain.at(-1)?.hash ?? START;

/** What a link's hash is made of. */
type Hashed = Pick<Link<unknown>, 'fact' | 'digests'> & { readonly before: string };

const hashOf = (digest: Digest, { before, fact, digests }: Hashed): string => {
  const byName = Object.entries(digests).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return digest(JSON.stringify([before, fact, byName]));
};

const digestOf = (digest: Digest, { salt, text }: Secret): string => digest(`${salt}\n${text}`);

/** The chain with one more event; `words` are the texts of it that can be erased, by name. */
export function append<Fact>(
  chain: Chain<Fact>,
  { fact, words = {} }: { readonly fact: Fact; readonly words?: Readonly<Record<string, string>> },
  { digest, salt }: ChainTools,
): Chain<Fact> {
  const secrets = Object.fromEntries(
    Object.entries(words).map(([name, text]) => [name, { salt: salt(), text }]),
  );
  const digests = Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, digestOf(digest, secret)]),
  );
  return [
    ...chain,
    { fact, digests, secrets, hash: hashOf(digest, { before: headOf(chain), fact, digests }) },
  ];
}

/** The chain without the words for which `isKept` is false; its hashes stay true. */
export const erase = <Fact>(chain: Chain<Fact>, isKept: (fact: Fact, name: string) => boolean): Chain<Fact> =>
  chain.map((link) => ({
    ...link,
    secrets: Object.fromEntries(
      Object.entries(link.secrets).map(([name, secret]) => [name, isKept(link.fact, name) ? secret : null]),
    ),
  }));

/** Place of the first link that was changed after it was written; null where none was. */
export function findBreak(chain: Chain<unknown>, digest: Digest): number | null {
  const broken = chain.findIndex(({ fact, digests, secrets, hash }, at) => {
    const names = Object.keys(digests).toSorted();
    const isWhole =
      hash === hashOf(digest, { before: chain[at - 1]?.hash ?? START, fact, digests }) &&
      JSON.stringify(names) === JSON.stringify(Object.keys(secrets).toSorted()) &&
      Object.entries(secrets).every(
        ([name, secret]) => secret === null || digestOf(digest, secret) === digests[name],
      );
    return !isWhole;
  });
  return broken < 0 ? null : broken;
}

/** The words of a link that are still there. */
export const wordsOf = ({ secrets }: Link<unknown>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(secrets).flatMap(([name, secret]) => (secret === null ? [] : [[name, secret.text]])),
  );
