import { DomUtils, parseDocument } from 'htmlparser2';

type Branch = ReturnType<typeof parseDocument> | ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Longer ones are not looked into: a bundle of a hundred messages has some 50,000 characters. */
const LONGEST_XML = 1_000_000;
/** Sender and line feed may stand before it. */
const LATEST_START = 100;

/** WeChat nests some ten levels; the parser's time grows with the square of the depth. */
const DEEPEST = 500;
const TAG = /<(\/?)[A-Za-z][^<>]{0,2000}>/g;

/** A piece of XML that can be asked for what is beneath it. */
export interface Xml {
  /** Elements of a name at any depth, in their order. */
  readonly all: (name: string) => readonly Xml[];
  /** The text of the first element of a name; null where there is none. */
  readonly text: (name: string) => string | null;
  readonly attribute: (name: string) => string | null;
}

function isDeep(source: string): boolean {
  let depth = 0;
  for (const [tag, slash] of source.matchAll(TAG)) {
    if (!tag.endsWith('/>')) depth += slash === '' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function wrap(branch: Branch): Xml {
  const elements = (name: string, most?: number) =>
    DomUtils.getElementsByTagName(name, branch.children, true, most);
  return {
    all: (name) => elements(name).map(wrap),
    text: (name) => {
      const [found] = elements(name, 1);
      return found === undefined ? null : DomUtils.textContent(found).trim();
    },
    attribute: (name) => ('attribs' in branch ? (branch.attribs[name] ?? null) : null),
  };
}

/** Reads a message's XML, also behind `wxid_…:` and a line feed; null where it is none. Entities of a DTD stay closed. */
export function parseXml(source: string): Xml | null {
  if (source.length > LONGEST_XML) return null;
  const start = source.slice(0, LATEST_START).search(/<(?:\?xml|msg|appmsg|recordinfo|sysmsg|revokemsg)\b/);
  return start < 0 || isDeep(source) ? null : wrap(parseDocument(source.slice(start), { xmlMode: true }));
}
