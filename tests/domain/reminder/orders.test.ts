import { describe, expect, test } from 'vitest';
import {
  applyDeadlineOrder,
  type DeadlineOrder,
  sameReading,
} from '../../../src/domain/reminder/deadline-orders.ts';
import {
  applyApplicantOrder,
  applySubscriberOrder,
  type SubscriberOrder,
} from '../../../src/domain/reminder/subscriber-orders.ts';
import { compareReadings } from '../../../src/domain/reminder/compare-library.ts';
import { extensionsIn } from '../../../src/domain/reminder/between-documents.ts';
import { createReachOf } from '../../../src/domain/reminder/reach.ts';
import { deadlinesAt } from '../../../src/domain/reminder/library-deadlines.ts';
import { nextOf, occurrencesOf } from '../../../src/domain/reminder/term.ts';
import type { ApplicationDeadline } from '../../../src/domain/reminder/types.ts';
import { moment } from '../../support/a-calendar.ts';
import { aDeadline, aReading, aSubscriber, day } from '../../support/a-deadline.ts';
import { aCall, aPolicy } from '../../support/a-policy.ts';
import { unitData } from '../../support/seeds.ts';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';

const at = moment('2026-11-23T14:00');
const fromLibrary = (fields: Partial<ApplicationDeadline> = {}): ApplicationDeadline => {
  const read = aReading();
  return aDeadline({
    origin: { kind: 'policy', policy: 'p' as never, clause: '1' as never, document: '某通知', read },
    ...fields,
  });
};
const after = (before: ApplicationDeadline | null, order: DeadlineOrder) =>
  applyDeadlineOrder(before, { order, cause: 'c' });

describe('a deadline', () => {
  test('does the same order once, and nothing to what is not there', () => {
    const order = { kind: 'revoke', by: 'test:专' as never } as const;
    const revoked = after(aDeadline(), order);
    expect(revoked?.closed).toBe('revoked');
    expect(applyDeadlineOrder(revoked, { order, cause: 'c' })).toBeNull();
    expect(applyDeadlineOrder(revoked, { order, cause: 'd' })).toBeNull();
    expect(after(null, order)).toBeNull();
  });

  test('stays revoked when its document goes; comes back with the document where that alone had gone', () => {
    expect(after(aDeadline({ closed: 'revoked' }), { kind: 'document-gone' })).toBeNull();
    const read: DeadlineOrder = { kind: 'read', clause: '2' as never, reading: aReading(), at };
    expect(after(fromLibrary({ closed: 'document-gone' }), read)?.closed).toBeNull();
    expect(after(fromLibrary({ closed: 'revoked' }), read)?.closed).toBe('revoked');
    expect(after(aDeadline(), read)).toBeNull();
  });

  test('with a new day in doubt waits again; with new words alone it does not', () => {
    const read = (fields: Parameters<typeof aReading>[0]): DeadlineOrder => ({
      kind: 'read',
      clause: '1' as never,
      reading: aReading(fields),
      at,
    });
    const moved = after(fromLibrary(), read({ on: day('2027-01-31'), doubts: ['implied-year'] }));
    expect([moved?.since, moved?.on]).toEqual([null, '2027-01-31']);
    const words = after(
      fromLibrary({ confirmedBy: 'test:专' as never }),
      read({ snippet: '新的说法', doubts: ['weekday'] }),
    );
    expect([words?.since, words?.doubts, words?.snippet]).toEqual([fromLibrary().since, [], '新的说法']);
    const cleared = after(fromLibrary({ since: null, doubts: ['weekday'] }), read({ snippet: '新的说法' }));
    expect(cleared?.since).toBe(at);
  });

  test('is confirmed once', () => {
    const order: DeadlineOrder = { kind: 'confirm', by: 'test:专' as never, at };
    expect(after(aDeadline(), order)).toBeNull();
    expect(after(aDeadline({ since: null, doubts: ['whose'] }), order)).toMatchObject({
      since: at,
      doubts: [],
    });
  });

  test('moved by another document waits where that is in doubt', () =>
    expect(
      after(fromLibrary(), { kind: 'moved', reading: aReading({ doubts: ['implied-year'] }), at })?.since,
    ).toBeNull());

  test('is not added twice', () =>
    expect(
      after(aDeadline(), { kind: 'add', number: 1, reading: aReading(), origin: aDeadline().origin, at }),
    ).toBeNull());
});

describe('a subscriber', () => {
  const order = (record: ReturnType<typeof aSubscriber> | null, one: SubscriberOrder) =>
    applySubscriberOrder({ chat: 'test:甲', record }, { order: one, cause: 'c' });

  test('adds topics to topics; 「订阅」 alone asks for all again', () => {
    const own = aSubscriber({ wish: { topics: ['技改'], since: at }, muted: [1] });
    const more = order(own, { kind: 'subscribe', isGroup: false, topics: ['养老'], at });
    expect(more?.wish).toEqual({ topics: ['技改', '养老'], since: at });
    expect(order(own, { kind: 'subscribe', isGroup: false, topics: [], at })).toMatchObject({
      wish: { topics: [] },
      muted: [],
    });
    expect(
      order(aSubscriber({ wish: 'stopped' }), { kind: 'subscribe', isGroup: false, topics: ['养老'], at })
        ?.wish,
    ).toEqual({ topics: ['养老'], since: at });
  });

  test('that left its last topic has left', () => {
    const own = aSubscriber({ wish: { topics: ['技改'], since: at } });
    expect(order(own, { kind: 'unsubscribe', isGroup: false, topics: ['技改'] })?.wish).toBe('stopped');
  });

  test('keeps its secret and does nothing twice', () => {
    const named = order(aSubscriber(), { kind: 'secret', isGroup: false, secret: 'one' });
    expect(named?.secret).toBe('one');
    expect(
      applySubscriberOrder(
        { chat: 'x', record: named },
        { order: { kind: 'secret', isGroup: false, secret: 'two' }, cause: 'd' },
      ),
    ).toBeNull();
    expect(order(named, { kind: 'secret', isGroup: false, secret: 'two' })).toBeNull();
    expect(order(null, { kind: 'not-said', digest: 'd', fate: 'lost' })).toBeNull();
    expect(order(aSubscriber(), { kind: 'not-said', digest: 'd', fate: 'lost' })).toBeNull();
  });
});

