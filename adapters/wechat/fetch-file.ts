import type { Message } from 'wechaty';
import { ChannelError } from '../../src/ports/channel.ts';
import { rawMessageId } from './ids.ts';
import { messageKind } from './message-kind.ts';
import type { Online } from './online.ts';

/** Bytes of a file that comes in or goes out. */
export const LARGEST_FILE = 30 * 1024 * 1024;

async function boxOf(message: Message): ReturnType<Message['toFileBox']> {
  if (messageKind(message.type()).kind !== 'image') return message.toFileBox();
  // Not every puppet has pictures in their full size.
  const image = message.toImage();
  return image.artwork().catch(() => message.toFileBox());
}

async function readWhole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > LARGEST_FILE) throw new ChannelError('too-long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The file or picture of a message that came in. Throws `ChannelError`. */
export async function fetchFile(id: string, { bot }: Online): Promise<Uint8Array> {
  const raw = rawMessageId(id);
  const message = raw === null ? undefined : await bot.Message.find({ id: raw });
  // Puppets remember messages of this run, some of this hour.
  if (message === undefined) throw new ChannelError('unavailable');
  try {
    const box = await boxOf(message);
    return await readWhole(await box.toStream());
  } catch (cause) {
    if (cause instanceof ChannelError) throw cause;
    throw new ChannelError('unavailable', { cause, retryable: true });
  }
}
