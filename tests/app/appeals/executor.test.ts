import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { createAppealOrders, createAppealTick } from '../../../src/app/appeals/carry-out.ts';
import type { AppealOrder } from '../../../src/app/appeals/types.ts';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import { BOT, GROUNDS } from '../../../src/domain/appeal/types.ts';
import type { NewDelivery } from '../../../src/domain/delivery/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Cargo, Records } from '../../../src/ports/records.ts';
import { APPEAL, INDUSTRY, OFFICE_KINDS, officeDeps, OWNERS, SCIENCE } from '../../support/an-office.ts';
import { runs } from '../../support/runs.ts';

const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const NUMBERS = [1, 2].map(appealNumber);
const [FIRST, SECOND] = NUMBERS as [ReturnType<typeof appealNumber>, ReturnType<typeof appealNumber>];

/** What nobody but those concerned may read. */
const SECRETS = {
  matter: '秘密的欠款',
  phone: '13812345678',
  answer: '悄悄付清',
  question: '哪份合同',
  note: '私下约谈',
};

const SUBMIT: Wish = {
  kind: 'submit',
  number: FIRST,
  enterprise: null,
  appellant: 'test:王老板',
  chat: OWNERS,
  firstMessageAt: MONDAY as Instant,
  category: '拖欠账款',
  district: null,
  class: 'ordinary',
  lacks: ['contact'],
  matter: `${SECRETS.matter}八十万，电话${SECRETS.phone}`,
  contact: SECRETS.phone,
  attachments: [],
};

const candidate = (name: string, isSpecialist: boolean) => ({
  person: `test:${name}`,
  isSpecialist,
  handlerOf: isSpecialist ? [] : [INDUSTRY],
});

const wish: fc.Arbitrary<Wish> = fc.constantFrom<Wish>(
  { kind: 'take' },
  {
    kind: 'supplement',
    text: `${SECRETS.matter}，还有二十万`,
    contact: SECRETS.phone,
    attachments: [],
    lacks: [],
  },
  { kind: 'hand-over', of: 'appeal', to: candidate('陈专员', true), until: null },
  { kind: 'hand-over', of: 'desk', to: candidate('赵经办', false), until: (MONDAY + 9e8) as Instant },
  { kind: 'ask-back', question: SECRETS.question },
  { kind: 'inform', answer: SECRETS.matter, attachments: [] },
  ...GROUNDS.map((ground): Wish => ({ kind: 'not-accept', ground, reason: SECRETS.note })),
  { kind: 'dispatch', lead: INDUSTRY, supporting: [SCIENCE], class: 'ordinary', evidence: [], reason: null },
  { kind: 'dispatch', lead: SCIENCE, supporting: [], class: 'complex', evidence: [], reason: SECRETS.note },
  { kind: 'recall-dispatch' },
  { kind: 'acknowledge' },
  { kind: 'note', text: SECRETS.note, contacted: true },
  { kind: 'note', text: '', contacted: true },
  { kind: 'return', reason: SECRETS.note, basis: '三定方案' },
  { kind: 'reassign', to: SCIENCE, reason: SECRETS.note },
  { kind: 'ask-extension', workingDays: 3, reason: SECRETS.note },
  { kind: 'decide-extension', granted: true, reason: null },
  { kind: 'decide-extension', granted: false, reason: SECRETS.note },
  { kind: 'reply', text: SECRETS.answer, from: null },
  { kind: 'reply', text: SECRETS.answer, from: SECOND },
  { kind: 'rate', rating: 'satisfied', score: 5, reason: null },
  { kind: 'rate', rating: 'dissatisfied', score: null, reason: SECRETS.note },
  { kind: 'reopen', reason: SECRETS.note },
  { kind: 'confirm-solved' },
  { kind: 'call-back', solved: true, text: SECRETS.note },
  { kind: 'call-back', solved: false, text: SECRETS.note },
  { kind: 'withdraw', reason: SECRETS.note },
  { kind: 'merge', into: SECOND },
  { kind: 'link', to: SECOND, as: 'sibling' },
  { kind: 'link', to: SECOND, as: 'child' },
  { kind: 'gather', parent: SECOND },
  { kind: 'see-contact' },
  { kind: 'urge' },
  { kind: 'export' },
);

/** Most often somebody who may. */
const OWNER = ['supplement', 'inform', 'rate', 'reopen', 'confirm-solved', 'withdraw'];
const DESK = ['acknowledge', 'note', 'return', 'reassign', 'ask-extension', 'reply'];