test('an applicant does the same order once', () => {
  const order = { keys: ['1'], outcome: 'applied', at } as const;
  const applied = applyApplicantOrder(null, { order, cause: 'c' });
  expect(applied?.outcomes['1']?.outcome).toBe('applied');
  expect(applyApplicantOrder(applied, { order, cause: 'c' })).toBeNull();
  expect(applyApplicantOrder(applied, { order: { ...order, outcome: null }, cause: 'd' })?.outcomes).toEqual(
    {},
  );
});

describe('a document that is read again', () => {
  const found = (fields: Parameters<typeof aReading>[0]) => [
    { clause: '1' as never, headings: [], reading: aReading(fields) },
  ];

  test('the same is nothing new; a day or words that moved are the same deadline', () => {
    expect(compareReadings([fromLibrary()], found({}))).toEqual({ read: [], gone: [], fresh: [] });
    expect(compareReadings([fromLibrary()], found({ on: day('2027-01-31') })).read).toHaveLength(1);
    expect(compareReadings([fromLibrary()], found({ what: '别的说法' })).read).toHaveLength(1);
    expect(
      compareReadings([fromLibrary()], found({ what: '别的说法', snippet: '另一句' })).read,
    ).toHaveLength(1);
  });

  test('what is not found is gone, what was not known is new', () => {
    const other = found({ what: '别的', snippet: '另一句', on: day('2027-05-31') });
    expect(compareReadings([fromLibrary()], other)).toMatchObject({ gone: [1], fresh: other });
    expect(compareReadings([fromLibrary({ closed: 'revoked' })], other).gone).toEqual([]);
  });

  test('readings are the same whatever else stands beside them', () => {
    expect(sameReading(aReading(), aDeadline())).toBe(true);
    expect(sameReading(aReading(), aReading({ at: '17:00' }))).toBe(false);
  });
});

test('an extension of a document with several deadlines moves none', () => {
  const call = aCall('技改', { sentences: ['企业网上申报截止时间为2026年12月31日。'] });
  const extension = aPolicy('later.txt', [
    '武汉市关于延长技改申报时间的通知',
    `《${call.title}》的企业网上申报截止时间延长至2027年1月29日。`,
  ]);
  const known = (number: number) =>
    fromLibrary({
      number,
      origin: {
        kind: 'policy',
        policy: 'call' as never,
        clause: '1' as never,
        document: '',
        read: aReading(),
      },
    });
  expect(extensionsIn([call, extension], [known(1)]).map(({ number }) => number)).toEqual([1]);
  expect(extensionsIn([call, extension], [known(1), known(2)])).toEqual([]);
});

describe('places', () => {
  const reachOf = createReachOf('武汉市', createUnitDirectory(unitData()).bodies);
  test.for([
    [null, 'everyone'],
    ['全国', 'everyone'],
    ['湖北省', 'everyone'],
    ['武汉', 'everyone'],
    ['洪山', '洪山区'],
    ['武汉市洪山区', '洪山区'],
    ['上海市', 'elsewhere'],
    ['望湖区', 'elsewhere'],
  ] as const)('%s: %s', ([place, expected]) => {
    const reach = reachOf(place);
    expect(reach.kind === 'district' ? reach.name : reach.kind).toBe(expected);
  });
});

describe('rules of the year', () => {
  test.for([
    [{ months: [5], day: 31 }, '2026-06-01', '2027-05-31'],
    [{ months: [], day: 31 }, '2026-02-10', '2026-02-28'],
    [{ months: [3, 6, 9, 12], day: 15 }, '2026-12-16', '2027-03-15'],
    [{ months: [], day: 22 }, '2026-12-22', '2026-12-22'],
  ] as const)('%j from %s: %s', ([rule, today, next]) => expect(nextOf(rule, day(today))).toBe(next));

  test('the next and the one after it', () =>
    expect(occurrencesOf(aReading({ on: null, yearly: { months: [], day: 22 } }), day('2026-12-22'))).toEqual(
      ['2026-12-22', '2027-01-22'],
    ));
});

test('a list of deadlines holds what is kept and what only the library says, the first to close first', () => {
  const policy = aCall('技改', {
    sentences: [
      '企业网上申报截止时间为2026年12月11日。',
      '企业应于10月31日前报名。',
      '企业应于12月1日前补报申报材料。',
    ],
  });
  const kept = [
    aDeadline(),
    aDeadline({ number: 2, since: null }),
    aDeadline({ number: 3, closed: 'revoked' }),
    fromLibrary({ number: 4 }),
  ];
  const listed = deadlinesAt({ kept, policies: [policy, { ...policy, id: 'p' as never }], now: at });
  expect(listed.map(({ number, state, deadline }) => [number, state, deadline.on])).toEqual([
    [null, 'over', '2026-10-31'],
    [null, 'waiting', '2026-12-01'],
    [null, 'open', '2026-12-11'],
    [1, 'open', '2026-12-31'],
    [2, 'waiting', '2026-12-31'],
    [3, 'revoked', '2026-12-31'],
    [4, 'open', '2026-12-31'],
  ]);
});
