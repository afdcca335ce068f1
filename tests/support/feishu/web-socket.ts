import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of a WebSocket (RFC 6455): binary messages without extensions, which is all that is spoken here. */
export interface WebSocketEnd {
  readonly send: (message: Buffer) => void;
  /** Cuts the line without a word. */
  readonly cut: () => void;
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

function pack(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

interface Unpacked {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly rest: Buffer;
}

/** The first frame of a client, unmasked; null while it has not arrived whole. */
function unpack(buffer: Buffer): Unpacked | null {
  if (buffer.length < 2) return null;
  const short = (buffer[1] as number) & 0x7f;
  const start = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + 4;
  if (buffer.length < start) return null;
  const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? buffer.readUInt32BE(6) : short;
  if (buffer.length < start + length) return null;
  const mask = buffer.subarray(start - 4, start);
  const payload = Buffer.from(buffer.subarray(start, start + length));
  for (let at = 0; at < length; at += 1) payload[at] = (payload[at] as number) ^ (mask[at % 4] as number);
  return { opcode: (buffer[0] as number) & 0x0f, payload, rest: buffer.subarray(start + length) };
}

/** Accepts an upgrade; `heard` gets each binary message, `gone` is told once. */
export function acceptWebSocket(
  { request, socket }: { readonly request: IncomingMessage; readonly socket: Duplex },
  { heard, gone }: { readonly heard: (message: Buffer) => void; readonly gone: () => void },
): WebSocketEnd {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  let waiting: Buffer = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    waiting = Buffer.concat([waiting, piece]);
    for (let frame = unpack(waiting); frame !== null; frame = unpack(waiting)) {
      waiting = frame.rest;
      if (frame.opcode === BINARY) heard(frame.payload);
      if (frame.opcode === PING) socket.write(pack(PONG, frame.payload));
      if (frame.opcode === CLOSE) socket.end(pack(CLOSE, frame.payload));
    }
  });
  // A server's sockets stay half open by themselves.
  socket.on('end', () => socket.destroy());
  socket.on('close', gone);
  socket.on('error', () => socket.destroy());
  return { send: (message) => void socket.write(pack(BINARY, message)), cut: () => void socket.destroy() };
}
