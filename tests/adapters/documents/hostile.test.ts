import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import { DocumentError } from '../../../src/ports/document-reader.ts';
import { processorTime } from '../../support/processor-time.ts';
import { aPdf, gbk } from './a-pdf.ts';
import { bytesOf, refusal } from './law.ts';
import { aDocx, aXlsx, para } from './office-files.ts';
import { runs } from '../../support/runs.ts';

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const cfb = (stream: string): Uint8Array =>
  Uint8Array.from([...CFB, ...Buffer.alloc(600), ...Buffer.from(stream, 'utf16le')]);
const random = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 7919 * (index % 251)) & 0xff);
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

/** A Word file whose main part inflates to megabytes of zeros; Node deflates them ten times as fast as fflate. */
function bomb(megabytes: number): Uint8Array {
  const name = Buffer.from('word/document.xml');
  const bytes = zeros(megabytes);
  const deflated = deflateRawSync(bytes, { level: 1 });
  // Version, flags, method 8 (deflate), time, date; then what both of its entries tell.
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(deflated.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, deflated]);
  const listed = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, listed, end]));
}

/** The same with a directory that says 100 bytes. */
function lyingBomb(): Uint8Array {
  const bytes = bomb(40);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  return bytes;
}

test.for<readonly [string, () => Uint8Array, string]>([
  ['an empty file', () => new Uint8Array(), 'empty'],
  ['white space only', () => bytesOf(' \n\u3000\t'), 'empty'],
  ['a file of 31 MB', () => zeros(31), 'too-large'],
  ['a binary renamed .txt', () => random(20_000), 'binary'],
  ['zeros', () => zeros(1), 'binary'],
  ['a gzip file', () => gzipSync('企业'), 'binary'],
  [
    'bytes without control characters that are no text',
    () => Uint8Array.from({ length: 4000 }, (_, index) => 0xa1 + ((index * 31) % 93)),
    'unreadable',
  ],
  ['an old Word file', () => cfb('WordDocument'), 'old-format'],
  ['a docx with a password', () => cfb('EncryptedPackage'), 'encrypted'],
  ['an OFD file', () => zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') }), 'old-format'],
  ['an OpenDocument file', () => zipSync({ 'content.xml': strToU8('<x/>') }), 'old-format'],
  ['rich text', () => bytesOf('{\\rtf1\\ansi 企业}'), 'old-format'],
  [
    'a page saved with its pictures',
    () => bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'),
    'old-format',
  ],
  ['any other archive', () => zipSync({ 'a.txt': strToU8('企业') }), 'unreadable'],
  ['a half-written docx', () => aDocx({ body: para('企业') }).slice(0, -100), 'damaged'],
  ['a docx without a word', () => aDocx({ body: '' }), 'no-text'],
  ['a page without a word', () => bytesOf('<html><body><img src="a.png"></body></html>'), 'no-text'],
  ['a zip bomb', () => bomb(40), 'archive-bomb'],
  ['a zip bomb that hides its size', lyingBomb, 'archive-bomb'],
])('%s is refused', async ([, bytes, code]) => {
  const file = bytes();
  const spent = processorTime();
  expect(await refusal(file)).toBe(code);
  expect(spent()).toBeLessThan(2000);
});

describe('no input takes two seconds', () => {
  const many = (text: string, megabytes: number): Uint8Array =>
    bytesOf(text.repeat((megabytes * 1024 * 1024) / text.length));
  test.for<readonly [string, () => Uint8Array]>([
    ['a million characters on one line', () => bytesOf('支持企业发展'.repeat(170_000))],
    ['of opening tags', () => many('<div>', 0.3)],
    ['of open and closed tags that do not match', () => many('<b></i>', 0.3)],
    ['of tables within tables', () => many('<table><tr><td>文<td>字<tr><td>', 0.2)],
    ['of lists within lists', () => many('<ol><li>文', 0.2)],
    ['of comments that never end', () => many('文<!--', 0.5)],
    ['of brackets', () => many('<', 0.5)],
    ['of ampersands', () => many('&', 0.5)],
    ['of tags with endless attributes', () => many('<p a=" 文', 0.5)],
    ['of line breaks in one paragraph', () => bytesOf(`<html><p>${'文字\n'.repeat(100_000)}`)],
    ['of lines', () => many('文\n', 0.5)],
    ['of GBK', () => gbk('支持企业发展'.repeat(100_000))],
  ])('%s', async ([, bytes]) => {
    const file = bytes();
    const spent = processorTime();
    await refusal(file);
    expect(spent()).toBeLessThan(2000);
  });
});

describe('whatever the bytes, the answer is a document or a refusal', () => {
  const reader = createDocumentReader();
  const outcome = async (bytes: Uint8Array): Promise<boolean> => {
    const result = await reader.read({ name: 'x', bytes }).catch((error: unknown) => error);
    return result instanceof Error ? result instanceof DocumentError : true;
  };

  test('random bytes', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), outcome);
    expect((await fc.check(property, { numRuns: runs(150) })).counterexample).toBeNull();
  });

  test.for<readonly [string, Uint8Array, number]>([
    ['docx', aDocx({ body: para('支持企业发展') }), 60],
    ['xlsx', aXlsx([{ name: '表', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }]), 60],
    ['pdf', aPdf({ pages: [[{ text: '支持企业发展', y: 700 }]] }), 4],
    ['html', bytesOf('<html><body><table><tr><td>支持</td></tr></table></body></html>'), 50],
  ])('%s with bytes changed or cut off', async ([, whole, numRuns]) => {
    const damage = fc.record({
      length: fc.integer({ min: 0, max: whole.length }),
      changes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      cut: fc.boolean(),
    });
    const property = fc.asyncProperty(damage, ({ length, changes, cut }) => {
      const bytes = whole.slice(0, cut ? length : whole.length);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return outcome(bytes);
    });
    expect((await fc.check(property, { numRuns: runs(numRuns) })).counterexample).toBeNull();
  });

  test('a valid part with broken XML is read as far as it goes', async () => {
    const bytes = zipSync({
      'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>企业</w:t></w:r><w:p></w:x>'),
    });
    expect(await refusal(bytes)).toBe('read');
  });
});
