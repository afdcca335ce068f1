import { isDamaged } from '../../domain/hanzi/damage.ts';
import { layOver, type PolicyNotes } from '../../domain/policy/overlay.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { DocumentError } from '../../ports/document-reader.ts';
import type { DerivedStore, LibraryFile, LibraryFolder } from '../../ports/files.ts';
import type { Log } from '../../ports/log.ts';
import { parseFile, type ParseDeps } from './parse-file.ts';
import { type LibraryProblem, type LibrarySnapshot, takeSnapshot } from './snapshot.ts';

/** Raise when the parser's output changes: cached parses of older versions are made again. */
export const PARSER_VERSION = 8;

/** Larger files are refused by their listed size, before a byte is read. */
const MAX_BYTES = 30 * 1024 * 1024;

export interface LibraryDeps extends ParseDeps {
  readonly folder: LibraryFolder;
  readonly derived: DerivedStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Fingerprint of bytes, hexadecimal. */
  readonly digest: (bytes: Uint8Array | string) => string;
  /** Fingerprint of the seeds that a parse rests on: other departments or words make it again. */
  readonly parsedWith: string;
  /** The place by which a region's documents are asked for (`Gazetteer.named`). */
  readonly placeOf: (region: string) => string;
  /** Lets other work of the process go on. */
  readonly pause: () => Promise<void>;
  /** What people said of documents, at the beginning. */
  readonly notes?: Notes;
}

/** By the name of the document's file. */
type Notes = ReadonlyMap<string, PolicyNotes>;

/** The policy library: always answers with its latest whole snapshot, also while a newer one is made. */
export interface Library {
  readonly current: () => LibrarySnapshot;
  /** Looks at the folders again; resolves when `current` holds what was found. */
  readonly refresh: () => Promise<void>;
  /** Lays what people said of documents over them; resolves when `current` shows it. */
  readonly layOver: (notes: Notes) => Promise<void>;
  /** Follows the folders until the returned function is called. */
  readonly follow: () => () => Promise<void>;
}

