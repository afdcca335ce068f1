import { describe, expect, test } from 'vitest';
import type { Decline, ExtractFact, Quote, Speech } from '../../src/domain/answer/types.ts';
import {
  choiceLine,
  clauseReply,
  comparisonReply,
  declineReply,
  failureReply,
  labelOf,
  libraryReply,
  nearlyReply,
  noSuchChoice,
  originalReply,
} from '../../src/text/zh/answer.ts';
import { speechReply } from '../../src/text/zh/answer-talk.ts';
import { aPolicy, anEntry, aUnit, day } from '../support/an-entry.ts';

const policy = aPolicy({ title: '武汉市若干措施', validUntil: day('2024-12-31') });
const entry = anEntry('对小巨人奖励50万元。', {
  policy,
  status: 'expired',
  clause: { number: '3．', path: ['二、资金', '(一)奖励'], units: [aUnit('市经信局'), aUnit('市财政局')] },
});
const WHOLE: Quote = { quote: '对小巨人奖励50万元。', leavesBefore: false, leavesAfter: false };
const reply = (fact: ExtractFact | null, quote: Quote = WHOLE, of = entry): readonly string[] =>
  clauseReply({ entry: of, fact, ...quote }, { choices: '' }).split('\n');

describe('a reply about one clause', () => {
  test('says the fact first, then the clause, its source, its units, its standing', () => {
    const [fact, quote, source, units, status, ...rest] = reply({
      kind: 'amounts',
      tiers: [
        { who: '小巨人', amount: '50万元' },
        { who: '', amount: '30万元' },
      ],
    });
    expect(fact).toMatch(/^小巨人.50万元.30万元$/u);
    expect(quote).toContain(WHOLE.quote);
    expect(source).toMatch(/^——《武汉市若干措施》二、/);
    expect(units).toMatch(/市经信局、市财政局/);
    expect(status).toMatch(/已失效/);
    expect(rest).toEqual([]);
  });

  test.for<[ExtractFact, RegExp]>([
    [{ kind: 'units' }, /市经信局、市财政局/],
    [{ kind: 'validity' }, /2024年12月31日/],
    [{ kind: 'issuer', name: '武汉市人民政府' }, /武汉市人民政府/],
    [{ kind: 'published', on: '2022-01-05', signed: true }, /落款.*2022年1月5日/],
    [{ kind: 'published', on: '2022-01-05', signed: false }, /发布.*2022年1月5日/],
    [{ kind: 'document-number', number: '武政规〔2022〕1号' }, /武政规〔2022〕1号/],
    [{ kind: 'unstated', what: 'deadline' }, /没有写申报截止时间/],
    [{ kind: 'unstated', what: 'how-to' }, /没有写怎么申报/],
    [{ kind: 'unstated', what: 'conditions' }, /没有写具体条件.*责任单位/],
  ])('%j leads it', ([fact, words]) => {
    expect(reply(fact)[0]).toMatch(words);
  });

  test.for<[string | null, object, RegExp]>([
    ['amount', {}, /^这一条没有写金额$/],
    ['benefit', {}, /没有写奖励或补贴/],
    ['fee', {}, /没有写收不收费/],
    ['rate', {}, /没有写利率、比例/],
    ['count', {}, /没有写数量/],
    ['time', {}, /没有写具体时间/],
    ['contact', {}, /没有写电话、地址、名单，请问责任单位/],
    ['papers', {}, /没有写要交什么材料，请问责任单位/],
    ['units', {}, /^这一条没有写责任单位$/],
    [
      'units',
      { office: { name: '甲委', entry, why: 'heading' } },
      /责任单位；同一部分的责任单位是甲委（同一文件二、/,
    ],
    ['units', { office: { name: '甲委', entry, why: 'issuer' } }, /文件由甲委印发/],
  ])('%s is said to be missing: %j', ([what, office, words]) => {
    expect(reply({ kind: 'unstated', what, ...office } as ExtractFact)[0]).toMatch(words);
  });

  test('a unit named by another document is offered with its title', () => {
    const elsewhere = anEntry('甲委负责。', { policy: aPolicy({ id: 'other', title: '实施方案' }) });
    const office = { name: '甲委', entry: elsewhere, why: 'duty' } as const;
    expect(reply({ kind: 'unstated', what: 'units', office })[0]).toMatch(/可先问甲委（《实施方案》/);
  });

  test('who is sent to the responsible units finds some there', () => {
    const bare = anEntry('奖励。');
    expect(reply({ kind: 'unstated', what: 'how-to' }, WHOLE, bare)[0]).not.toContain('责任单位');
  });

  test('what tiers are called alike is said once', () => {
    const tiers = ['国家', '省'].map((level) => ({ who: `获批${level}级专精特新企业`, amount: '5万元' }));
    expect(reply({ kind: 'amounts', tiers })[0]).toBe('获批…专精特新企业：国家级5万元，省级5万元');
    const prizes = ['一', '二'].map((prize) => ({ who: `市级获奖企业项目${prize}等奖`, amount: '5万元' }));
    expect(reply({ kind: 'amounts', tiers: prizes })[0]).toBe('市级获奖企业项目：一等奖5万元，二等奖5万元');
    const nothing = [
      { who: '', amount: '5万元' },
      { who: '', amount: '6万元' },
    ];
    expect(reply({ kind: 'amounts', tiers: nothing })[0]).toBe('5万元；6万元');
  });

  test('one more fact of a clause that stands right above comes without its sentences', () => {
    const extract = { entry, fact: { kind: 'units' } as const, ...WHOLE };
    expect(clauseReply(extract, { choices: '', isShown: true })).not.toContain('原文');
    expect(clauseReply({ ...extract, fact: null }, { choices: '', isShown: true })).toContain('原文');
  });

  test('what was said first is not said again', () => {
    expect(reply({ kind: 'units' }).filter((line) => line.includes('市经信局'))).toHaveLength(1);
    expect(reply({ kind: 'validity' }).filter((line) => line.includes('已失效'))).toHaveLength(1);
  });

  test('without a fact it begins with the clause', () => {
    expect(reply(null)[0]).toContain(WHOLE.quote);
  });

  test('dots stand where the clause says more', () => {
    expect(reply(null, { ...WHOLE, leavesBefore: true })[0]).toMatch(/…对小巨人.*。$/);
    expect(reply(null, { ...WHOLE, leavesAfter: true })[0]).toMatch(/[^…]对小巨人.*。…$/);
  });

  test('of many units four are named and the rest is counted, unless units are asked for', () => {
    const many = { ...entry, units: ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => aUnit(`${name}局`)) };
    expect(reply(null, WHOLE, many).join()).toMatch(/甲局、乙局、丙局、丁局等6家/);
    expect(reply({ kind: 'units' }, WHOLE, many)[0]).toMatch(/戊局、己局$/);
    const five = { ...many, units: many.units.slice(0, 5) };
    expect(reply(null, WHOLE, five).join()).toContain('戊局');
  });

  test('no line is left empty', () => {
    const bare = anEntry('奖励。');
    for (const line of reply(null, WHOLE, bare)) expect(line).not.toBe('');
  });

  test('choices come last', () => {
    expect(
      clauseReply({ entry, fact: null, ...WHOLE }, { choices: '回复 1' })
        .split('\n')
        .at(-1),
    ).toBe('回复 1');
  });
});

