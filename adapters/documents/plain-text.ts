import type { SourceDocument } from '../../src/domain/document/types.ts';
import { createDropping, withoutSpace } from './counting.ts';
import { isKnown } from './html/elements.ts';
import { preformattedLines } from './html/lines.ts';
import { parseHtml, piecesIn } from './html/tree.ts';

interface Token {
  readonly kind: 'tag' | 'entity' | 'text';
  readonly source: string;
  /** What stands there now. */
  readonly text: string;
}

// Bounded repeats: hostile text must not make matching quadratic.
const TAG = /<\/?([A-Za-z][\w:-]{0,30})((?:\s[^<>]{0,2000})?)\/?>/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,10});/iy;
const CLOSING = /<\/([A-Za-z][\w:-]{0,30})>/g;
/** What a browser draws for an empty list item: 「•」「2.」. */
const LONE_MARKER = /^\s*(?:[•◦▪·○■]|\d{1,3}\.)?\s*$/u;

/**
 * Lines of a text file as paragraphs, tabs kept. Stray tags are dropped as markup, but 「<含开发区>」 and
 * other brackets of the text stay; a line of tags with nothing but a list marker goes with its tags.
 */
export function readPlainText(
  source: string,
): Pick<SourceDocument, 'blocks' | 'characters' | 'dropped' | 'repairs'> {
  if (!/[<&]/.test(source)) return plainLines(source);
  const dropping = createDropping();
  const lines: string[] = [];
  const repairs: { from: string; to: string }[] = [];
  for (const tokens of tokenLines(tokensOf(source))) {
    const text = tokens.map((token) => token.text).join('');
    const isDebris = tokens.some((token) => token.kind === 'tag') && LONE_MARKER.test(text);
    for (const token of tokens) {
      if (isDebris || withoutSpace(token.text) === '') dropping.add('markup', token.source);
      else {
        dropping.keep();
        if (token.kind === 'entity') repairs.push({ from: token.source, to: token.text });
      }
    }
    if (!isDebris) for (const line of preformattedLines(text)) lines.push(line);
  }
  return {
    blocks: lines.map((text) => ({ kind: 'paragraph', text })),
    characters: withoutSpace(source).length,
    dropped: dropping.all(),
    repairs,
  };
}

function plainLines(source: string): ReturnType<typeof readPlainText> {
  const blocks = preformattedLines(source).map((text) => ({ kind: 'paragraph' as const, text }));
  return { blocks, characters: withoutSpace(source).length, dropped: [], repairs: [] };
}

function tokensOf(source: string): readonly Token[] {
  const closed: ReadonlySet<string> = new Set(
    [...source.matchAll(CLOSING)].map(([, name]) => (name ?? '').toLowerCase()),
  );
  const tokens: Token[] = [];
  const lastComment = source.lastIndexOf('-->');
  let position = 0;
  let from = 0;
  while (position < source.length) {
    position = nextSpecial(source, position);
    const token = markAt(source, { position, closed, lastComment });
    if (token === null) {
      position += 1;
      continue;
    }
    tokens.push(
      { kind: 'text', source: source.slice(from, position), text: source.slice(from, position) },
      token,
    );
    position += token.source.length;
    from = position;
  }
  const rest = source.slice(from);
  return [...tokens, { kind: 'text', source: rest, text: rest }];
}

function nextSpecial(source: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(source)?.index ?? source.length;
}

const SPECIAL = /[<&]/g;

interface Mark {
  readonly position: number;
  /** Names of elements that are closed somewhere. */
  readonly closed: ReadonlySet<string>;
  readonly lastComment: number;
}

function markAt(source: string, { position, closed, lastComment }: Mark): Token | null {
  if (source.startsWith('<!--', position) && lastComment > position) {
    return { kind: 'tag', source: source.slice(position, source.indexOf('-->', position) + 3), text: '' };
  }
  TAG.lastIndex = position;
  const tag = TAG.exec(source);
  if (tag !== null) {
    const name = (tag[1] ?? '').toLowerCase();
    const isTag = isKnown(name) || closed.has(name) || /=\s*["']/.test(tag[2] ?? '');
    return isTag ? { kind: 'tag', source: tag[0], text: name === 'br' ? '\n' : '' } : null;
  }
  ENTITY.lastIndex = position;
  const entity = ENTITY.exec(source)?.[0];
  if (entity === undefined) return null;
  const text = decodeEntity(entity);
  return text === entity ? null : { kind: 'entity', source: entity, text };
}

function decodeEntity(entity: string): string {
  return piecesIn(parseHtml(entity))
    .map((piece) => piece.text)
    .join('');
}

/** Tokens line by line; a token of text is cut at its line breaks, which stay with the line that they end. */
function tokenLines(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [];
  let line: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text') {
      line.push(token);
      if (token.text === '\n') line = endLine(lines, line);
      continue;
    }
    const parts = token.text.split(/(?<=\n)/);
    for (const part of parts) {
      if (part !== '') line.push({ kind: 'text', source: part, text: part });
      if (part.endsWith('\n')) line = endLine(lines, line);
    }
  }
  endLine(lines, line);
  return lines;
}

function endLine(lines: Token[][], line: Token[]): Token[] {
  if (line.length > 0) lines.push(line);
  return [];
}
