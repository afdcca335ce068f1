import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, type Chain, erase, findBreak, headOf, wordsOf } from '../../src/domain/chain.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
let salts = 0;
const tools = { digest, salt: () => String((salts += 1)) };

interface Said {
  readonly kind: string;
  readonly text: string;
}

const said = fc.array(fc.record({ kind: fc.string(), text: fc.string() }), { minLength: 1, maxLength: 8 });

const chainOf = (all: readonly Said[]): Chain<{ kind: string }> =>
  all.reduce<Chain<{ kind: string }>>(
    (chain, { kind, text }) => append(chain, { fact: { kind }, words: { text } }, tools),
    [],
  );

test('a chain that nobody touched has no break, before and after it was stored', () => {
  fc.assert(
    fc.property(said, (all) => {
      const chain = chainOf(all);
      expect(findBreak(chain, digest)).toBeNull();
      expect(findBreak(JSON.parse(JSON.stringify(chain)) as Chain<unknown>, digest)).toBeNull();
    }),
  );
});

test('a fact, a word, a digest or a hash that was changed is found at its place', () => {
  const change = fc.constantFrom('fact', 'word', 'digest', 'hash', 'no word');
  fc.assert(
    fc.property(said, fc.nat(), change, (all, where, what) => {
      const chain = chainOf(all);
      const at = where % chain.length;
      const link = chain[at] as Chain<{ kind: string }>[number];
      const changed = {
        fact: { ...link, fact: { kind: `${link.fact.kind}!` } },
        word: { ...link, secrets: { text: { salt: 'x', text: '改' } } },
        digest: { ...link, digests: { text: '0' } },
        hash: { ...link, hash: '0' },
        'no word': { ...link, secrets: {} },
      }[what];
      expect(findBreak(chain.with(at, changed), digest)).toBe(at);
    }),
  );
});

test('a link that was taken out or moved breaks the chain', () => {
  const chain = chainOf([
    { kind: 'a', text: '一' },
    { kind: 'b', text: '二' },
    { kind: 'c', text: '三' },
  ]);
  expect(findBreak(chain.toSpliced(1, 1), digest)).toBe(1);
  expect(findBreak(chain.toReversed(), digest)).toBe(0);
});

test('a text that was erased leaves the chain whole and its head as it was', () => {
  const chain = chainOf([
    { kind: 'a', text: '电话' },
    { kind: 'b', text: '经过' },
  ]);
  const erased = erase(chain, ({ kind }) => kind === 'b');
  expect(erased.map(wordsOf)).toEqual([{}, { text: '经过' }]);
  expect([findBreak(erased, digest), headOf(erased)]).toEqual([null, headOf(chain)]);
  expect(JSON.stringify(erased)).not.toContain('电话');
});

test('the same word twice has two digests', () => {
  const chain = chainOf([
    { kind: 'a', text: '一' },
    { kind: 'a', text: '一' },
  ]);
  expect(chain[0]?.digests['text']).not.toBe(chain[1]?.digests['text']);
  expect(headOf([])).toBe('');
});
