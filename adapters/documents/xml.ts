import { posix } from 'node:path';
import { Tokenizer } from 'htmlparser2';
import { DocumentError } from '../../src/ports/document-reader.ts';
import type { Archive } from './archive.ts';
import { countOf } from './counting.ts';
import { decodeText } from './decode.ts';

export interface XmlElement {
  /** With its prefix, as written: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = string | XmlElement;

export interface XmlOptions {
  /** False leaves the prefix of element names away: `row` for `x:row`. */
  readonly prefixes?: boolean;
}

interface Open extends XmlElement {
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

/** Word nests some 20 levels for a table within a table; deeper elements become siblings. */
const DEEPEST = 200;

/** The longest plans have 200,000; reading this many takes about a second. */
const MOST_TAGS = 500_000;

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

/** Builds the tree of an XML part; entities of a DTD are not expanded, broken XML gives what there is. */
export function parseXml(source: string, { prefixes = true }: XmlOptions = {}): XmlElement {
  const nameAt = (start: number, end: number): string => {
    const name = source.slice(start, end);
    return prefixes ? name : name.slice(name.indexOf(':') + 1);
  };
  const root = open('');
  const stack: Open[] = [root];
  let opening = open('');
  let attribute = '';
  let value = '';
  const top = (): Open => stack.at(-1) ?? root;
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => void top().children.push(source.slice(start, end)),
      ontextentity: (codepoint) => void top().children.push(String.fromCodePoint(codepoint)),
      oncdata: (start, end, offset) => void top().children.push(source.slice(start, end - offset)),
      onopentagname: (start, end) => {
        opening = open(nameAt(start, end));
      },
      onopentagend: () => {
        top().children.push(opening);
        if (stack.length < DEEPEST) stack.push(opening);
      },
      onselfclosingtag: () => void top().children.push(opening),
      onclosetag: (start, end) => close(stack, nameAt(start, end)),
      onattribname: (start, end) => {
        attribute = source.slice(start, end);
        value = '';
      },
      onattribdata: (start, end) => {
        value += source.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        opening.attributes[attribute] = value;
      },
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return root;
}

function open(name: string): Open {
  return { name, attributes: Object.create(null) as Record<string, string>, children: [] };
}

function close(stack: Open[], name: string): void {
  for (let depth = stack.length - 1; depth > 0; depth -= 1) {
    if (stack[depth]?.name !== name) continue;
    stack.length = depth;
    return;
  }
}

/** Reads one part of an archive; an empty tree where there is none. Throws `too-large`. */
export function readPart(archive: Archive, name: string, options?: XmlOptions): XmlElement {
  const bytes = archive.read(name);
  if (bytes === null || bytes.length === 0) return EMPTY;
  const { text } = decodeText(bytes);
  if (countOf('<', text) > MOST_TAGS) throw new DocumentError('too-large');
  return parseXml(text, options);
}

/** The element's children of one name. */
export function all(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The first child of a name, going down name by name. */
export function first(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = parent;
  for (const name of names) {
    found = found?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  }
  return found;
}

/** Every element of a name at any depth. */
export function everywhere(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child, ...everywhere(child, name)] : everywhere(child, name);
  });
}

export function textIn(parent: XmlElement): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

export interface Relation {
  readonly id: string;
  /** Last word of its type: `styles`, `worksheet`. */
  readonly type: string;
  /** Name of the part that it leads to. */
  readonly target: string;
}

/** Where the relations of a part lead; those of the archive itself for `''`. */
export function relationsOf(archive: Archive, part: string): readonly Relation[] {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  return everywhere(readPart(archive, file), 'Relationship').map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    };
  });
}
