import type { Choice } from '../../src/ports/message.ts';

/** The sentences that this channel needs, handed in. */
export interface ConsoleWords {
  readonly greeting: (botName: string) => string;
  readonly help: string;
  readonly goodbye: string;
  readonly speakingAs: (person: string, group: string | null) => string;
  readonly unknownCommand: (command: string) => string;
  readonly badName: string;
  readonly quoting: (person: string) => string;
  readonly badQuote: string;
  readonly lineTooLong: string;
  readonly failed: string;
  /** A file that was sent, and where it lies; null where it is not on this machine. */
  readonly file: (name: string, path: string | null) => string;
  readonly moreChoices: (choices: readonly Choice[]) => string;
}
