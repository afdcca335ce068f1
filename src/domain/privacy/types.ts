/** Kinds of secrets that are masked. */
export type SecretKind =
  | 'mobile'
  | 'landline'
  | 'identity-card'
  | 'travel-document'
  | 'credit-code'
  | 'bank-account'
  | 'mail'
  | 'wechat'
  | 'qq'
  | 'plate'
  | 'address';

/** One place of a text, in UTF-16 units. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** What was found: its kind and where it stands, in UTF-16 units of the text. */
export interface Secret extends Cell {
  readonly kind: SecretKind;
}

/** A secret with the signs that carry it; separators and words between them are no cells. */
export interface Finding {
  readonly kind: SecretKind;
  readonly cells: readonly Cell[];
  /** True where a country code stands before the cells: then their head is hidden too. */
  readonly prefixed?: boolean;
}
