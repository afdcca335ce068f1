import { type Code, type CodeBook, type CodeOrder, findCode } from './codes.ts';
import type { Note } from './notes.ts';
import type { RecordOrder } from './orders.ts';

const LOCK_MS = 10 * 60_000;
const MOST_TRIES = 5;
const MOST_CAUSES = 1000;

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
