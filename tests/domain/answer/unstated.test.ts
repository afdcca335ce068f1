import { describe, expect, test } from 'vitest';
import { needlesOf } from '../../../src/domain/answer/needles.ts';
import type { AskedFact, Entry, UnstatedFact } from '../../../src/domain/answer/types.ts';
import { isOtherMoney, needsSign, unstatedIn } from '../../../src/domain/answer/unstated.ts';
import { aQuestion, anEntry, aUnit, day } from '../../support/an-entry.ts';

const needles = (asked: string, subject = '') => needlesOf(aQuestion(subject, { text: asked }), () => 1);
const missing = (ask: AskedFact, asked: string, entry: Entry): UnstatedFact | null =>
  unstatedIn(entry, ask, needles(asked));

describe('what a clause does not say of what is asked', () => {
  test.for<[AskedFact, string, string, UnstatedFact]>([
    ['amount', '补多少钱', '按照有关规定给予补贴。', 'amount'],
    ['amount', '能借多少', '发放金额增长20%。', 'amount'],
    ['amount', '奖多少', '有效期内高新技术企业占比17.2%。', 'amount'],
    ['amount', '营业收入最少要达到多少', '给予50万元奖励。', 'amount'],
    ['amount', '研发费用要多少', '注册资金500万元以上。', 'amount'],
    ['amount', '投了多少钱', '服务31亿人次。', 'amount'],
    ['benefit', '有没有补贴', '降低融资担保费率至1%以下。', 'benefit'],
    ['benefit', '贴息吗', '开展知识产权质押贷款。', 'benefit'],
    ['fee', '收费吗', '运用专利导航服务。', 'fee'],
    ['rate', '日息几个点', '担保费率降至1%以下。', 'rate'],
    ['rate', '税率多少', '新增贷款增长20%。', 'rate'],
    ['rate', '占比多少', '扩大规模。', 'rate'],
    ['units', '归谁管', '建立拟上市企业库。', 'units'],
    ['count', '评多少家', '一次性奖励200万元。', 'count'],
    ['count', '评多少家', '1.支持企业改造。', 'count'],
    ['count', '份额是多少', '公开预留份额。', 'count'],
    ['deadline', '什么时候截止', '鼓励发展。', 'deadline'],
    ['deadline', '什么时候报名', '2020年底前新增240家。', 'deadline'],
    ['deadline', '多久一次', '加强源头治理。', 'time'],
    ['deadline', '多久能解决', '加强源头治理。', 'duration'],
    ['how-to', '怎么申请', '新增10万户上云。', 'how-to'],
    ['how-to', '要什么材料', '在窗口办理。', 'papers'],
    ['how-to', '要带哪些证件', '在窗口办理。', 'papers'],
    ['conditions', '要什么条件', '对符合条件的项目给予支持。', 'conditions'],
    ['contact', '电话多少', '整合平台功能。', 'contact'],
    ['amount', '单个项目最多投多少钱', '设立总规模100亿元的基金。', 'amount'],
    ['amount', '一次性给几万', '累计发放贷款854亿元。', 'amount'],
    ['deadline', '几个工作日能拿到', '力争年内一网通办。', 'duration'],
    ['deadline', '多久能批下来', '2025年底前实现一窗通办。', 'duration'],
    ['conditions', '认定要满足什么条件', '培育100家以上创新型企业。', 'conditions'],
  ])('%s, 「%s」 of 「%s」: %s', ([ask, asked, text, what]) => {
    expect(missing(ask, asked, anEntry(text))).toBe(what);
  });

  test('what was given in years past is no sum that is given', () => {
    const past = anEntry('全市减免房租2亿元,奖励企业5亿元。', { clause: { path: ['一、发展回顾'] } });
    expect(missing('amount', '评上给几万', past)).toBe('amount');
    expect(missing('amount', '减免了多少钱', past)).toBeNull();
  });

  test('beneath a heading of sums whatever stands there is given', () => {
    const limit = anEntry('每家不超过20万元。', { clause: { path: ['三、额度标准'] } });
    expect(missing('amount', '一次性给多少', limit)).toBeNull();
    expect(missing('amount', '一次性给多少', anEntry('每家不超过20万元。'))).toBe('amount');
  });

  test.for<[AskedFact, string, string]>([
    ['amount', '补多少钱', '给予 50 万元奖励。'],
    ['amount', '补多少', '按投资额的12%给予补助。'],
    ['amount', '担保费多少', '担保费率降至1%以下。'],
    ['amount', '区里配多少', '给予不低于1∶1的配套支持。'],
    ['amount', '投了多少钱', '总投资31亿。'],
    ['amount', '研发费用要多少', '研发费用总额1000万元以上。'],
    ['amount', '研发费用能补多少', '给予50万元奖励。'],
    ['benefit', '有没有补贴', '对租金给予一定优惠。'],
    ['benefit', '有什么好处', '鼓励发展。'],
    ['fee', '要钱吗', '组织公益法律服务。'],
    ['rate', '担保费几个点', '担保费率降至1%以下。'],
    ['units', '谁牵头', '市领导挂帅、市经信委牵头的机制。'],
    ['units', '归谁管', '由市财政局安排资金。'],
    ['count', '多少家', '培育20家。'],
    ['count', '服务多少家', '服务千家企业。'],
    ['count', '交几份', '申报书一式三份。'],
    ['count', '规模多大', '总规模31亿。'],
    ['count', '规模多大', '总规模100亿元。'],
    ['count', '哪几个', '鼓励发展。'],
    ['amount', '单个项目最多投多少钱', '总规模100亿元,单个项目最高500万元。'],
    ['amount', '研发费用要给多少', '按标准补贴研发费用10万元。'],
    ['amount', '一次性给几万', '给予10万元。'],
    ['amount', '基金有多少钱', '设立总规模100亿元的基金。'],
    ['deadline', '几个工作日能拿到', '5个工作日内办结。'],
    ['deadline', '多久能批下来', '当场办结。'],
    ['deadline', '多久能通报一次', '定期通报。'],
    ['conditions', '什么条件', '营业收入2000万元以上。'],
    ['conditions', '够不够格', '个体工商户纳入支持范围。'],
    ['count', '目标是什么', '鼓励发展。'],
    ['deadline', '多久一次', '每月通报。'],
    ['deadline', '多久一次', '定期通报。'],
    ['deadline', '隔多久开会', '逐月开会。'],
    ['benefit', '要花钱吗', '鼓励发展。'],
    ['deadline', '什么时候申报', '9月4日起受理。'],
    ['deadline', '哪年完成', '“十四五”期间完成。'],
    ['how-to', '怎么办', '在政务服务中心办理。'],
    ['how-to', '要什么材料', '提交申请表。'],
    ['conditions', '什么条件', '对首次进入规上的企业。'],
    ['contact', '电话多少', '咨询电话:12345'],
    ['list', '有哪些', '鼓励发展。'],
    ['definition', '是什么', '鼓励发展。'],
  ])('%s, 「%s」: 「%s」 says it, or nothing tells that it does not', ([ask, asked, text]) => {
    expect(missing(ask, asked, anEntry(text))).toBeNull();
  });

  test('units that stand in a mark are said', () => {
    expect(
      missing('units', '归谁管', anEntry('建立企业库。', { clause: { units: [aUnit('市经信局')] } })),
    ).toBeNull();
  });

  test('a day by which to apply is said, however it is written', () => {
    const due = {
      on: day('2027-03-31'),
      at: null,
      from: null,
      what: '',
      kind: 'application',
      implied: true,
    } as const;
    const deadline = { ...due, rhythm: 'once', conflict: null, snippet: '' } as const;
    expect(
      missing('deadline', '什么时候申报', anEntry('请于月底交来。', { clause: { deadlines: [deadline] } })),
    ).toBeNull();
  });

  test('a figure of another sentence answers nothing', () => {
    const entry = anEntry('依法推行柔性执法。组织公益法律服务1000家次。');
    expect(unstatedIn(entry, 'count', needles('柔性执法多少家', '柔性执法'))).toBe('count');
    expect(unstatedIn(entry, 'count', needles('法律服务多少家', '法律服务'))).toBeNull();
  });

  test('what follows a numbered heading is about the same', () => {
    const asked = needles('修订立法什么时候完成', '修订立法');
    const said = (text: string): UnstatedFact | null => unstatedIn(anEntry(text), 'deadline', asked);
    expect(said('(二)5、加快修订立法。争取年内出台。')).toBeNull();
    expect(said('加快修订立法。争取年内出台。')).toBe('time');
    expect(said('(二)5、组织培训。加快修订立法。年内开展走访。')).toBe('time');
  });

  test('only some facts bear signs', () => {
    expect(needsSign('amount')).toBe(true);
    expect(needsSign('list')).toBe(false);
  });
});

describe('sums of money in a clause', () => {
  const entry = anEntry('对灯塔工厂奖励50万元。对租用厂房的租金给予优惠。');
  test.for([
    ['租用厂房租金', true],
    ['灯塔工厂', false],
    ['', false],
  ] as const)('asked about 「%s」, they belong to something else: %s', ([subject, isOther]) => {
    expect(isOtherMoney(entry, needles('', subject))).toBe(isOther);
  });
});
