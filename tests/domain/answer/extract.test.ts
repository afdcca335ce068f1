import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractFrom, MAX_QUOTE, quoteFrom, withoutUnitMark } from '../../../src/domain/answer/extract.ts';
import { needlesOf } from '../../../src/domain/answer/needles.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import { aBenefit, aPolicy, aQuestion, anEntry, aUnit, day } from '../../support/an-entry.ts';

const needlesFor = (subject: string) => needlesOf(aQuestion(subject), () => 1);
const quote = (
  text: string,
  subject = '',
  { asks = [], limit }: { asks?: readonly AskedFact[]; limit?: number } = {},
) => quoteFrom(text, { needles: needlesFor(subject), asks, ...(limit ? { limit } : {}) });
const FILL = '为了进一步推动经济社会高质量发展而努力奋斗'.repeat(3);

describe('the quote of a clause', () => {
  test('a short clause is quoted whole, without its number and the bracket of its units', () => {
    expect(quote('(一)奖励企业。(责任单位:市经信局)')).toEqual({
      quote: '奖励企业。',
      leavesBefore: false,
      leavesAfter: false,
    });
  });

  test.for(['一、', '(二)', '（3）', '12.', '3、', '1．'])('the number 「%s」 is left out', (number) => {
    expect(quote(`${number}奖励企业。`).quote).toBe('奖励企业。');
  });

  test('a figure at the beginning is no number', () => {
    expect(quote('3.5亿元用于奖励。').quote).toBe('3.5亿元用于奖励。');
  });

  test('a clause that is nothing but its bracket stays', () => {
    expect(withoutUnitMark('(责任单位:市经信局)')).toBe('(责任单位:市经信局)');
  });

  test('of a long one the sentences about the question are taken, and what is left out is told', () => {
    const text = `${FILL}。对小巨人给予奖励。${FILL}。${FILL}。`;
    const found = quote(text, '小巨人奖励', { limit: 60 });
    expect(found).toEqual({ quote: '对小巨人给予奖励。', leavesBefore: true, leavesAfter: true });
    expect(quote(`对小巨人给予奖励。${FILL}。`, '小巨人', { limit: 60 })).toMatchObject({
      leavesBefore: false,
      leavesAfter: true,
    });
    expect(quote(`${FILL}。对小巨人给予奖励。`, '小巨人', { limit: 60 })).toMatchObject({
      leavesBefore: true,
      leavesAfter: false,
    });
  });

  test('neighbours come along as long as they fit', () => {
    const text = `${FILL}。先看这里。对小巨人给予奖励。再看这里。${FILL}。`;
    expect(quote(text, '小巨人', { limit: 25 }).quote).toBe('先看这里。对小巨人给予奖励。再看这里。');
  });

  test('of a long sentence the part about the question is taken', () => {
    const text = `${FILL},对小巨人给予奖励,${FILL},${FILL}。`;
    expect(quote(text, '小巨人', { limit: 40 })).toEqual({
      quote: '对小巨人给予奖励',
      leavesBefore: true,
      leavesAfter: true,
    });
  });

  test('a sentence without commas is cut', () => {
    expect(quote('奖'.repeat(500), '奖')).toEqual({
      quote: '奖'.repeat(MAX_QUOTE),
      leavesBefore: false,
      leavesAfter: true,
    });
  });

  test('a homophone finds its sentence', () => {
    expect(quote(`${FILL}。给予奖励。${FILL}。`, '将励', { limit: 70 }).quote).toContain('奖励');
  });

  test.for([
    ['amount', '给予50万元'],
    ['count', '培育20家'],
    ['deadline', '到2025年底'],
    ['conditions', '应当符合规定'],
    ['published', '2023年3月1日'],
  ] as const)('who asks for %s gets the sentence with 「%s」', ([ask, sign]) => {
    const text = `小巨人${FILL}。小巨人${sign}。小巨人${FILL}。`;
    expect(quote(text, '小巨人', { asks: [ask], limit: 70 }).quote).toContain(sign);
  });

  test('it is never longer than the limit, stands in the clause, and tells what it leaves out', () => {
    const piece = fc.constantFrom(
      '奖励',
      '小巨人',
      ',',
      '。',
      ';',
      '(',
      ')',
      '“',
      '”',
      ' ',
      '1.',
      '(一)',
      '\n',
      FILL,
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 160 }), (clause, limit) => {
        const found = quote(clause, '小巨人奖励', { asks: ['amount'], limit });
        expect(found.quote.length).toBeLessThanOrEqual(limit);
        expect(clause).toContain(found.quote);
        const whole = quote(clause, '', { limit: 1e6 }).quote;
        expect(found.leavesBefore || whole.startsWith(found.quote)).toBe(true);
        expect(found.leavesAfter || whole.endsWith(found.quote)).toBe(true);
      }),
    );
  });
});

