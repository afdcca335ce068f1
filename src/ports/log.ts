/** Where coded facts go; never a person's words, phone, ID or bank number unmasked. */
export interface Log {
  readonly info: (code: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (code: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly error: (code: string, facts?: Readonly<Record<string, unknown>>) => void;
}
