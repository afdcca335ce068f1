import { describe, expect, test } from 'vitest';
import type { CommandKind } from '../../src/domain/appeal/commands.ts';
import type { RefusalCode } from '../../src/domain/appeal/refusal.ts';
import type { AppealRules } from '../../src/domain/appeal/rules.ts';
import { parseInstant, type Instant, localDate, type LocalDate } from '../../src/domain/time.ts';
import { incompleteText } from '../../src/text/zh/appeals/asking.ts';
import { toDesk } from '../../src/text/zh/appeals/desk.ts';
import { type ListedAppeal, todayText } from '../../src/text/zh/appeals/lists.ts';
import { toOwner } from '../../src/text/zh/appeals/owner.ts';
import { refusalText, whichGround } from '../../src/text/zh/appeals/refusals.ts';
import { toSpecialist } from '../../src/text/zh/appeals/specialist.ts';
import { ownReason } from '../../src/text/zh/appeals/words.ts';
import { offerGone, whichOffer } from '../../src/text/zh/offers.ts';
import { seedJson } from '../support/seeds.ts';

const RULES = seedJson<{ readonly appeals: AppealRules }>('rules.json').appeals;
const MOST = RULES.extension.most;

const refused = (
  kind: CommandKind,
  code: RefusalCode,
  possible: readonly CommandKind[] = ['supplement', 'withdraw', 'see-contact'],
): string =>
  refusalText('A0002', {
    kind,
    code,
    possible,
    facts: { rules: RULES, inCharge: '赵经办', lead: '市经信局' },
  });

describe('what is refused says why, for this act', () => {
  test.for([
    ['ask-extension', 'too-late', '延期要提前 1 个工作日申请，A0002 来不及了，请按时答复。'],
    ['ask-extension', 'already', 'A0002 已申请过延期，不能再申请，请按时答复。'],
    ['dispatch', 'already', 'A0002 在承办单位手里。要换单位发「A0002 转 单位」。'],
    ['rate', 'not-now', 'A0002 还没有答复，收到答复后再评价。'],
    ['ask-back', 'already', 'A0002 还在等企业回答上一个问题。'],
    ['reply', 'not-yours', 'A0002 不是您的诉求，或已不归您办理。'],
    ['rate', 'bad-score', '请打 1 到 5 分，比如「A0002 4分」。'],
    ['ask-extension', 'bad-days', '请写 1 到 15 个工作日和原因，比如「A0002 延期 3天 原因」。'],
  ] as const)('%s, %s: %s', ([kind, code, text]) => expect(refused(kind, code)).toBe(text));

  test('with the numbers of the rules, whatever they are', () => {
    const extension = { askBefore: { workingDays: 2 }, most: { workingDays: 2 } };
    const facts = { rules: { ...RULES, extension }, inCharge: '赵经办', lead: '市经信局' };
    const told = (code: RefusalCode): string =>
      refusalText('A0002', { kind: 'ask-extension', code, possible: [], facts });
    expect(told('too-late')).toContain('提前 2 个工作日');
    expect(told('bad-days')).toBe('请写 1 到 2 个工作日和原因，比如「A0002 延期 2天 原因」。');
    expect(incompleteText('A0002', 'days', { workingDays: 30 })).toContain('1 到 30 个工作日');
    const sent = { due: '12月1日 17:30', class: 'ordinary', hasDesk: true, recallMinutes: 25 } as const;
    expect(toSpecialist.dispatched('A0002', { lead: '市经信局', supporting: [] }, sent)).toContain(
      '25 分钟内',
    );
    expect(toOwner.consulted('A0002', 2).alone).toContain('2 个工作日内');
  });

  test('names who has it in hand', () => {
    expect(refused('reply', 'not-in-charge')).toContain('由赵经办办理');
    expect(refused('take', 'already')).toContain('已由赵经办负责');
  });

  test('a rating of what was withdrawn is promised no answer', () => {
    expect(refused('rate', 'not-now', ['see-contact'])).toBe('A0002 现在还不能这样做。');
  });

  test('an appellant is not offered his own contact, whoever works on it is', () => {
    expect(refused('reply', 'not-now')).toBe(
      'A0002 现在还不能这样做。\n现在可以：「A0002 补充 …」「A0002 撤销」',
    );
    expect(refused('reply', 'not-now', ['see-contact', 'export'])).toContain('「A0002 联系方式」');
  });
});

