import type { IncomingMessage } from 'node:http';

/** The body of a request; null where it is longer than it may be or breaks off. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= maxBytes) pieces.push(piece);
      else {
        pieces.length = 0;
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
}
