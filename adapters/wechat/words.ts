import type { Choice } from '../../src/ports/message.ts';
import type { BundledKind } from './app-message.ts';

/** The sentences that this channel needs, handed in. */
export interface WechatWords {
  /** What stands beneath a message that can be answered by a digit, a line each. */
  readonly choices: (choices: readonly Choice[]) => string;
  /** What stands for a message without words in a merged forward; the title may be empty. */
  readonly bundled: (kind: Exclude<BundledKind, 'text'>, title: string) => string;
}