describe('what lacks something says how it is typed', () => {
  test.for([
    ['days', '请写 1 到 15 个工作日和原因，比如「A0001 延期 3天 原因」。'],
    ['rating', '请打 1 到 5 分，比如「A0001 4分」。'],
    ['text', '请写「回访 已解决」或「回访 未解决 原因」。'],
    ['unit', '还差一点，请这样写：「A0001 派 市经信局」。'],
    ['reason', '还差一点，请这样写：「A0001 退单 原因」。'],
    ['number', '还差一点，请这样写：「A0001 合并到 A0001」。'],
    ['ground', '还差一点，请这样写：「A0001 不予受理 2」。'],
  ] as const)('%s: %s', ([what, text]) => expect(incompleteText('A0001', what, MOST)).toBe(text));

  test('the grounds stand one a line, each behind its number', () => {
    const [, ...grounds] = whichGround('A0001').split('\n');
    expect(grounds.map((line) => line.slice(0, 2))).toEqual(['1 ', '2 ', '3 ', '4 ', '5 ', '6 ', '7 ']);
  });
});

describe('the reason of a rating', () => {
  test.for([
    ['满意', null],
    ['满意满意', null],
    ['很满意。', null],
    ['不满意！不满意', null],
    ['', null],
    [null, null],
    ['满意，办得快', '满意，办得快'],
    ['货款还是没有到', '货款还是没有到'],
  ] as const)('「%s」: %s', ([said, reason]) => expect(ownReason(said)).toBe(reason));

  test('that only rates once more is left out wherever a rating is told', () => {
    expect(toSpecialist.rated('A0001', 'satisfied', '满意')).toBe('A0001 企业评价：满意');
    expect(toDesk.rated('A0001', '满意', '满意')).toBe('A0001 企业评价：满意');
    expect(toSpecialist.reopened('A0001', '不满意')).toBe('A0001 企业不满意，二次办理');
    expect(toDesk.reopened('A0001', '12月1日', '没有到账')).toContain('：没有到账');
  });
});

describe('「今日」', () => {
  const listed: ListedAppeal = {
    number: 'A0001',
    state: 'submitted',
    about: '货款',
    limit: null,
    unit: null,
    bounces: 0,
    submittedAt: parseInstant('2026-11-23T09:00') as Instant,
  };
  const waited = (now: string): string =>
    todayText({
      isGroup: false,
      listed: [listed],
      untaken: [],
      on: localDate(2026, 11, 25) as LocalDate,
      now: parseInstant(now) as Instant,
    });

  test('says since when the oldest waits, with the year where it is another', () => {
    expect(waited('2026-11-25T09:00')).toContain('等得最久：A0001（11月23日提交）');
    expect(waited('2027-01-04T09:00')).toContain('等得最久：A0001（2026年11月23日提交）');
  });
});

describe('a digit that is unclear', () => {
  const offer = (topic: string, keys: readonly string[]) => ({
    id: topic,
    topic,
    for: 'console:王',
    until: 0 as Instant,
    isLasting: false,
    messages: [],
    choices: keys.map((key) => ({ key, label: `${topic}第${key}项`, says: '' })),
  });

  test('is asked about in full-width signs, with what each offer has under it', () => {
    const text = whichOffer([offer('A0001', ['1', '2']), offer('政策', ['1', '2'])], '2');
    expect(text.split('\n')).toEqual([
      '您说的是哪一件？请连前面的字一起回复：',
      '「A0001 2」A0001第2项',
      '「政策 2」政策第2项',
    ]);
    expect(offerGone).not.toMatch(/[,:?]/);
  });
});
