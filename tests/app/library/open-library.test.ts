import { describe, expect, test } from 'vitest';
import { type Library, openLibrary } from '../../../src/app/library/open-library.ts';
import { aLibraryBench, DOCUMENTS, type LibraryBench, threeFiles } from '../../support/a-library.ts';

const names = (library: Library): string[] => library.current().policies.map(({ file }) => file);
const statusOf = (library: Library): string | undefined =>
  library.current().entries.get('measures#1.1')?.status;
const built = ({ log }: LibraryBench): unknown[] =>
  log.lines
    .filter(({ code }) => code === 'library-read')
    .map(({ facts }) => (facts as { built: boolean }).built);
const keyOf = ({ store }: LibraryBench, start: string): string =>
  [...store.held.keys()].find((key) => key.startsWith(start)) ?? '';
/** One letter of the first character's restored text is wrong, as a careless decoder leaves it. */
const DAMAGED = `武汉市扶持措施\n一、资金\n1．创新?lián)芨斗绞剑涌鞊芨哆M度。\n`;

async function opened(options: Parameters<typeof aLibraryBench>[0] = { files: threeFiles }) {
  const bench = aLibraryBench(options);
  return { ...bench, bench, library: await openLibrary(bench.deps) };
}

describe('opening', () => {
  test('every file becomes a policy, in the order of their names', async () => {
    const { library, bench } = await opened();
    expect(names(library)).toEqual(['measures.txt', 'plan.txt', 'shanghai.txt']);
    expect(library.current().problems).toEqual([]);
    expect(library.current().index.size()).toBe(library.current().entries.size);
    expect(built(bench)).toEqual([true]);
  });

  test('an empty folder is an empty library', async () => {
    const { library } = await opened({ files: {} });
    expect(names(library)).toEqual([]);
    expect(library.current().entries.size).toBe(0);
  });

  test('a folder that cannot be listed is an error, not an empty library', async () => {
    const bench = aLibraryBench({ files: threeFiles });
    bench.folder.breakDown();
    await expect(openLibrary(bench.deps)).rejects.toThrow('no folder');
  });

  test('a damaged text is read last, with the whole ones beside it', async () => {
    const { parsed, library } = await opened({ files: { 'a.txt': DAMAGED, 'b.txt': DOCUMENTS.plan } });
    expect(parsed).toEqual(['b.txt', 'a.txt']);
    expect(names(library)).toEqual(['a.txt', 'b.txt']);
  });
});

describe('the cache', () => {
  test('a second start parses nothing and builds nothing, and finds the same', async () => {
    const { bench, library, parsed } = await opened();
    const again = await openLibrary(bench.deps);
    expect(parsed).toHaveLength(3);
    expect(built(bench)).toEqual([true, false]);
    expect([...again.current().entries.keys()]).toEqual([...library.current().entries.keys()]);
    expect(again.current().policies).toEqual(library.current().policies);
  });

  test('other departments or words in the seeds make every parse again', async () => {
    const { bench, parsed } = await opened();
    await openLibrary({ ...bench.deps, parsedWith: 'seeds-2' });
    expect(parsed).toHaveLength(6);
  });

  test.for([
    ['is no JSON', '{"file":'],
    ['is of another file', '{"file":"other.txt","clauses":[]}'],
    ['has no clauses', '{"file":"measures.txt"}'],
    ['is null', 'null'],
  ] as const)('an entry that %s is made again', async ([, bytes]) => {
    const { bench, store, parsed } = await opened({ files: { 'measures.txt': DOCUMENTS.measures } });
    store.held.set(keyOf(bench, 'policy-'), Buffer.from(bytes));
    const again = await openLibrary(bench.deps);
    expect(parsed).toHaveLength(2);
    expect(names(again)).toEqual(['measures.txt']);
    expect(again.current().entries.has('measures#1.1')).toBe(true);
  });

  test('an index whose bytes are damaged is built again, and saved', async () => {
    const { bench, store, parsed } = await opened();
    const key = keyOf(bench, 'index-');
    const whole = store.held.get(key) as Uint8Array;
    store.held.set(
      key,
      whole.map((byte, at) => (at === whole.length - 5 ? byte ^ 0xff : byte)),
    );
    await openLibrary(bench.deps);
    expect(built(bench)).toEqual([true, true]);
    expect(store.held.get(key)).toEqual(whole);
    expect(parsed).toHaveLength(3);
  });

  test('an index of another library is built again', async () => {
    const { bench, store } = await opened();
    const other = await opened({ files: { 'plan.txt': DOCUMENTS.plan } });
    store.held.set(keyOf(bench, 'index-'), other.store.held.get(keyOf(other.bench, 'index-')) as Uint8Array);
    const again = await openLibrary(bench.deps);
    expect(built(bench)).toEqual([true, true]);
    expect(again.current().index.size()).toBe(again.current().entries.size);
  });

  test('what no file needs any more is removed', async () => {
    const { folder, store, library } = await opened();
    expect(store.held.size).toBe(4);
    folder.remove('plan.txt');
    await library.refresh();
    expect(store.held.size).toBe(3);
  });
});

