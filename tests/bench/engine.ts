/** A passage as every engine gets it. */
export interface BenchPassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface BenchQuery {
  readonly text: string;
  /** Ids of the passages that answer it. */
  readonly relevant: readonly string[];
}

/** Passages with questions about them. */
export interface Collection {
  readonly name: string;
  readonly passages: readonly BenchPassage[];
  readonly queries: readonly { readonly name: string; readonly list: readonly BenchQuery[] }[];
}

/** A loaded engine: ids of the k best passages, best first. */
export interface Engine {
  readonly search: (text: string, k: number) => readonly string[];
  /** Bytes that the index itself reports; null where only the process's growth can be measured. */
  readonly bytes: () => number | null;
  readonly close: () => void;
}

export interface EngineKind {
  readonly name: string;
  /** Larger collections are left out and said so: it would take minutes or more memory than there is. */
  readonly mostPassages: number;
  readonly build: (passages: readonly BenchPassage[]) => Engine;
}

/** Pairs of neighbouring characters; words of letters and digits stay whole. The peers' own cutters know no Chinese. */
export function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{sc=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{sc=Han}/u.test(run) || run.length === 1) pairs.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) pairs.push(run.slice(at, at + 2));
  }
  return pairs;
}
