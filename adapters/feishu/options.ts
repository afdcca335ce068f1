import type { Instant } from '../../src/domain/time.ts';
import type { Finding } from '../../src/ports/channel.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Attachment } from '../../src/ports/message.ts';
import type { Routes } from '../../src/ports/routes.ts';
import type { FeishuWords } from './words.ts';

/** How the app shows the platform who it is. */
export interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  /** `https://open.feishu.cn`, `https://open.larksuite.com`, or where a private platform is. */
  readonly domain: string;
}

/** What the platform signs and encrypts its pushes with; null where the console has none. */
export interface PushSecrets {
  readonly encryptKey: string | null;
  readonly verificationToken: string | null;
}

/** How events come in. */
export type Receiving =
  | { readonly kind: 'websocket' }
  | { readonly kind: 'webhook'; readonly routes: Routes; readonly secrets: PushSecrets };

/** Patience, in milliseconds; the defaults suit the platform. */
export interface Timing {
  /** A request of ours. */
  readonly requestMs: number;
  /** One that carries a file. */
  readonly transferMs: number;
  /** The long connection's handshake. */
  readonly handshakeMs: number;
  /** After a ping; shorter than the server's interval between two, which re-arms it. */
  readonly pongMs: number;
  /** How long `start` waits for the long connection before it lets the others go on. */
  readonly graceMs: number;
  /** The long connection may be down this long before it is an alarm. */
  readonly downMs: number;
  /** Before another beginning, where the SDK has given up. */
  readonly restartMs: number;
  /** A click is answered by then, or refused: the platform waits 3 s. */
  readonly clickMs: number;
  /** A person's name, which is only for eyes. */
  readonly nameMs: number;
}

export const TIMING: Timing = {
  requestMs: 15_000,
  transferMs: 180_000,
  handshakeMs: 15_000,
  pongMs: 20_000,
  graceMs: 10_000,
  downMs: 60_000,
  restartMs: 60_000,
  clickMs: 2500,
  nameMs: 800,
};

export interface FeishuOptions {
  readonly credentials: Credentials;
  readonly receiving: Receiving;
  readonly words: FeishuWords;
  /** The machine's time: the age of pushes is measured by it, whatever `--now` says. */
  readonly now: () => Instant;
  readonly log: Log;
  /** The bytes of a file that goes out. */
  readonly readFile: (file: Attachment) => Promise<Uint8Array>;
  /** Told when the long connection stays down, and with null when it is back. */
  readonly onTrouble?: (finding: Finding | null) => void;
  readonly timing?: Partial<Timing>;
}
