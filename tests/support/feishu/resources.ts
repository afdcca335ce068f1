import type { Asked } from './asked.ts';
import { readParts } from './multipart.ts';
import { notValid, Refusal } from './refusal.ts';
import type { FeishuWorld, StoredMessage } from './world.ts';

const MAX_BYTES = { file: 30 * 1024 * 1024, image: 10 * 1024 * 1024 } as const;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

interface Wanted {
  readonly message: StoredMessage;
  readonly key: string;
  readonly world: FeishuWorld;
}

/** A file of a message. Those of a bundle's messages are refused. */
export function readResource({ query }: Asked, { message, key, world }: Wanted): Buffer {
  const kind = query.get('type');
  if (kind !== 'file' && kind !== 'image') throw notValid('type is required');
  if (message.upper !== undefined || message.type === 'merge_forward') {
    throw new Refusal(234043, 'Unsupported message type.');
  }
  const file = world.files.get(key);
  if (!file || !message.content.includes(key)) throw new Refusal(234003, 'File not in msg.');
  return file.bytes;
}

/** Keeps what is taken up, and says under which key. */
export function keepUpload({ body, headers }: Asked, kind: 'file' | 'image', world: FeishuWorld): string {
  const parts = readParts(body, headers['content-type'] ?? '');
  const text = (field: string): string => parts.get(field)?.toString() ?? '';
  const bytes = parts.get(kind);
  if (!bytes) throw new Refusal(234001, 'Invalid request param.');
  if (bytes.length === 0) throw new Refusal(234010, "File's size can't be 0.");
  if (bytes.length > MAX_BYTES[kind]) throw new Refusal(234006, 'The file size exceed the max value.');
  if (kind === 'image' && text('image_type') !== 'message') throw new Refusal(234001, 'image_type');
  if (kind === 'file' && (!FILE_TYPES.includes(text('file_type')) || text('file_name') === '')) {
    throw new Refusal(234001, 'file_type or file_name');
  }
  const key = world.nextId(kind === 'file' ? 'file_v3' : 'img_v3');
  world.files.set(key, { name: text('file_name'), bytes });
  return key;
}
