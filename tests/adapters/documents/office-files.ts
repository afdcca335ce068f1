import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(parts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(parts).map(
    ([target, type], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${entries.join('')}</Relationships>`;
}

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly header?: string;
}

/** A Word file of the given parts' inner XML. */
export function aDocx({
  body,
  numbering = '',
  styles = '',
  footnotes = '',
  header = '',
}: DocxParts): Uint8Array {
  return zip({
    '_rels/.rels': relations({ 'word/document.xml': 'officeDocument' }),
    'word/_rels/document.xml.rels': relations({
      'numbering.xml': 'numbering',
      'styles.xml': 'styles',
      'footnotes.xml': 'footnotes',
      'header1.xml': 'header',
    }),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles>${styles}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes>${footnotes}</w:footnotes>`,
    'word/header1.xml': `<w:hdr>${header}</w:hdr>`,
  });
}

/** A paragraph, numbered at `[list, level]` or of a style. */
export function para(
  text: string,
  at: { readonly list?: readonly [number, number]; readonly style?: string } = {},
): string {
  const style = at.style === undefined ? '' : `<w:pStyle w:val="${at.style}"/>`;
  const number =
    at.list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${at.list[1]}"/><w:numId w:val="${at.list[0]}"/></w:numPr>`;
  return `<w:p><w:pPr>${style}${number}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A level of a list: its number format and text. */
export function level(index: number, format: string, text: string): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A level with one more property: the style that it belongs to, or Arabic digits throughout. */
export const levelWith = (property: string, xml: string): string =>
  xml.replace('<w:lvlText', `${property}<w:lvlText`);

export function list(id: number, levels: string, overrides = ''): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`;
}

export interface XlsxSheet {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook of sheets given as the inner XML of their rows; style 1 is a date, 2 a percentage. */
export function aXlsx(sheets: readonly XlsxSheet[], strings: readonly string[] = []): Uint8Array {
  const parts = sheets.map((_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet']);
  const list = sheets.map(
    ({ name, hidden = false }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  return zip({
    '_rels/.rels': relations({ 'xl/workbook.xml': 'officeDocument' }),
    'xl/_rels/workbook.xml.rels': relations({
      ...Object.fromEntries(parts),
      'sharedStrings.xml': 'sharedStrings',
      'styles.xml': 'styles',
    }),
    'xl/workbook.xml': `<workbook><sheets>${list.join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      sheets.map(({ rows, merges = [] }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
  });
}
