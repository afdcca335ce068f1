import type { Entry } from './entry.ts';
import { headingRanks, levelOf } from './heading-rank.ts';
import { isBareHeading, pathName } from './heading.ts';
import type { Numbered } from './numbering.ts';

/**
 * The tree of an outline. Web copies lose headings; the numbers tell where: after (一) comes (四), or (一) comes
 * again under the same heading. What stood in the gap cannot be given to a heading that is still there, so its
 * path is cut back to what is sure.
 */
export interface Node {
  readonly entry: Entry;
  /** Heading above, as the numbers say. */
  readonly parent: Node | null;
  readonly rank: number;
  readonly value: number;
  /** How it is called in the path of what stands below. */
  readonly name: string;
  /** 1 for the first outline, 2 after its outermost numbers began again, … */
  readonly series: number;
}

export interface Placed {
  readonly node: Node;
  /** Headings above that are sure, outermost first. */
  readonly path: readonly string[];
}

interface Draft {
  readonly node: Node;
  path: readonly string[];
}

/** Ranks of what has no number: text belongs under every number, a bare heading just above the numbers behind it. */
const TEXT_RANK = 99;
const ROW_RANK = 98;
const ABOVE = 0.5;

export function outlineOf(body: readonly Entry[]): readonly Placed[] {
  const drafts: Draft[] = [];
  const open: { draft: Draft; at: number }[] = [];
  const last = new Map<number, number>();
  const marked = headingRanks(body);
  let series = 1;
  for (const [at, entry] of body.entries()) {
    const rank = rankOf(entry, body[at + 1], marked);
    if (rank === null) continue;
    if (rank === TEXT_RANK && endsList(open.at(-1)?.draft, drafts)) open.pop();
    const value =
      entry.kind === 'numbered' ? entry.numbered.value : entry.kind === 'row' ? entry.row.value : 0;
    while ((open.at(-1)?.draft.node.rank ?? 0) > rank) open.pop();
    const sibling = open.at(-1)?.draft.node.rank === rank ? open.pop() : undefined;
    const parent = open.at(-1)?.draft.node ?? null;
    const gap =
      entry.kind === 'numbered'
        ? gapBefore({ numbered: entry.numbered, sibling: sibling?.draft.node, last: last.get(rank) })
        : 'none';
    if (gap === 'restart' && parent === null) series += 1;
    const node: Node = { entry, parent, rank, value, name: nameOf(entry), series };
    // What a gap has made unsure for one heading is unsure for the headings beside it that follow.
    const above = sibling?.draft.path ?? pathBelow(open.at(-1)?.draft);
    const path = gap === 'many' || gap === 'restart' ? [] : above;
    if (sibling && gap !== 'none' && parent !== null) {
      doubt(drafts.slice(sibling.at + 1), { owner: sibling.draft.node, path, wholly: gap === 'restart' });
    }
    const draft: Draft = { node, path };
    drafts.push(draft);
    if (rank < ROW_RANK) {
      open.push({ draft, at: drafts.length - 1 });
      if (entry.kind === 'numbered') last.set(rank, value);
    }
  }
  return drafts;
}

const GOES_ON = /[；;]\s*$/;
const ENDS = /。\s*$/;

/** Of items that end with 「；」 the one with 「。」 is the last: the paragraph behind it is of what stands above the list. */
function endsList(last: Draft | undefined, drafts: readonly Draft[]): boolean {
  if (last?.node.entry.kind !== 'numbered' || last.node.parent === null) return false;
  const { parent, rank, entry } = last.node;
  if (entry.numbered.value === 1 || !ENDS.test(entry.text)) return false;
  const before = drafts.findLast(
    ({ node }) => node !== last.node && node.parent === parent && node.rank === rank,
  );
  return before !== undefined && GOES_ON.test(before.node.entry.text);
}

function rankOf(entry: Entry, next: Entry | undefined, marked: ReadonlyMap<number, number>): number | null {
  switch (entry.kind) {
    case 'numbered':
      return entry.numbered.rank;
    case 'row':
      return ROW_RANK;
    case 'text':
      return marked.get(levelOf(entry) ?? 0) ?? rankOfText(entry.text, next);
    case 'attachment':
      return TEXT_RANK;
    case 'header':
      return null;
  }
}

function rankOfText(text: string, next: Entry | undefined): number {
  return next?.kind === 'numbered' && heads(text, next) ? next.numbered.rank - ABOVE : TEXT_RANK;
}

const LONGEST_BARE = 25;

/** 「申报材料」 before 「1.…」: a heading that never had a number. */
const heads = (text: string, next: Entry & { kind: 'numbered' }): boolean =>
  next.numbered.value === 1 && text.length <= LONGEST_BARE && isBareHeading(text) && !/^[—-]/.test(text);

const nameOf = (entry: Entry): string =>
  entry.kind === 'numbered'
    ? pathName(entry.numbered.number, entry.numbered.rest)
    : entry.text.slice(0, 2 * LONGEST_BARE);

type Gap = 'none' | 'one' | 'many' | 'restart';

function gapBefore({
  numbered,
  sibling,
  last = 0,
}: {
  readonly numbered: Numbered;
  readonly sibling: Node | undefined;
  readonly last: number | undefined;
}): Gap {
  const { value, stem } = numbered;
  const before = sibling?.entry;
  // 「2.1」 behind 「1.3」, and a number behind a heading without one, follow nothing.
  if (before?.kind !== 'numbered' || before.numbered.stem !== stem)
    return value === 1 || value === last + 1 ? 'none' : 'many';
  if (value === 1 && before.numbered.value > 1) return 'restart';
  const missing = value - before.numbered.value - 1;
  return missing <= 0 ? 'none' : missing === 1 ? 'one' : 'many';
}

const pathBelow = (above: Draft | undefined): readonly string[] =>
  above ? [...above.path, above.node.name] : [];

/**
 * Cuts the paths of what stands between a heading and the gap behind it. Its first paragraph and the dashes
 * after that are its own; further paragraphs are not sure, nor, where numbers began again, anything else.
 */
function doubt(
  between: readonly Draft[],
  { owner, path, wholly }: { owner: Node; path: readonly string[]; wholly: boolean },
): void {
  let paragraphs = 0;
  for (const draft of between) {
    const isOwnText = draft.node.parent === owner && draft.node.rank === TEXT_RANK;
    if (isOwnText && !/^[—-]{1,2}/.test(draft.node.entry.text)) paragraphs += 1;
    if (isOwnText ? paragraphs > 1 : wholly) draft.path = cutBack(draft, owner, path);
  }
}

/** Below an item of the gap its own number stays: only the headings from `owner` upwards go. */
function cutBack({ node, path }: Draft, owner: Node, sure: readonly string[]): readonly string[] {
  const at = path.indexOf(owner.name);
  return at < 0 ? (node.parent === owner ? sure : path) : [...sure, ...path.slice(at + 1)];
}
