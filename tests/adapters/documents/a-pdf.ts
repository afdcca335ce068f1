/** Text at a place on a page, origin at the bottom left as PDF has it. */
export interface PdfText {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  readonly pages: readonly (readonly PdfText[])[];
  /** Predefined character map of the font, which is not embedded. */
  readonly map?: 'UniGB-UCS2-H' | 'GBK-EUC-H';
  /** Says that the file has a password. */
  readonly encrypted?: boolean;
}

/** A PDF by hand: STSong-Light, not embedded, its letters one em wide. */
export function aPdf({ pages, map = 'UniGB-UCS2-H', encrypted = false }: PdfOptions): Uint8Array {
  const contents = pages.map((texts) => texts.map((text) => show(text, map)).join('\n'));
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${map} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const trailer = encrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`
    : '';
  return assemble(objects, trailer);
}

function show({ text, x = 90, y, size = 16 }: PdfText, map: string): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${map === 'GBK-EUC-H' ? gbkHex(text) : ucs2Hex(text)}> Tj ET`;
}

function ucs2Hex(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

let gbkTable: ReadonlyMap<string, string> | null = null;

export function gbkHex(text: string): string {
  gbkTable ??= new Map(gbkPairs());
  return Array.from(
    text,
    (character) => gbkTable?.get(character) ?? character.charCodeAt(0).toString(16),
  ).join('');
}

/** GBK bytes of a text, by the decoder that every Node has. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(gbkHex(text), 'hex'));
}

function* gbkPairs(): Generator<readonly [string, string]> {
  const decoder = new TextDecoder('gbk');
  for (let byte = 0; byte < 0x80; byte += 1)
    yield [String.fromCharCode(byte), byte.toString(16).padStart(2, '0')];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Uint8Array.of(lead, trail);
      const character = decoder.decode(bytes);
      if (character.length === 1 && character !== '\uFFFD')
        yield [character, Buffer.from(bytes).toString('hex')];
    }
  }
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body, 'latin1'));
}
