import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCodeOrder } from '../../../src/domain/people/apply-code.ts';
import { makeCode, readCode } from '../../../src/domain/people/code-word.ts';
import { CODE_MS, type CodeBook, type CodeOrder, NO_CODES } from '../../../src/domain/people/codes.ts';
import type { DeskUnit, Grant } from '../../../src/domain/people/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { acc, MONDAY, must } from '../../support/a-town.ts';

const ADMIN = acc('feishu:管');
const SPECIALIST: Grant = { role: 'specialist', area: { kind: 'station', path: ['洪山区'] } };
const at = (ms: number): Instant => (MONDAY + ms) as Instant;

let causes = 0;
const apply = (book: CodeBook, order: CodeOrder) =>
  must(applyCodeOrder(book, { order, cause: `c${(causes += 1)}` }));

const issued = (grant: Grant = SPECIALIST, digest = 'x'): CodeBook =>
  apply(NO_CODES, {
    kind: 'issue',
    digest,
    until: at(CODE_MS),
    rights: { kind: 'grant', number: 7, grant },
    at: MONDAY,
    by: ADMIN,
  }).book;

const use = (fields: Partial<Extract<CodeOrder, { kind: 'use' }>> = {}): CodeOrder => ({
  kind: 'use',
  by: acc('wechat:李四'),
  name: '李四',
  digest: 'x',
  chat: 'wechat:李四',
  isGroup: false,
  at: at(1),
  ...fields,
});

describe('a code', () => {
  test('has eight characters, of which one is a letter and one a digit, and reads as it was made', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const code = makeCode((limit) => (stream.next().value as number) % limit);
        expect(code).toMatch(/^(?=.*\d)(?=.*[A-Z])[A-HJKMNP-Z2-9]{8}$/);
        expect(readCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code);
      }),
    );
  });

  test('gives what it is for to the first who sends it, and to nobody else', () => {
    const first = apply(issued(), use());
    expect(first.orders).toMatchObject([
      { record: 'person', id: 'wechat:李四', order: { kind: 'granted', number: 7, by: ADMIN, name: '李四' } },
    ]);
    expect(first.notices.map(({ chat, note }) => [chat, note.kind])).toEqual([
      ['wechat:李四', 'granted'],
      [ADMIN, 'code-taken'],
    ]);
    const second = apply(first.book, use({ by: acc('wechat:王五'), chat: 'wechat:王五' }));
    expect([second.orders, second.notices]).toEqual([
      [],
      [{ chat: 'wechat:王五', note: { kind: 'code-wrong', left: 4 } }],
    ]);
  });

  test('is over after ten minutes', () => {
    expect(apply(issued(), use({ at: at(CODE_MS - 1) })).orders).toHaveLength(1);
    expect(apply(issued(), use({ at: at(CODE_MS) })).orders).toEqual([]);
  });

  test('of a person’s role is nothing to a group; of a desk it binds the group', () => {
    const inGroup = { isGroup: true, chat: 'feishu:g' };
    expect(apply(issued(), use(inGroup))).toMatchObject({ orders: [], notices: [] });
    const desk = apply(issued({ role: 'handler', unit: 'u' as DeskUnit }), use(inGroup));
    expect(desk.orders).toMatchObject([
      { record: 'place', id: 'feishu:g', order: { kind: 'bound', binding: { kind: 'desk', unit: 'u' } } },
    ]);
  });

  test('is gone when it was shown, or its giver may not give any more', () => {
    expect(apply(issued(), { kind: 'burn', digest: 'x', at: at(1), by: null }).book.codes).toEqual([]);
    expect(apply(issued(), { kind: 'drop', of: ADMIN, at: at(1), by: null }).book.codes).toEqual([]);
  });

  test('typed twice by one delivery is spent once', () => {
    const order = use();
    const book = must(applyCodeOrder(issued(), { order, cause: 'same' })?.book);
    expect(applyCodeOrder(book, { order, cause: 'same' })).toBeNull();
  });
});

describe('wrong codes', () => {
  const wrong = (book: CodeBook, ms: number) => apply(book, use({ digest: 'wrong', at: at(ms) }));
  const lock = (): CodeBook => [1, 2, 3, 4, 5].reduce((book, ms) => wrong(book, ms).book, issued());

  test('five lock the account for ten minutes, the right code included', () => {
    const locked = apply(lock(), use({ at: at(6) }));
    expect([locked.orders, locked.notices[0]?.note.kind]).toEqual([[], 'code-locked']);
    expect(apply(lock(), use({ at: at(6), by: acc('wechat:王五') })).orders).toHaveLength(1);
    const later = apply(lock(), use({ digest: 'wrong', at: at(5 + CODE_MS) }));
    expect(later.notices[0]?.note).toEqual({ kind: 'code-wrong', left: 4 });
  });

  test('are forgotten when the right one comes', () => {
    const four = [1, 2, 3, 4].reduce((book, ms) => wrong(book, ms).book, issued());
    expect(apply(four, use({ at: at(5) })).book.tries).toEqual([]);
  });

  test('count in a group as well, in silence', () => {
    const before = [1, 2, 3, 4, 5].reduce(
      (book, ms) => apply(book, use({ digest: 'wrong', at: at(ms), isGroup: true, chat: 'wechat:g' })).book,
      issued(),
    );
    expect(apply(before, use({ at: at(6) })).orders).toEqual([]);
  });

  test('a link of one’s own joins nothing', () => {
    const rights = { kind: 'link', account: acc('wechat:李四') } as const;
    const { book } = apply(NO_CODES, {
      kind: 'issue',
      digest: 'x',
      until: at(CODE_MS),
      rights,
      at: MONDAY,
      by: acc('wechat:李四'),
    });
    expect(apply(book, use()).orders).toEqual([]);
    expect(apply(book, use({ by: acc('feishu:li'), chat: 'feishu:li' })).orders).toMatchObject([
      { record: 'person', id: 'feishu:li', order: { kind: 'linked', to: 'wechat:李四' } },
    ]);
  });
});