describe('a reply about two clauses', () => {
  const other = anEntry('冠军100万元。', { policy: aPolicy({ title: '上海市规划' }), status: 'unknown' });
  const extract = { entry, fact: null, ...WHOLE };

  test('names both sources and each standing', () => {
    const text = comparisonReply([extract, { ...extract, entry: other }], '');
    expect(text).toMatch(/①[^]*《武汉市若干措施》[^]*②[^]*《上海市规划》/);
    expect(text).toMatch(/已失效.*未载明有效期/);
  });

  test('no mark stands by itself on a line', () => {
    for (const line of comparisonReply([extract, extract], '').split('\n'))
      expect(line).not.toMatch(/^[①②]$/);
  });

  test('a common standing is said once', () => {
    expect(comparisonReply([extract, extract], '').match(/已失效/g)).toHaveLength(1);
  });

  test('units are not said twice where they were asked for', () => {
    const units = { ...extract, fact: { kind: 'units' } as const };
    expect(comparisonReply([units, extract], '').match(/市财政局/g)).toHaveLength(2);
  });
});

describe('the original text', () => {
  test('has its source, the heading above, the whole clause and its standing', () => {
    const lines = originalReply(entry).split('\n');
    expect(lines[0]).toContain('武汉市若干措施');
    expect(lines).toContain('(一)奖励');
    expect(lines).toContain('对小巨人奖励50万元。');
    expect(lines.at(-1)).toMatch(/已失效/);
  });
});

