import { fold } from '../hanzi/fold.ts';
import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { Note } from './notes.ts';
import type { RecordOrder } from './orders.ts';
import type { Held, Stamp } from './types.ts';

/** What a one-time code gives to whoever sends it. */
export type Rights =
  | ({ readonly kind: 'grant' } & Held)
  | { readonly kind: 'link'; readonly account: AccountId };

/** A code that may still be used; itself it is nowhere written down. */
export interface Code extends Stamp {
  readonly digest: string;
  readonly until: Instant;
  readonly rights: Rights;
}

interface Tries {
  readonly account: AccountId;
  readonly wrong: number;
  readonly last: Instant;
}

/** All codes in use. One record: two people who send one code at the same moment come one after the other. */
export interface CodeBook {
  readonly codes: readonly Code[];
  readonly tries: readonly Tries[];
  /** Deliveries already done, the oldest first. */
  readonly causes: readonly string[];
}

export type CodeOrder = Stamp &
  (
    | ({ readonly kind: 'issue' } & Omit<Code, keyof Stamp>)
    | {
        readonly kind: 'use';
        readonly by: AccountId;
        readonly name: string;
        readonly digest: string;
        readonly chat: string;
        readonly isGroup: boolean;
      }
    /** It was shown to a group. */
    | { readonly kind: 'burn'; readonly digest: string }
    /** Its giver may not give any more. */
    | { readonly kind: 'drop'; readonly of: AccountId }
  );

export const CODE_MS = 10 * 60_000;
const LOCK_MS = 10 * 60_000;
const MOST_TRIES = 5;
const MOST_CAUSES = 1000;
const LENGTH = 8;
/** Without 0 O, 1 I L, which look alike on a phone. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const ALPHABET = LETTERS + DIGITS;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/**
 * A new code. `below(n)` gives a whole number from 0 to n - 1 by chance that nobody can foresee. There is a letter and
 * a digit in each, so that no word, no pinyin and no number is taken for one.
 */
export function makeCode(below: (limit: number) => number): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET.charAt(below(ALPHABET.length))).join('');
    if (/\d/.test(code) && /\D/.test(code)) return code;
  }
}

/** The code that a message is, as it was issued; null where it is none. 「abcd-2345」「ＡＢＣＤ２３４５」 */
export function readCode(text: string): string | null {
  const code = fold(text.trim())
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  return CODE.test(code) && /\d/.test(code) && /\D/.test(code) ? code : null;
}

export const NO_CODES: CodeBook = { codes: [], tries: [], causes: [] };

/** What an order makes of the book, of other records, and says. */
export interface CodeOutcome {
  readonly book: CodeBook;
  readonly orders: readonly RecordOrder[];
  readonly notices: readonly { readonly chat: string; readonly note: Note }[];
}

type Use = Extract<CodeOrder, { kind: 'use' }>;
type Effect = Omit<CodeOutcome, 'book'>;

const NOTHING: Effect = { orders: [], notices: [] };

function takeCode({ by: giver, rights }: Code, use: Use): Effect {
  const { at, by, name, chat, isGroup } = use;
  const stamp = { at, by: giver };
  if (rights.kind === 'link') {
    const told = [
      { chat, note: { kind: 'linked', to: rights.account } as const },
      { chat: rights.account, note: { kind: 'was-linked', from: by } as const },
    ];
    const order = { kind: 'linked', to: rights.account, at, by } as const;
    return { orders: [{ record: 'person', id: by, order }], notices: told };
  }
  const { number, grant } = rights;
  const taken = { kind: 'code-taken', grant, number, name, inGroup: isGroup } as const;
  const notices = [
    { chat, note: { kind: 'granted', grant, number, toGroup: isGroup } as const },
    ...(giver === null || giver === by ? [] : [{ chat: giver, note: taken }]),
  ];
  if (isGroup && grant.role === 'handler') {
    const binding = { kind: 'desk', unit: grant.unit } as const;
    const order = { kind: 'bound', number, binding, ...stamp } as const;
    return { orders: [{ record: 'place', id: chat, order }], notices };
  }
  const order = { kind: 'granted', number, grant, name, ...stamp } as const;
  return { orders: [{ record: 'person', id: by, order }], notices };
}

/** The code with this digest, while it may be used. */
export const findCode = ({ codes }: CodeBook, digest: string, now: Instant): Code | null =>
  codes.find((code) => code.digest === digest && code.until > now) ?? null;

/** A code for a role of one person is nothing for a group; one's own link joins nothing. */
const fits = ({ by, rights }: Code, use: Use): boolean =>
  rights.kind === 'grant' ? !use.isGroup || rights.grant.role === 'handler' : !use.isGroup && by !== use.by;

function applyUse(book: CodeBook, use: Use): CodeOutcome {
  const { by: account, at, chat, digest, isGroup } = use;
  const others = book.tries.filter((one) => one.account !== account);
  const wrong = book.tries.find((one) => one.account === account)?.wrong ?? 0;
  // In a group a wrong code is left without an answer: it may be the number of a part.
  const say = (note: Note): CodeOutcome['notices'] => (isGroup ? [] : [{ chat, note }]);
  if (wrong >= MOST_TRIES) return { book, ...NOTHING, notices: say({ kind: 'code-locked' }) };
  const code = findCode(book, digest, at);
  if (code === null || !fits(code, use)) {
    const tries = [...others, { account, wrong: wrong + 1, last: at }];
    const note: Note = { kind: 'code-wrong', left: MOST_TRIES - wrong - 1 };
    return { book: { ...book, tries }, ...NOTHING, notices: say(note) };
  }
  const codes = book.codes.filter((one) => one !== code);
  return { book: { ...book, codes, tries: others }, ...takeCode(code, use) };
}

function outcomeOf(book: CodeBook, order: CodeOrder): CodeOutcome {
  switch (order.kind) {
    case 'issue': {
      const { kind: _, ...code } = order;
      return { book: { ...book, codes: [...book.codes, code] }, ...NOTHING };
    }
    case 'use':
      return applyUse(book, order);
    case 'burn':
      return {
        book: { ...book, codes: book.codes.filter(({ digest }) => digest !== order.digest) },
        ...NOTHING,
      };
    case 'drop':
      return { book: { ...book, codes: book.codes.filter(({ by }) => by !== order.of) }, ...NOTHING };
  }
}

/** What becomes of the book, and because of it; null where it knows the cause. */
export function applyCodeOrder(
  before: CodeBook,
  { order, cause }: { readonly order: CodeOrder; readonly cause: string },
): CodeOutcome | null {
  if (before.causes.includes(cause)) return null;
  const { at } = order;
  const current = {
    codes: before.codes.filter(({ until }) => until > at),
    tries: before.tries.filter(({ last }) => last + LOCK_MS > at),
    causes: [...before.causes, cause].slice(-MOST_CAUSES),
  };
  return outcomeOf(current, order);
}