describe('the fact asked for', () => {
  const policy = aPolicy({
    validUntil: day('2024-12-31'),
    issuingAuthority: '武汉市人民政府',
    signedOn: day('2022-01-05'),
    publishedOn: day('2022-01-10'),
    documentNumber: '武政规〔2022〕1号',
  });
  const clause = {
    units: [aUnit('市经信局')],
    benefits: [
      aBenefit({ who: '小巨人', amountYuan: 500_000 }),
      aBenefit({ who: '单项冠军', amountYuan: 1_000_000 }),
      aBenefit({ who: '其他', amountYuan: 999 }),
      aBenefit({ who: '各区', rate: 1 }),
    ],
  };
  const entry = anEntry('小巨人 50 万元,单项冠军100万元,共3亿元、8000元。', { policy, clause });
  const fact = (asks: readonly AskedFact[], subject = '', from = entry) =>
    extractFrom(from, { asks, needles: needlesFor(subject) }).fact;

  const signature = anEntry('武汉市人民政府 2022年1月5日 武政规〔2022〕1号', { policy, clause });
  test.for([
    [['units'], { kind: 'units' }],
    [['validity'], { kind: 'validity' }],
    [['issuer'], { kind: 'issuer', name: '武汉市人民政府' }],
    [['published'], { kind: 'published', on: '2022-01-05', signed: true }],
    [['document-number'], { kind: 'document-number', number: '武政规〔2022〕1号' }],
    [['list'], null],
    [[], null],
  ] as const)('%j', ([asks, expected]) => {
    expect(fact(asks, '', signature)).toEqual(expected);
  });

  test('the page’s date stands in for a signature', () => {
    const page = anEntry('发布时间：2022-01-10 15:32', { policy });
    const unsigned = { ...page, policy: { ...policy, signedOn: null } };
    expect(fact(['published'], '', unsigned)).toMatchObject({ on: '2022-01-10', signed: false });
  });

  test('what a document does not say is not told', () => {
    const bare = anEntry('鼓励发展。');
    expect(fact(['validity', 'issuer', 'published', 'document-number'], '', bare)).toBeNull();
    expect(fact(['amount'], '', bare)).toEqual({ kind: 'unstated', what: 'amount' });
    expect(fact(['amount'], '', anEntry('对企业给予奖励。'))).toEqual({ kind: 'unstated', what: 'amount' });
  });

  test('only what is asked for first can be missed', () => {
    expect(fact(['amount', 'units'], '', anEntry('给予50万元。'))).toBeNull();
    expect(fact(['list', 'amount'], '', anEntry('鼓励发展。'))).toMatchObject({ what: 'amount' });
    expect(fact(['list', 'definition'], '', anEntry('鼓励发展。'))).toBeNull();
  });

  test('sums that belong to something else are not told', () => {
    const rent = anEntry('对灯塔工厂给予奖励50万元。对租用厂房的,租金给予优惠。', {
      clause: { benefits: [aBenefit({ who: '灯塔工厂', amountYuan: 500_000 })] },
    });
    expect(fact(['amount'], '租用厂房租金', rent)).toEqual({ kind: 'unstated', what: 'amount' });
    expect(fact(['amount'], '灯塔工厂', rent)).toMatchObject({ kind: 'amounts' });
  });

  test('a day by which to apply is told as it stands; a derived year is not', () => {
    const due = {
      on: day('2027-03-31'),
      at: null,
      from: null,
      what: '申报',
      kind: 'application',
      implied: false,
    } as const;
    const deadline = { ...due, rhythm: 'once', conflict: null, snippet: '' } as const;
    const notice = anEntry('请于2027年3月31日前申报。', { clause: { deadlines: [deadline] } });
    expect(fact(['deadline'], '', notice)).toEqual({ kind: 'due', on: '2027-03-31' });
    const implied = anEntry('请于3月31日前申报。', {
      clause: { deadlines: [{ ...deadline, implied: true }] },
    });
    expect(fact(['deadline'], '', implied)).toBeNull();
  });

  test('what the clause itself does not bear is not told of its document', () => {
    expect(fact(['issuer', 'published', 'document-number'])).toBeNull();
  });

  test('amounts are those of the tiers that the question names, as they stand in the clause', () => {
    expect(fact(['amount'], '小巨人')).toEqual({
      kind: 'amounts',
      tiers: [{ who: '小巨人', amount: '50万元' }],
    });
  });

  test('a sum for each comes with what it is for each of, where nobody else says so', () => {
    const text = '对引进的博士,按每人2万元给予补贴;每招用1人补贴1500元。';
    const each = [
      aBenefit({ who: '博士', amountYuan: 2e4, per: '每人', snippet: '' }),
      aBenefit({ who: '每招用1人', amountYuan: 1500, per: '每招用1人', snippet: '' }),
      aBenefit({ who: '博士', amountYuan: 2e4, per: '每年', snippet: '' }),
    ];
    expect(fact(['amount'], '', anEntry(text, { clause: { benefits: each } }))).toEqual({
      kind: 'amounts',
      tiers: [
        { who: '博士', amount: '每人2万元' },
        { who: '每招用1人', amount: '1500元' },
        { who: '博士', amount: '2万元' },
      ],
    });
  });

  test('without a name all amounts that stand in the clause are told, others never', () => {
    expect(fact(['benefit'])).toMatchObject({ tiers: [{ amount: '50万元' }, { amount: '100万元' }] });
  });

  test.for([
    ['deadline', '什么时候截止', '鼓励发展。', '2025年底前完成。'],
    ['how-to', '怎么申请', '鼓励发展。', '登录平台提交材料。'],
    ['conditions', '要什么条件', '鼓励发展。', '应当符合以下条件。'],
  ] as const)(
    'who asks for %s («%s») is told that 「%s」 does not say it, and 「%s」 does',
    ([ask, asked, silent, says]) => {
      const told = (text: string) =>
        extractFrom(anEntry(text), {
          asks: [ask],
          needles: needlesOf(aQuestion('', { text: asked }), () => 1),
        }).fact;
      expect(told(silent)).toEqual({ kind: 'unstated', what: ask });
      expect(told(says)).toBeNull();
    },
  );

  test.for([
    [300_000_000, '3亿元'],
    [8000, '8000元'],
    [500_000, '50万元'],
  ] as const)('%d yuan are %s', ([amountYuan, amount]) => {
    const one = { ...entry, clause: { ...entry.clause, benefits: [aBenefit({ amountYuan })] } };
    expect(fact(['amount'], '', one)).toMatchObject({ tiers: [{ amount }] });
  });
});
