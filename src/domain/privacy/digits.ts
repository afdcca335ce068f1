/** The X at the end of an ID card number. */
export const X = 100;

/** Every digit of a text in order, as columns. Several digits may stand in one place: 「⑬」, 「8个0」. */
export interface Digits {
  readonly count: number;
  /** 0–9, or X. */
  readonly value: Uint8Array;
  readonly script: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The gap before the digit. */
  readonly gap: Uint8Array;
}

/** One entry of a column; 0 behind its end. */
export const entry = (column: Uint8Array | Uint32Array, at: number): number => column[at] ?? 0;

/** Columns that grow. */
export interface Draft {
  count: number;
  value: Uint8Array;
  script: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
}

/** One digit, or a sign of two. */
export interface Sign {
  readonly value: number;
  readonly script: number;
  readonly from: number;
  readonly to: number;
}

/** Empty columns with room for so many digits. */
export function createDraft(size: number): Draft {
  return {
    count: 0,
    value: new Uint8Array(size),
    script: new Uint8Array(size),
    from: new Uint32Array(size),
    to: new Uint32Array(size),
  };
}

/** Adds a sign; one of two digits (「⑬」) is added twice in the same place. */
export function push(draft: Draft, sign: Sign): void {
  if (sign.value > 9 && sign.value !== X) {
    push(draft, { ...sign, value: Math.floor(sign.value / 10) });
    push(draft, { ...sign, value: sign.value % 10 });
    return;
  }
  if (draft.count === draft.value.length) grow(draft);
  draft.value[draft.count] = sign.value;
  draft.script[draft.count] = sign.script;
  draft.from[draft.count] = sign.from;
  draft.to[draft.count] = sign.to;
  draft.count += 1;
}

function grow(draft: Draft): void {
  const wider = createDraft(draft.value.length * 2);
  wider.value.set(draft.value);
  wider.script.set(draft.script);
  wider.from.set(draft.from);
  wider.to.set(draft.to);
  Object.assign(draft, wider, { count: draft.count });
}

/** The digit at a place of the columns. */
export const signAt = (draft: Draft, at: number): Sign => ({
  value: entry(draft.value, at),
  script: entry(draft.script, at),
  from: entry(draft.from, at),
  to: entry(draft.to, at),
});

const NEAR = 3;

/** True where the last digit ends at most three units before a place of the text. */
export const lastIsNear = (draft: Draft, at: number): boolean =>
  draft.count > 0 && at - entry(draft.to, draft.count - 1) <= NEAR;

/** True where one sign parts the last digit from a place of the text. */
export const lastIsBeside = (draft: Draft, at: number): boolean =>
  draft.count > 0 && at - entry(draft.to, draft.count - 1) === 1;
