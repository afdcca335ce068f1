import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { FeishuApp } from './world.ts';

/** A push as it goes over the wire. */
export interface Push {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export function seal(text: string, encryptKey: string): string {
  const vector = randomBytes(16);
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, vector);
  return Buffer.concat([vector, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export interface Stamp {
  readonly timestamp: string;
  readonly nonce: string;
}

export const signatureOf = (body: Uint8Array, { timestamp, nonce }: Stamp, encryptKey: string): string =>
  createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(body).digest('hex');

/** Encrypted and signed where the console has a key, plain where not. */
export function toPush(event: object, app: FeishuApp, atMs: number): Push {
  const plain = JSON.stringify(event);
  if (app.encryptKey === null) return { body: Buffer.from(plain), headers: {} };
  // Spaces as no serialiser of ours would put them: whoever signs JSON written anew is found out.
  const body = Buffer.from(`{ "encrypt" :"${seal(plain, app.encryptKey)}"}`);
  const stamp = { timestamp: String(Math.floor(atMs / 1000)), nonce: randomBytes(8).toString('hex') };
  return {
    body,
    headers: {
      'x-lark-request-timestamp': stamp.timestamp,
      'x-lark-request-nonce': stamp.nonce,
      'x-lark-signature': signatureOf(body, stamp, app.encryptKey),
    },
  };
}

/** Posts it; the status and the answer. */
export async function post(
  url: string,
  { body, headers }: Push,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: new Uint8Array(body),
  });
  const text = await response.text();
  try {
    return { status: response.status, answer: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, answer: text };
  }
}
