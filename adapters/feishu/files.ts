import { ChannelError } from '../../src/ports/channel.ts';
import type { Attachment } from '../../src/ports/message.ts';
import type { FeishuApi, FileType, Letter } from './api.ts';
import { fileIn } from './ids.ts';

const MAX_FILE_BYTES = 30 * 1024 * 1024;
const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** Kinds by the name's ending; everything else goes as plain bytes. */
const TYPES: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
};

const endingOf = (name: string): string => (/\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '').toLowerCase();

const typeOf = (name: string): FileType => {
  const ending = endingOf(name);
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] as FileType) : 'stream';
};

const IMAGE = /^(?:jpe?g|png|webp|gif|bmp|ico|tiff?|heic)$/;
const MOST_NAME_CHARACTERS = 200;

/** A name without folders and control characters; the platform wants one. */
const toFileName = (name: string): string =>
  name.replace(/[\p{Cc}/\\]/gu, '_').slice(-MOST_NAME_CHARACTERS) || 'file';

/** Takes a file up to the platform and returns the message that shows it. Throws `ChannelError` and `FeishuError`. */
export async function upload(
  file: Attachment,
  {
    api,
    readFile,
  }: { readonly api: FeishuApi; readonly readFile: (file: Attachment) => Promise<Uint8Array> },
): Promise<Letter> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw cause instanceof ChannelError ? cause : new ChannelError('forbidden', { cause });
  });
  if (bytes.length === 0 || bytes.length > MAX_FILE_BYTES) throw new ChannelError('forbidden');
  // An image whose kind the platform may not know, or that is too large for one, goes as a file.
  const asImage =
    file.kind === 'image' &&
    bytes.length <= MAX_IMAGE_BYTES &&
    (file.name === '' || IMAGE.test(endingOf(file.name)));
  if (asImage) return { type: 'image', content: JSON.stringify({ image_key: await api.uploadImage(bytes) }) };
  const name = toFileName(file.name);
  const key = await api.uploadFile({ name, type: typeOf(name), bytes });
  return { type: 'file', content: JSON.stringify({ file_key: key }) };
}

/** The bytes of a file that came in, at most 30 MB. Throws `ChannelError` and `FeishuError`. */
export async function download({ id, kind }: Attachment, api: FeishuApi): Promise<Uint8Array> {
  const place = fileIn(id);
  if (place === null) throw new ChannelError('forbidden');
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const stream = await api.download({ ...place, kind });
  try {
    for await (const piece of stream) {
      bytes += piece.length;
      pieces.push(piece);
      if (bytes > MAX_FILE_BYTES) break;
    }
  } catch (cause) {
    // Broken off on the way.
    throw new ChannelError('unavailable', { cause, retryable: true });
  }
  if (bytes > MAX_FILE_BYTES) throw new ChannelError('too-long');
  return Buffer.concat(pieces);
}
