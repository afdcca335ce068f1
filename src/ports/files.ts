/** A policy file in one of the library's folders. */
export interface LibraryFile {
  /** File name without folders. */
  readonly name: string;
  /** Bytes; larger files are listed so that they can be refused by name. */
  readonly size: number;
  /** Changes whenever the content may have changed. */
  readonly stamp: string;
}

/** The folders of policy files (`seeds/policies`, `data/library`), read only. */
export interface LibraryFolder {
  readonly list: () => Promise<readonly LibraryFile[]>;
  readonly read: (name: string) => Promise<Uint8Array>;
  /** Calls `changed` after files were added, changed or removed; the returned function ends it. */
  readonly watch: (changed: () => void) => () => void;
}

/** Where documents that people add are written: `data/library`. */
export interface LibraryShelf {
  /** Resolves when the file is safe; one of the same name is replaced. `name` is no path. */
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** Rebuildable files under `data/derived`: lost ones are made again, so nothing here is ever trusted. */
export interface DerivedStore {
  readonly get: (key: string) => Promise<Uint8Array | null>;
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Removes everything but these keys. */
  readonly keepOnly: (keys: readonly string[]) => Promise<void>;
}