describe('a change of the folder', () => {
  test('nothing changed: nothing is read', async () => {
    const { bench, library } = await opened();
    const before = library.current();
    await library.refresh();
    expect(library.current()).toBe(before);
    expect(built(bench)).toEqual([true]);
  });

  test('an added file is parsed alone and found', async () => {
    const { folder, library, parsed } = await opened({ files: { 'plan.txt': DOCUMENTS.plan } });
    folder.write('measures.txt', DOCUMENTS.measures);
    await library.refresh();
    expect(parsed).toEqual(['plan.txt', 'measures.txt']);
    expect(names(library)).toEqual(['measures.txt', 'plan.txt']);
    expect(library.current().index.has('measures#1.1')).toBe(true);
  });

  test('a changed file says the new text', async () => {
    const { folder, library, parsed } = await opened();
    folder.write('measures.txt', DOCUMENTS.measures.replace('50万元', '80万元'));
    await library.refresh();
    expect(parsed.slice(3)).toEqual(['measures.txt']);
    expect(library.current().entries.get('measures#1.1')?.clause.text).toContain('80万元');
  });

  test('a file that is touched but says the same is not parsed again', async () => {
    const { folder, library, parsed } = await opened();
    folder.write('measures.txt', DOCUMENTS.measures);
    await library.refresh();
    expect(parsed).toHaveLength(3);
  });

  test('a removed file is not found any more', async () => {
    const { folder, library } = await opened();
    folder.remove('measures.txt');
    await library.refresh();
    expect(names(library)).toEqual(['plan.txt', 'shanghai.txt']);
    expect(library.current().index.has('measures#1.1')).toBe(false);
  });

  test('is noticed while the folder is followed, and not afterwards', async () => {
    const { folder, library } = await opened({ files: {} });
    const unfollow = library.follow();
    folder.write('plan.txt', DOCUMENTS.plan);
    folder.notify();
    await unfollow();
    expect(names(library)).toEqual(['plan.txt']);
    folder.write('measures.txt', DOCUMENTS.measures);
    folder.notify();
    await Promise.resolve();
    expect(names(library)).toEqual(['plan.txt']);
  });

  test('while it is worked on the snapshot before answers, whole', async () => {
    const { folder, library } = await opened();
    const before = library.current();
    folder.remove('plan.txt');
    const refreshed = library.refresh();
    expect(library.current()).toBe(before);
    await refreshed;
    expect(library.current()).not.toBe(before);
  });

  test('that cannot be listed leaves the library as it was', async () => {
    const { folder, library, log } = await opened();
    folder.breakDown();
    await library.refresh();
    expect(names(library)).toHaveLength(3);
    expect(log.lines.at(-1)?.code).toBe('library-refresh-failed');
  });
});

describe('a file that cannot be taken in', () => {
  test('is named with its reason, and the others go on', async () => {
    const { folder, library } = await opened({ files: { 'plan.txt': DOCUMENTS.plan } });
    folder.pretend('huge.pdf', 31 * 1024 * 1024);
    folder.write('empty.txt', '');
    folder.write(
      'program.txt',
      Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 32),
    );
    await library.refresh();
    expect(names(library)).toEqual(['plan.txt']);
    expect(library.current().problems).toEqual([
      { file: 'huge.pdf', code: 'too-large' },
      { file: 'empty.txt', code: 'empty' },
      { file: 'program.txt', code: expect.stringMatching(/^(?:binary|unreadable|damaged)$/) as string },
    ]);
  });

  test('vanishes between listing and reading: it is as if it had not been listed', async () => {
    const { folder, library, log } = await opened({ files: { 'plan.txt': DOCUMENTS.plan } });
    folder.pretend('gone.txt', 10);
    await library.refresh();
    expect(library.current().problems).toEqual([]);
    expect(log.lines.some(({ code }) => code === 'library-file-gone')).toBe(true);
  });

  test('breaks the reader: unreadable, nothing more is told', async () => {
    const bench = aLibraryBench({ files: threeFiles });
    const reader = { read: () => Promise.reject(new TypeError('x is not a function')) };
    const library = await openLibrary({ ...bench.deps, reader });
    expect(library.current().problems.map(({ code }) => code)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });
});

test('a policy that did not change stays the same object: what was read out of it holds', async () => {
  const { folder, library } = await opened({ files: threeFiles });
  const before = new Set(library.current().policies);
  folder.write('plan.txt', `${DOCUMENTS.plan}3．其他。补充一项。（责任单位：市科技局）\n`);
  await library.refresh();
  const { policies } = library.current();
  expect(policies.filter((policy) => !before.has(policy)).map(({ file }) => file)).toEqual(['plan.txt']);
  expect(policies).toHaveLength(3);
});

describe('validity is a matter of the day', () => {
  test('a policy expires while the process runs', async () => {
    const { library, setClock, parsed } = await opened({ files: threeFiles, now: '2024-12-31T23:59' });
    expect(statusOf(library)).toBe('in-force');
    setClock('2025-01-01T00:00');
    library.current();
    await library.refresh();
    expect(statusOf(library)).toBe('expired');
    expect(parsed).toHaveLength(3);
  });

  test('asking is what makes it look at the new day', async () => {
    const { library, setClock } = await opened({ files: threeFiles, now: '2024-12-31T23:59' });
    setClock('2025-01-01T00:00');
    await expect.poll(() => statusOf(library)).toBe('expired');
  });
});