describe('choices', () => {
  const label = (text: string, clause = {}): string => labelOf({ entry: anEntry(text, { clause }) });

  test('a clause is called by its heading, else by its first words', () => {
    expect(label('正文', { heading: '推动攻坚' })).toBe('推动攻坚');
    expect(label('12.建设中试平台,支持转化。')).toBe('建设中试平台');
  });

  test('a long name is cut', () => {
    expect(label('长'.repeat(40))).toMatch(/^长{15}…$/);
    expect(label('长'.repeat(16))).toBe('长'.repeat(16));
  });

  test('a number is never cut: it would be another one', () => {
    expect(label(`全市科技型中小企业一共入库 90000 家`)).toBe('全市科技型中小企业一共入库…');
  });

  test('each key stands before its label; none make no line', () => {
    const line = choiceLine([
      { key: '1', label: '看原文' },
      { key: '2', label: '中试平台' },
    ]);
    expect(line).toMatch(/1.*看原文.*2.*中试平台/);
    expect(choiceLine([])).toBe('');
  });
});

describe('when nothing is answered', () => {
  const REASONS: readonly Decline[] = ['no-basis', 'no-region', 'out-of-scope', 'too-vague', 'no-library'];

  test.for(REASONS)('%s: short, and with a way on', (reason) => {
    const text = declineReply(reason, { region: '北京市' });
    expect(text).toMatch(/转人工|12345|请/);
    expect(text.length).toBeLessThan(80);
    expect(text.includes('北京市')).toBe(reason === 'no-region' || reason === 'no-basis');
  });

  test('a region without a name is this one', () => {
    expect(declineReply('no-region', { region: null })).not.toContain('null');
  });

  test('names that may be meant are asked back first', () => {
    const text = declineReply('no-basis', { region: null, meant: ['小巨人', '中试平台'] });
    expect(text).toMatch(/^.*小巨人、中试平台.*\n.*转人工/);
  });

  test('every reason has its own words', () => {
    expect(new Set(REASONS.map((reason) => declineReply(reason, { region: null }))).size).toBe(
      REASONS.length,
    );
  });

  test('the clause that is nearest is named with what it lacks', () => {
    const text = nearlyReply(entry, { lacks: 'deadline', choices: '回复 1 看原文' });
    expect(text).toMatch(/没有写申报截止时间，不能乱说.*转人工.*\n——《武汉市若干措施》.*\n回复 1/);
  });

  test('the bot’s own fault and a wrong digit are told in plain words', () => {
    expect(failureReply).toMatch(/抱歉.*再/);
    expect(noSuchChoice).toContain('没有这个选项');
  });
});

describe('small talk', () => {
  const SPEECH: readonly [Speech, RegExp][] = [
    ['greeting', /您好.*小企/],
    ['identity', /小企.*政策/],
    ['thanks', /不客气/],
    ['farewell', /再见/],
    ['complaint', /抱歉.*转人工/],
    ['distress', /12345[^]*转人工/],
    ['placeholder', /文字/],
    ['empty', /没有收到文字/],
    ['human', /专员|12345/],
    ['intrusion', /政策/],
    ['help', /原文[^]*政策库[^]*转人工/],
  ];
  test.for(SPEECH)('%s: %s', ([speech, words]) => {
    expect(speechReply(speech, '小企')).toMatch(words);
  });

  test('no telephone number but the hotline is ever said', () => {
    for (const [speech] of SPEECH)
      expect(speechReply(speech, '').replaceAll('12345', '')).not.toMatch(/\d{5}/);
  });
});

describe('the list of documents', () => {
  test('has a numbered line for each, with its standing', () => {
    const lines = libraryReply([
      { policy, standing: '已失效' },
      { policy: aPolicy({ title: '规划' }), standing: '' },
    ]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('2');
    expect(lines[1]).toMatch(/1.*武汉市若干措施.*已失效/);
    expect(lines[2]).toMatch(/2.*规划/);
  });

  test('an empty library says so', () => {
    expect(libraryReply([])).toBe(declineReply('no-library', { region: null }));
  });
});
