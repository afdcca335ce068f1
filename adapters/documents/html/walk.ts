import { BLOCK, FURNITURE, UNSEEN } from './elements.ts';
import { listNumber } from './list-number.ts';
import { layoutOf } from './table.ts';
import { type Element, type Node, type Piece, piecesIn, startOfText } from './tree.ts';
import { createWriter, type Found, type Writer } from './writer.ts';

export interface WalkOptions {
  /** Some pages hide their whole text until a script shows it. */
  readonly showHidden: boolean;
}

interface Place {
  readonly writer: Writer;
  readonly options: WalkOptions;
  readonly level: number | null;
  readonly preformatted: boolean;
}

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const isHidden = ({ attributes }: Element): boolean =>
  HIDDEN_STYLE.test(attributes['style'] ?? '') || (attributes['hidden'] ?? 'false') !== 'false';

/** Text that would be read if its element were not hidden. */
export function hiddenPieces(node: Node): readonly Piece[] {
  if (node.kind === 'text' || UNSEEN.has(node.name)) return [];
  return isHidden(node) ? piecesIn(node) : node.children.flatMap(hiddenPieces);
}

/** Goes through a tree in reading order and gives its blocks. */
export function walk(root: Node, options: WalkOptions): Found {
  const writer = createWriter();
  visit(root, { writer, options, level: null, preformatted: false });
  writer.flush();
  return writer.found();
}

function visit(node: Node, place: Place): void {
  const { writer } = place;
  if (node.kind === 'text') return writer.text(node);
  if (UNSEEN.has(node.name) || node.name === 'title') return;
  if (isHidden(node) && !place.options.showHidden) return;
  if (FURNITURE.has(node.name)) return writer.setAside('furniture', piecesIn(node));
  if (node.name === 'br' || node.name === 'hr') return writer.flush(place);
  if (node.name === 'table') return visitTable(node, place);
  if (node.name === 'ol') return visitNumbered(node, place);
  const heading = /^h([1-6])$/.exec(node.name)?.[1];
  const preformatted = place.preformatted || isPreformatted(node);
  if (heading === undefined && !preformatted && !BLOCK.has(node.name)) return visitAll(node.children, place);
  writer.flush(place);
  const inner = { ...place, preformatted, level: heading === undefined ? place.level : Number(heading) };
  visitAll(node.children, inner);
  writer.flush(inner);
}

function visitAll(nodes: readonly Node[], place: Place): void {
  for (const node of nodes) visit(node, place);
}

function isPreformatted({ name, attributes }: Element): boolean {
  return name === 'pre' || name === 'xmp' || /white-space\s*:\s*pre/i.test(attributes['style'] ?? '');
}

/** Browsers number the items of `<ol>`; the numbers are written out, since clauses are cited by them. */
function visitNumbered(list: Element, place: Place): void {
  place.writer.flush(place);
  const numbers = listNumber(list);
  for (const node of list.children) {
    const isItem = node.kind === 'element' && node.name === 'li';
    const number = isItem ? numbers(node, startOfText(node)) : null;
    if (isItem) place.writer.flush(place);
    if (number !== null) place.writer.insert(number);
    visitItem(node, place);
  }
  place.writer.flush(place);
}

/** An item's first block must not tear the number from its text: `<li><p>…</p></li>`. */
function visitItem(node: Node, place: Place): void {
  if (node.kind === 'text' || node.name !== 'li') return visit(node, place);
  const first = node.children.find((child) => child.kind === 'element' || child.text.trim() !== '');
  for (const child of node.children) {
    if (child === first && child.kind === 'element' && child.name === 'p') visitAll(child.children, place);
    else visit(child, place);
  }
}

function visitTable(table: Element, place: Place): void {
  place.writer.flush(place);
  const layout = layoutOf(table, (cell) => walk(cell, place.options));
  visitAll(layout.kind === 'data' ? layout.outside : table.children, place);
  place.writer.flush(place);
  if (layout.kind === 'data') place.writer.table(layout);
}
