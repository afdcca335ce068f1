import { type FSWatcher, watch } from 'node:fs';

export interface Watching {
  readonly changed: () => void;
  /** Text that differs whenever the content of the folders does. */
  readonly signature: () => Promise<string>;
  /** Milliseconds without an event before the folders are looked at. */
  readonly quietMs?: number;
  readonly pollMs?: number;
}

/**
 * Calls `changed` after the folders' content has changed. The system's events make it quick; the slow look is for
 * folders that do not exist yet and for network and Windows drives, where no event ever comes. The first look is
 * taken when watching starts.
 */
export function watchFolders(folders: readonly string[], watching: Watching): () => void {
  const { changed, signature, quietMs = 300, pollMs = 5000 } = watching;
  const watchers = new Map<string, FSWatcher>();
  let last: string | undefined;
  let quiet: NodeJS.Timeout | undefined;
  let ended = false;

  const look = async (): Promise<void> => {
    const seen = await signature();
    if (ended) return;
    const differs = last !== undefined && seen !== last;
    last = seen;
    if (differs) changed();
  };
  let looking: Promise<void> = look();
  // Looks follow one another, so that an old listing never replaces a newer one.
  const lookNext = (): void => {
    looking = looking.then(look);
  };
  const lookSoon = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(lookNext, quietMs).unref();
  };
  const listen = (): void => {
    for (const folder of folders.filter((one) => !watchers.has(one))) {
      const watcher = openWatcher(folder, lookSoon, () => watchers.delete(folder));
      if (watcher !== null) watchers.set(folder, watcher);
    }
  };

  listen();
  const poll = setInterval(() => {
    listen();
    lookNext();
  }, pollMs).unref();

  return () => {
    ended = true;
    clearInterval(poll);
    clearTimeout(quiet);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** Null where the folder cannot be watched; `gone` is called when a watcher has ended by itself. */
function openWatcher(folder: string, event: () => void, gone: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, event);
    watcher.on('error', () => {
      watcher.close();
      gone();
    });
    return watcher;
  } catch {
    return null;
  }
}
