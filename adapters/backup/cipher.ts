import {
  createCipheriv,
  createDecipheriv,
  createHash,
  type DecipherGCM,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { BackupError } from '../../src/ports/backup.ts';

/** An encrypted backup: this mark, salt, nonce, check of the passphrase, sealed bytes, seal (16 bytes). */
const MARK = Buffer.from('QIFU-BACKUP-1\n');
const SALT = 16;
const NONCE = 12;
const CHECK = 8;
const SEAL = 16;
const HEADER = MARK.length + SALT + NONCE + CHECK;

// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt: N=2^17, r=8, p=1.
export const COST = 2 ** 17;

/** A passphrase and what a guess at it costs (scrypt's N). */
export interface Lock {
  readonly passphrase: string;
  readonly cost: number;
}

interface Keys {
  readonly key: Buffer;
  /** Tells a wrong passphrase from a damaged file, and nothing about the key. */
  readonly check: Buffer;
}

function keysOf({ passphrase, cost }: Lock, salt: Buffer): Keys {
  const derived = scryptSync(passphrase.normalize('NFC'), salt, 64, { N: cost, r: 8, p: 1, maxmem: 2 ** 28 });
  const check = createHash('sha256').update(derived.subarray(32)).digest().subarray(0, CHECK);
  return { key: derived.subarray(0, 32), check };
}

export const isSealed = (start: Uint8Array): boolean => MARK.equals(start.subarray(0, MARK.length));

/** Seals bytes with scrypt and AES-256-GCM as they pass. */
export async function* seal(chunks: AsyncIterable<Uint8Array>, lock: Lock): AsyncGenerator<Uint8Array> {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const { key, check } = keysOf(lock, salt);
  const header = Buffer.concat([MARK, salt, nonce, check]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  yield header;
  for await (const chunk of chunks) yield cipher.update(chunk);
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** The bytes behind the seal; nothing of them may be used before the end has been reached. Throws `BackupError`. */
export async function* unseal(
  chunks: AsyncIterable<Uint8Array>,
  lock: Lock | null,
): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  let decipher: DecipherGCM | null = null;
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    if (decipher === null && rest.length >= HEADER) {
      if (lock === null) throw new BackupError('passphrase-needed');
      const salt = rest.subarray(MARK.length, MARK.length + SALT);
      const nonce = rest.subarray(MARK.length + SALT, MARK.length + SALT + NONCE);
      const { key, check } = keysOf(lock, salt);
      if (!check.equals(rest.subarray(HEADER - CHECK, HEADER))) throw new BackupError('wrong-passphrase');
      decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(rest.subarray(0, HEADER));
      rest = rest.subarray(HEADER);
    }
    if (decipher !== null && rest.length > SEAL) {
      yield decipher.update(rest.subarray(0, -SEAL));
      rest = rest.subarray(-SEAL);
    }
  }
  if (decipher === null || rest.length !== SEAL) throw new BackupError('damaged');
  try {
    yield decipher.setAuthTag(rest).final();
  } catch (cause) {
    throw new BackupError('damaged', cause);
  }
}
