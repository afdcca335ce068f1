/** What the system must have so that the native segmenter can be compiled. */
export type SystemPackage = 'build-essential' | 'python3' | 'node-headers';

export type SegmenterRefusal =
  /** The package itself is not installed. */
  | 'not-installed'
  /** Installed, but its native part was never compiled. */
  | 'not-built'
  /** Compiled for another Node or another machine. */
  | 'wrong-build'
  /** The user dictionary cannot be read. */
  | 'bad-lexicon'
  /** Asked for in a worker thread; it holds 235 MB and lives in the main thread only. */
  | 'in-worker';

/** Why the segmenter cannot be had; `missing` names what compiling it would need and the system lacks. */
export class SegmenterError extends Error {
  readonly code: SegmenterRefusal;
  readonly missing: readonly SystemPackage[];

  constructor(
    code: SegmenterRefusal,
    options?: { readonly cause?: unknown; readonly missing?: readonly SystemPackage[] },
  ) {
    super(code, options);
    this.name = 'SegmenterError';
    this.code = code;
    this.missing = options?.missing ?? [];
  }
}
