import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { ANSWERED, openAnsweredQuestions } from '../../../src/app/answering/answered-questions.ts';
import { readTerms } from '../../../src/app/answering/read-terms.ts';
import type { AnsweredOrder, AnswerBasis } from '../../../src/domain/conversation/answered.ts';
import { readCollectTerms } from '../../../src/domain/conversation/collecting.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { type Instant, type LocalDate, parseInstant } from '../../../src/domain/time.ts';
import { answeredList } from '../../../src/text/zh/answered-list.ts';
import { answeredReply } from '../../../src/text/zh/answered.ts';
import { aPolicy } from '../../support/a-policy.ts';
import { aMessage } from '../../support/bot.ts';

const NOW = parseInstant('2026-11-23T09:00') as Instant;
const TODAY = '2026-11-23' as LocalDate;

const measures = (until: string): Policy => ({
  ...aPolicy('measures.txt', [
    '武汉市支持小微企业发展若干措施',
    '武政〔2021〕12号',
    '各区人民政府：',
    '第一条 为支持小微企业，制定本措施。',
    '第二条 给予租金补贴。',
    '补贴每年兑付一次。',
  ]),
  validUntil: until as LocalDate,
});
const CURRENT = measures('2027-12-31');

const library = (policies: readonly Policy[]) => ({
  current: () => ({ policies, entries: new Map(), index: null as never, problems: [] }),
});

const said = {
  message: aMessage('1'),
  text: '',
  isCalled: false,
  picked: null,
  conversation: { inbox: [], seen: [], threads: [], offers: [], manners: null as never, lately: [] },
  now: NOW,
};

const terms = (rest: string, policies: readonly Policy[] = [CURRENT]) =>
  readTerms(readCollectTerms(rest, TODAY), {
    said,
    library: library(policies),
    command: '再说',
  });

describe('an answer holds no longer than what it rests on', () => {
  test.for([
    ['武政〔2021〕12号 第二条', '2027-12-31', '随文件到期'],
    ['武政〔2021〕12号 第二条 长期', '2027-12-31', '随文件到期'],
    ['武政〔2021〕12号 第二条 有效至 2028-06-30', '2027-12-31', '随文件到期'],
    ['武政〔2021〕12号 第二条 有效至 2027-06-30', '2027-06-30', null],
  ] as const)('「%s」: until %s', ([rest, until, remark]) =>
    expect(terms(rest)).toMatchObject({
      until,
      remark,
      basis: { place: '第二条', documentNumber: '武政〔2021〕12号' },
    }),
  );

  test('what has ended ends nothing, and is told', () =>
    expect(terms('武政〔2021〕12号 长期', [measures('2025-12-31')])).toMatchObject({
      until: null,
      remark: '注意该文件已失效',
      basis: { clause: null, place: '' },
    }));

  test('a paragraph is named with its article', () =>
    expect(terms('武政〔2021〕12号第二条第二款')).toMatchObject({ basis: { place: '第二条第2款' } }));

  test('an article and no document is asked for', () =>
    expect(terms('第二条')).toMatchObject({ reply: { text: expect.stringContaining('哪份文件') } }));
});

const BASIS: AnswerBasis = {
  policy: CURRENT.id,
  clause: '2',
  title: '若干措施',
  documentNumber: '武政〔2021〕12号',
  place: '第二条',
};

const aStore = () =>
  openRecords({
    folder: null,
    kinds: [ANSWERED],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

const TAKEN: AnsweredOrder = {
  deed: {
    kind: 'taken-up',
    one: {
      id: 'A0001',
      question: '租金补贴怎么领',
      answer: '到窗口领。',
      who: '市经信局',
      on: TODAY,
      basis: BASIS,
      until: null,
    },
  },
  by: 'console:李专员',
  at: NOW,
};

describe('what was taken up', () => {
  test('outlives a restart, with all that was done with it', async () => {
    const records = await aStore();
    const first = await openAnsweredQuestions(records, () => [CURRENT]);
    await first.carryOut('A0001', TAKEN, 'a>1');
    await first.carryOut('A0001', { ...TAKEN, deed: { kind: 'disliked' } }, 'b>1');
    await first.carryOut('A0001', { ...TAKEN, deed: { kind: 'disliked' } }, 'b>1');
    const again = await openAnsweredQuestions(records, () => [CURRENT]);
    expect(again.list()).toEqual(first.list());
    expect(again.list()[0]?.deeds.map(({ kind }) => kind)).toEqual(['taken-up', 'disliked']);
  });

  test('of an older version holds on: nobody knows who gave it', async () => {
    const older = { id: 'A0001', question: '租金补贴怎么领', answer: '到窗口领。', on: TODAY, until: null };
    const one = ANSWERED.migrate(older, 1);
    expect(one).toMatchObject({ ...older, who: '', isWithdrawn: false });
    expect(answeredReply(one, null)).toBe(
      '到窗口领。\n——专员答复（2026-11-23），不是政策原文。还有疑问请回“转人工”。',
    );
  });

  test.for([
    [[CURRENT], null, ''],
    [[measures('2025-12-31')], 'over', '（该文件已失效）'],
    [[], 'gone', '（该文件已不在政策库）'],
  ] as const)('says what became of its document: %o', async ([policies, fate, words]) => {
    const answered = await openAnsweredQuestions(await aStore(), () => policies);
    await answered.carryOut('A0001', TAKEN, 'a>1');
    const found = answered.find('租金补贴怎么领取', TODAY);
    expect(found?.fate).toBe(fate);
    expect(found && answeredReply(found.one, found.fate)).toContain(
      `依据《若干措施》（武政〔2021〕12号）第二条${words}\n`,
    );
    expect(answered.fateOf(null, TODAY)).toBeNull();
  });

  test('an order of what was never taken up changes nothing', async () => {
    const answered = await openAnsweredQuestions(await aStore(), () => []);
    await answered.carryOut('A0009', { ...TAKEN, deed: { kind: 'disliked' } }, 'a>1');
    expect(answered.list()).toEqual([]);
  });

  test('is listed eight a page; what ails it is said, the weightiest alone', () => {
    const one = {
      ...ANSWERED.migrate({ ...('one' in TAKEN.deed ? TAKEN.deed.one : {}) }, 1),
      hasEnded: false,
    };
    const all = Array.from({ length: 9 }, (_, at) => ({ ...one, place: at + 1, fate: null }));
    expect(answeredList(all, 1)).toContain('「答复库 2」看下一页');
    expect(answeredList(all, 2).split('\n')).toHaveLength(3);
    expect(answeredList(all, 7)).toBe(answeredList(all, 2));
    expect(answeredList([{ ...one, place: 1, fate: 'over' }], 1)).toContain('（依据已失效）');
    expect(answeredList([{ ...one, place: 1, fate: 'over', isDisliked: true }], 1)).toContain(
      '（企业不满意）',
    );
  });
});
