import { Tokenizer } from 'htmlparser2';
import { CLOSED_BY_NEXT, VOID } from './elements.ts';

/** Text at [start, end) of the source; `text` differs from the source where an entity was decoded. */
export interface Piece {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Characters of text inside. */
  readonly size: number;
  readonly holdsTable: boolean;
}

export type Node = Piece | Element;

interface Open {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  size: number;
  holdsTable: boolean;
}

/** Deeper elements become siblings: no document needs more, and every step up the stack stays cheap. */
const DEEPEST = 120;

/**
 * Builds the element tree of HTML as it is found: never fails, takes time in proportion to the text.
 * htmlparser2's own parser searches its whole stack at every closing tag, which hostile nesting makes
 * quadratic; its tokenizer with a shallow stack does not.
 */
export function parseHtml(source: string): Element {
  const builder = createBuilder(source);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder.callbacks);
  tokenizer.write(source);
  tokenizer.end();
  return builder.root;
}

function createBuilder(source: string) {
  const root = element('#root');
  const stack: Open[] = [root];
  let opening = element('');
  let attribute = '';
  let value = '';
  let textEnd = 0;
  const top = (): Open => stack.at(-1) ?? root;

  const addText = (start: number, end: number, text: string): void => {
    top().children.push({ kind: 'text', start, end, text });
    for (const open of stack) open.size += text.length;
    textEnd = end;
  };
  const finishOpening = (selfClosing: boolean): void => {
    closeBefore(stack, opening.name);
    if (opening.name === 'table') for (const open of stack) open.holdsTable = true;
    top().children.push(opening);
    if (!selfClosing && !VOID.has(opening.name) && stack.length < DEEPEST) stack.push(opening);
  };
  const nothing = (): void => undefined;
  const callbacks = {
    ontext: (start: number, end: number) => addText(start, end, source.slice(start, end)),
    ontextentity: (codepoint: number, end: number) =>
      addText(Math.max(textEnd, source.lastIndexOf('&', end - 1)), end, String.fromCodePoint(codepoint)),
    onopentagname: (start: number, end: number) => {
      opening = element(source.slice(start, end).toLowerCase());
    },
    onopentagend: () => finishOpening(false),
    onselfclosingtag: () => finishOpening(false),
    onclosetag: (start: number, end: number) => close(stack, source.slice(start, end).toLowerCase()),
    onattribname: (start: number, end: number) => {
      attribute = source.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata: (start: number, end: number) => {
      value += source.slice(start, end);
    },
    onattribentity: (codepoint: number) => {
      value += String.fromCodePoint(codepoint);
    },
    onattribend: () => {
      opening.attributes[attribute] ??= value;
    },
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  };
  return { root: root as Element, callbacks };
}

function element(name: string): Open {
  return {
    kind: 'element',
    name,
    attributes: Object.create(null) as Record<string, string>,
    children: [],
    size: 0,
    holdsTable: false,
  };
}

/** `<li>` after an unclosed `<li>` closes it, but not one of an outer list. */
function closeBefore(stack: Open[], name: string): void {
  const rule = CLOSED_BY_NEXT[name];
  if (rule === undefined) {
    return;
  }
  for (let depth = stack.length - 1; depth > 0; depth -= 1) {
    const open = stack[depth]?.name ?? '';
    if (rule.within.has(open)) return;
    if (rule.closes.has(open)) stack.length = depth;
  }
}

/** A closing tag without an opening one, or one that would leave a table cell, is ignored. */
function close(stack: Open[], name: string): void {
  for (let depth = stack.length - 1; depth > 0; depth -= 1) {
    const open = stack[depth]?.name;
    if (open === name) {
      stack.length = depth;
      return;
    }
    if ((open === 'td' || open === 'th') && !TABLE_PARTS.has(name)) return;
  }
}

const TABLE_PARTS: ReadonlySet<string> = new Set([
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'body',
  'html',
]);

/** All text inside a node, in reading order. */
export function piecesIn(node: Node): readonly Piece[] {
  const pieces: Piece[] = [];
  const gather = (inner: Node): void => {
    if (inner.kind === 'text') pieces.push(inner);
    else inner.children.forEach(gather);
  };
  gather(node);
  return pieces;
}

/** The first words of a node, without reading the rest of it. */
export function startOfText(node: Node, length = 12): string {
  if (node.kind === 'text') return node.text.trimStart().slice(0, length);
  let text = '';
  for (const child of node.children) {
    if (text.length >= length) break;
    text = (text + startOfText(child, length)).trimStart();
  }
  return text;
}
