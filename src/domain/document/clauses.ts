import type { Entry } from './entry.ts';
import { headingOf, isBareHeading } from './heading.ts';
import { ARTICLE_RANK, CHAPTER_RANKS, type Numbered } from './numbering.ts';
import { type Node, outlineOf, type Placed } from './outline.ts';
import { joinSignatures, type Part, partsOf } from './parts.ts';
import type { Clause, ClauseId, ClauseKind } from './types.ts';

/** The clauses of a document in reading order; ids are unique within it. */
export function clausesOf(entries: readonly Entry[]): readonly Clause[] {
  const name = uniqueNames();
  const parts = partsOf(entries);
  return parts.flatMap((part, at) =>
    clausesOfPart(part, at === 0 ? '' : `${LETTERS.charAt(at % LETTERS.length)}.`, name),
  );
}

type Namer = (wanted: string) => ClauseId;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A number that comes a second time gets a letter behind it: `2.1`, `2.1b`. */
function uniqueNames(): Namer {
  const used = new Map<string, number>();
  const name: Namer = (wanted) => {
    const before = used.get(wanted) ?? 0;
    used.set(wanted, before + 1);
    return before === 0 ? (wanted as ClauseId) : name(`${wanted}${LETTERS[before] ?? `~${before}`}`);
  };
  return name;
}

function clausesOfPart(part: Part, prefix: string, name: Namer): readonly Clause[] {
  const around = (entries: readonly Entry[], where: 'front' | 'back', stem: string): readonly Clause[] =>
    joinSignatures(entries).map((text, at) => ({
      ...plain(text),
      id: name(`${prefix}${stem}.${at + 1}`),
      part: where,
    }));
  const front = around(part.front, 'front', '0');
  const placed = outlineOf(part.body);
  const ids = new Map<Node, string>();
  const counts = new Map<Node | null, number>();
  const body = placed.map((entry, at) => {
    const id = name(prefix + wantedId(entry.node, ids, counts));
    ids.set(entry.node, id.slice(prefix.length));
    return clauseOf(entry, placed[at + 1], id);
  });
  return [...front, ...body, ...around(part.back, 'back', 'z')];
}

const plain = (text: string): Omit<Clause, 'id'> => ({
  kind: 'paragraph',
  part: 'body',
  path: [],
  number: null,
  heading: null,
  text,
  cells: null,
});

function wantedId(node: Node, ids: ReadonlyMap<Node, string>, counts: Map<Node | null, number>): string {
  const above = node.parent
    ? `${ids.get(node.parent) as string}.`
    : node.series > 1
      ? `s${node.series}.`
      : '';
  const { entry } = node;
  if (entry.kind === 'numbered') return `${above}${stemOf(entry.numbered, node.parent)}${node.value}`;
  if (entry.kind === 'row') {
    return `${above}${entry.row.groupNumber === null ? '' : `${entry.row.groupNumber}.`}${entry.row.value}`;
  }
  const count = (counts.get(node.parent) ?? 0) + 1;
  counts.set(node.parent, count);
  return `${above}p${count}`;
}

/** 「1.2」 below 「1.」 or 「一、」 is `1.2`; below anything else its own first part stands before it. */
function stemOf({ stem }: Numbered, parent: Node | null): string {
  if (stem === null) return '';
  const isAbove = parent?.entry.kind === 'numbered' && `${parent.value}` === stem.split('.').at(-1);
  return isAbove ? '' : `${stem}.`;
}

function clauseOf({ node, path }: Placed, next: Placed | undefined, id: ClauseId): Clause {
  const { entry } = node;
  switch (entry.kind) {
    case 'row':
      return {
        ...plain(entry.text),
        id,
        kind: 'row',
        path: entry.row.group === null ? path : [...path, entry.row.group],
        number: entry.row.number,
        heading: headingOf(entry.row.rest),
        cells: entry.row.cells,
      };
    case 'numbered':
      return {
        ...plain(entry.text),
        id,
        kind: kindOf(entry, next),
        path,
        number: entry.numbered.number,
        heading: headingOf(entry.numbered.rest),
      };
    case 'text':
    case 'attachment':
    case 'header':
      return { ...plain(entry.text), ...unnumbered(node, next), id, path };
  }
}

const DASH = /^[—–-]{1,2}\s*/;

function unnumbered({ entry }: Node, next: Placed | undefined): Pick<Clause, 'kind' | 'heading'> {
  if (DASH.test(entry.text)) return { kind: 'item', heading: headingOf(entry.text.replace(DASH, '')) };
  return next?.node.parent?.entry === entry
    ? { kind: 'section', heading: entry.text }
    : { kind: 'paragraph', heading: null };
}

function kindOf(entry: Entry & { readonly kind: 'numbered' }, next: Placed | undefined): ClauseKind {
  const { rank, rest } = entry.numbered;
  if (CHAPTER_RANKS.has(rank)) return 'chapter';
  if (rank === ARTICLE_RANK) return 'article';
  if (rank < ARTICLE_RANK) return 'section';
  return isBareHeading(rest) && next?.node.parent?.entry === entry ? 'section' : 'item';
}