interface FileText {
  readonly file: LibraryFile;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function readAll(
  files: readonly LibraryFile[],
  deps: LibraryDeps,
): Promise<{ texts: FileText[]; problems: LibraryProblem[] }> {
  const texts: FileText[] = [];
  const problems: LibraryProblem[] = [];
  for (const file of files) {
    if (file.size > MAX_BYTES) {
      problems.push({ file: file.name, code: 'too-large' });
      continue;
    }
    try {
      const bytes = await deps.folder.read(file.name);
      texts.push({ file, bytes, hash: deps.digest(bytes) });
    } catch (cause) {
      deps.log.warn('library-file-gone', { file: file.name, cause: String(cause) });
    }
  }
  return { texts, problems };
}

const cachedPolicy = (bytes: Uint8Array, file: string): Policy | null => {
  try {
    const policy = JSON.parse(decoder.decode(bytes)) as Policy;
    return policy.file === file && Array.isArray(policy.clauses) ? policy : null;
  } catch {
    return null;
  }
};

/**
 * A file's parse also rests on the texts beside it (a lost character is filled from a parallel document),
 * so that the key holds all of them.
 */
async function policiesOf(
  texts: readonly FileText[],
  deps: LibraryDeps,
  held: ReadonlyMap<string, Policy>,
): Promise<{ policies: Policy[]; problems: LibraryProblem[]; byKey: Map<string, Policy>; keys: string[] }> {
  const policies: Policy[] = [];
  const problems: LibraryProblem[] = [];
  const byKey = new Map<string, Policy>();
  const keys: string[] = [];
  const damaged: FileText[] = [];
  const parse = async (text: FileText, parallels: readonly string[]): Promise<void> => {
    const key = `policy-${PARSER_VERSION}-${deps.digest(`${deps.parsedWith}\n${text.file.name}\n${text.hash}\n${parallels.map(deps.digest).join()}`)}.json`;
    keys.push(key);
    const add = (policy: Policy): void => {
      policies.push(policy);
      byKey.set(key, policy);
    };
    // The same parse stays the same object: what others have read out of it holds.
    const before = held.get(key);
    if (before) return add(before);
    const cached = await deps.derived.get(key);
    const known = cached && cachedPolicy(cached, text.file.name);
    if (known) return add(known);
    try {
      const policy = await parseFile({ name: text.file.name, bytes: text.bytes, parallels }, deps);
      await deps.derived.put(key, encoder.encode(JSON.stringify(policy)));
      add(policy);
    } catch (cause) {
      const code = cause instanceof DocumentError ? cause.code : 'unreadable';
      deps.log.warn('library-file-refused', { file: text.file.name, code, cause: String(cause) });
      problems.push({ file: text.file.name, code });
    }
    await deps.pause();
  };
  for (const text of texts) {
    // Only a text with lost characters is helped by others; the rest is parsed first and by itself.
    if (isDamaged(decoder.decode(text.bytes))) damaged.push(text);
    else await parse(text, []);
  }
  const whole = policies.map((policy) => policy.text);
  for (const text of damaged) await parse(text, whole);
  return { policies: policies.toSorted((a, b) => (a.id < b.id ? -1 : 1)), problems, byKey, keys };
}

/** Differs where the notes change what is indexed; empty where there are none. */
const stampOf = (notes: Notes): string =>
  notes.size === 0
    ? ''
    : JSON.stringify(
        [...notes.values()].map(({ file, corrections, isWithdrawn, isReplaced }) => [
          file,
          corrections,
          isWithdrawn,
          isReplaced,
        ]),
      );

interface LibraryState {
  readonly stamp: string;
  readonly snapshot: LibrarySnapshot;
  readonly day: LocalDate;
  /** Policies by the key of their parse. */
  readonly byKey: ReadonlyMap<string, Policy>;
}

async function lookAgain(deps: LibraryDeps, known: LibraryState | null, notes: Notes): Promise<LibraryState> {
  const today = dayOf(deps.clock.now());
  const files = (await deps.folder.list()).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const noted = stampOf(notes);
  const stamp = [...files.map((file) => `${file.name}|${file.stamp}`), noted].join('\n');
  if (known && known.stamp === stamp && known.day === today) return known;
  const { texts, problems } = await readAll(files, deps);
  const parsed = await policiesOf(texts, deps, known?.byKey ?? new Map());
  const indexKey = `index-${deps.digest([...parsed.keys.toSorted(), noted].join('\n').trimEnd())}.bin`;
  const all = [...problems, ...parsed.problems];
  const taken = await takeSnapshot({
    policies: layOver(parsed.policies, notes),
    problems: all,
    segmenter: deps.segmenter,
    today,
    placeOf: deps.placeOf,
    saved: await deps.derived.get(indexKey),
    pause: deps.pause,
  });
  if (taken.built) await deps.derived.put(indexKey, taken.index.save());
  await deps.derived.keepOnly([...parsed.keys, indexKey]);
  deps.log.info('library-read', {
    documents: parsed.policies.length,
    clauses: taken.entries.size,
    refused: all.length,
    built: taken.built,
  });
  return { stamp, snapshot: taken, day: today, byKey: parsed.byKey };
}

/** Opens the library: parses what is new, takes the rest from the cache, indexes, and follows its folders when asked. */
export async function openLibrary(deps: LibraryDeps): Promise<Library> {
  let notes: Notes = deps.notes ?? new Map();
  let state = await lookAgain(deps, null, notes);
  let running: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    running = running
      .then(async () => {
        state = await lookAgain(deps, state, notes);
      })
      .catch((cause: unknown) => deps.log.error('library-refresh-failed', { cause: String(cause) }));
    return running;
  };
  return {
    current: () => {
      // Validity is a matter of the day: a process that runs for weeks must not call an expired policy valid.
      if (state.day !== dayOf(deps.clock.now())) void refresh();
      return state.snapshot;
    },
    refresh,
    layOver: (next) => {
      notes = next;
      return refresh();
    },
    follow: () => {
      const end = deps.folder.watch(() => void refresh());
      return async () => {
        end();
        await running;
      };
    },
  };
}
