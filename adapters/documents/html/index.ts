import type { SourceDocument } from '../../../src/domain/document/types.ts';
import { DocumentError } from '../../../src/ports/document-reader.ts';
import { countOf, withoutSpace } from '../counting.ts';
import { accountFor } from './account.ts';
import { isKnown } from './elements.ts';
import { type Element, parseHtml, type Piece, piecesIn } from './tree.ts';
import { hiddenPieces, walk } from './walk.ts';
import type { Found } from './writer.ts';

const DOCUMENT_TAG = /<(?:!doctype\s+html|html|head|body)[\s>]/i;
const ANY_TAG = /<[a-z][^<>]*>/i;

/** Whether text is HTML: it says so, or most of its words stand within known elements. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 100_000);
  if (DOCUMENT_TAG.test(start)) return true;
  if (!ANY_TAG.test(start)) return false;
  const root = parseHtml(start);
  const inside = root.children.filter((node) => node.kind === 'element' && isKnown(node.name));
  const words = inside.flatMap(piecesIn).reduce((sum, piece) => sum + withoutSpace(piece.text).length, 0);
  return words > withoutSpace(start.replace(/<[^<>]*>/g, '')).length / 2;
}

/** Pages have some thousand tags; reading this many takes half a second. */
const MOST_TAGS = 120_000;

/**
 * Blocks of a page with an account of every character. Throws `no-text` where nothing can be read, `too-large`
 * where there are too many tags to read in good time.
 */
export function readHtml(
  source: string,
): Pick<SourceDocument, 'blocks' | 'characters' | 'dropped' | 'repairs'> {
  if (countOf('<', source) > MOST_TAGS) throw new DocumentError('too-large');
  const root = parseHtml(source);
  const visible = walk(root, { showHidden: false });
  const found = withTitle(root, hidesMost(root, visible) ? walk(root, { showHidden: true }) : visible);
  if (found.blocks.length === 0) throw new DocumentError('no-text');
  return { blocks: found.blocks, ...accountFor(source, found) };
}

/** Whether what is hidden is three times as long as what is shown: then a script shows it. */
function hidesMost(root: Element, visible: Found): boolean {
  const hidden = hiddenPieces(root).reduce((sum, piece) => sum + withoutSpace(piece.text).length, 0);
  return hidden > 0 && hidden > 3 * wordsIn(visible);
}

const wordsIn = (found: Found): number =>
  found.kept.reduce((sum, piece) => sum + withoutSpace(piece.text).length, 0);

/** `<title>` becomes a heading where the page itself has none and does not repeat it. */
function withTitle(root: Element, found: Found): Found {
  const taken = new Set(found.setAside.map(({ piece }) => piece));
  const pieces = titleOf(root).filter((piece) => !taken.has(piece));
  const title = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (title === '') return found;
  const body = withoutSpace(found.kept.map((piece) => piece.text).join(''));
  const parts = title.split(/\s*[-_|—–－＿｜]+\s*/).map(withoutSpace);
  const isRepeated = parts.some((part) => part.length >= 6 && body.includes(part));
  const reason = isRepeated
    ? 'duplicate'
    : found.blocks.some((block) => block.kind === 'heading')
      ? 'furniture'
      : null;
  if (reason !== null) {
    return {
      ...found,
      setAside: [...found.setAside, ...pieces.map((piece) => ({ reason, piece }) as const)],
    };
  }
  return {
    ...found,
    blocks: [{ kind: 'heading', level: 1, text: title }, ...found.blocks],
    kept: [...pieces, ...found.kept],
  };
}

function titleOf(node: Element): readonly Piece[] {
  for (const child of node.children) {
    if (child.kind === 'text' || child.name === 'svg') continue;
    const found = child.name === 'title' ? piecesIn(child) : titleOf(child);
    if (found.length > 0) return found;
  }
  return [];
}
