import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/**
 * How the platform seals its pushes: AES-256-CBC under the SHA-256 of the Encrypt Key, the first block being the
 * vector; signed by SHA-256 over timestamp, nonce, key and the body's bytes as they came.
 */

const BLOCK = 16;

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Equal, found out in a time that tells nothing about where they differ. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));

/** UTF-8, strictly; null where the bytes are none. */
export function toText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What was encrypted; null where it was not under this key, or is damaged. */
export function unseal(sealed: string, encryptKey: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return null;
  try {
    const decipher = createDecipheriv('aes-256-cbc', sha256(encryptKey), bytes.subarray(0, BLOCK));
    return toText(Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]));
  } catch {
    return null;
  }
}

export interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly body: Uint8Array;
}

/** The signature is that of somebody who knows the key. */
export const isSignedWith = (encryptKey: string, { timestamp, nonce, signature, body }: Signed): boolean =>
  isSame(sha256(timestamp, nonce, encryptKey, body).toString('hex'), signature);
