/** What a message is that has no words of its own. */
export type Wordless =
  | 'image'
  | 'file'
  | 'voice'
  | 'video'
  | 'sticker'
  | 'location'
  | 'card'
  | 'forward'
  | 'other';

/** The sentences that this channel needs, handed in. */
export interface FeishuWords {
  /** Stands for everybody of a group who was called at once. */
  readonly everybody: string;
  /** Stands for a message without words where another encloses it; `name` is that of a file. */
  readonly wordless: (what: Wordless, name: string) => string;
  /** Beneath what is to be answered in a group where only mentions reach us. */
  readonly mentionMe: string;
  /** On a button. */
  readonly button: (key: string, label: string) => string;
  /** What shows for a moment after a click. */
  readonly clicked: (label: string) => string;
}