interface Act {
  readonly wish: Wish | null;
  readonly who: number;
  readonly fits: boolean;
  readonly inGroup: boolean;
  readonly minutes: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  wish: fc.oneof({ weight: 6, arbitrary: wish }, { weight: 1, arbitrary: fc.constant(null) }),
  who: fc.integer({ min: 0, max: 7 }),
  fits: fc.boolean(),
  inGroup: fc.boolean(),
  minutes: fc.constantFrom(0, 1, 2, 30, 600, 2000, 9000),
});

const EVERYBODY = ['王老板', '李专员', '赵经办', '钱经办', '陈专员', '周督办', '管理员', '张三'];

const personFor = ({ wish: wanted, who, fits }: Act): string => {
  if (wanted?.kind === 'link' || (wanted?.kind === 'reply' && wanted.from !== null)) return BOT;
  if (!fits || wanted === null) return `test:${EVERYBODY[who]}`;
  if (OWNER.includes(wanted.kind)) return 'test:王老板';
  return DESK.includes(wanted.kind) ? 'test:赵经办' : 'test:李专员';
};

/** An order with its cause, or a look at the time. */
interface Step {
  readonly at: Instant;
  readonly order: AppealOrder | null;
  readonly cause: string;
}

function stepsOf(acts: readonly Act[]): readonly Step[] {
  let at = MONDAY;
  const opening: Step = {
    at: MONDAY as Instant,
    order: {
      wish: SUBMIT,
      by: 'test:王老板',
      at: MONDAY as Instant,
      chat: OWNERS,
      isGroup: true,
      name: '王老板',
    },
    cause: 'test:0#1',
  };
  const rest = acts.map((one, index): Step => {
    at += one.minutes * 60_000;
    const by = personFor(one);
    const cause = `test:${index + 1}#1`;
    if (one.wish === null) return { at: at as Instant, order: null, cause };
    const chat = by === BOT ? null : one.inGroup ? OWNERS : by;
    const name = by.replace('test:', '');
    const order = { wish: one.wish, by, at: at as Instant, chat, isGroup: chat === OWNERS, name };
    return { at: at as Instant, order, cause };
  });
  return [opening, ...rest];
}

/** Does the steps one after another, those of `again` once more after each; what is kept, and all that is to be delivered. */
async function carriedOut(steps: readonly Step[], again: (step: number) => readonly number[]) {
  const kept: Records = await openRecords({
    folder: null,
    kinds: [...OFFICE_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const deliveries: NewDelivery<Cargo>[] = [];
  const records: Records = {
    ...kept,
    update: (kind, id, change) =>
      kept.update(kind, id, (before) => {
        const after = change(before);
        deliveries.push(...(after?.deliveries ?? []));
        return after;
      }),
  };
  let now = MONDAY as Instant;
  const clock = { now: () => now, waitUntil: async () => undefined };
  const deps = officeDeps({ records, clock });
  const carryOut = createAppealOrders(deps);
  const tick = createAppealTick(deps);
  const look = async ({ order, cause }: Step): Promise<void> => {
    if (order !== null) await carryOut(FIRST, order, cause);
  };
  for (const [index, step] of steps.entries()) {
    now = step.at;
    if (step.order === null) await tick(FIRST);
    else await look(step);
    for (const earlier of again(index)) await look(steps[earlier % (index + 1)] as Step);
  }
  return { appeal: await kept.read(APPEAL, FIRST), deliveries };
}

test('orders that come again, once or five times, at once or later, change nothing and say nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 25 }),
      fc.array(fc.array(fc.nat(100), { maxLength: 4 }), { minLength: 1, maxLength: 9 }),
      async (acts, copies) => {
        const steps = stepsOf(acts);
        const once = await carriedOut(steps, () => []);
        const again = await carriedOut(steps, (index) => [index, ...(copies[index % copies.length] ?? [])]);
        expect(again).toEqual(once);
        const ids = once.deliveries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: runs(25) },
  );
});

test('before it is made public, an owners’ group reads neither matter nor telephone nor answer, whoever says what where', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const { appeal, deliveries } = await carriedOut(stepsOf(acts), () => []);
      const shown = deliveries.flatMap(({ to, content }) =>
        to === OWNERS && 'text' in content ? [content.text] : [],
      );
      const told = shown.filter((text) => Object.values(SECRETS).some((secret) => text.includes(secret)));
      expect(told).toEqual([]);
      reached.add(stateOf(appeal?.chain ?? [])?.kind ?? 'none');
      if ((appeal?.refused.length ?? 0) > 0) reached.add('refused');
    }),
    { numRuns: runs(80) },
  );
  // The stories are worth something: they come to answers, ends and refusals.
  for (const kind of ['replied', 'closed', 'withdrawn', 'merged', 'not-accepted', 'refused'])
    expect(reached).toContain(kind);
});
