import { describe, expect, test } from 'vitest';
import { needlesOf } from '../../../src/domain/answer/needles.ts';
import { isHeadedForOther, leadOf, listAround, sectionFor } from '../../../src/domain/answer/section.ts';
import type { AskedFact, Entry } from '../../../src/domain/answer/types.ts';
import { aPolicy, aQuestion, anEntry, aShelf, day } from '../../support/an-entry.ts';

const notice = aPolicy({ id: 'notice' });
const of = (id: string, text: string, path: readonly string[] = []): Entry =>
  anEntry(text, { policy: notice, clause: { id, path } });
/** The same in another document. */
const away = (entry: Entry): Entry => {
  const { text, id, path } = entry.clause;
  return anEntry(text, { policy: aPolicy({ id: 'other' }), clause: { id, path } });
};
const key = (entry: Entry | null): string | null => entry?.key ?? null;
const keys = (entries: readonly Entry[]): readonly string[] => entries.map((entry) => entry.clause.id);

describe('a section that is headed for something else than what is asked', () => {
  test.for<[string, AskedFact, boolean]>([
    ['三、申报时间', 'how-to', true],
    ['三、申报时间', 'deadline', false],
    ['四、申报方式', 'deadline', true],
    ['(二)支持对象', 'amount', true],
    ['二、资金奖励', 'amount', false],
    ['三、申报时间', 'definition', false],
    ['三、申报时间', 'list', false],
  ])('「%s」, %s: %s', ([heading, ask, isOther]) => {
    expect(isHeadedForOther(of('1', '每年三月。', ['一、总则', heading]), ask)).toBe(isOther);
  });

  test('there is none without headings', () => {
    expect(isHeadedForOther(of('1', '每年三月。'), 'deadline')).toBe(false);
  });
});

describe('a lead-in is shown with its items', () => {
  const lead = of('2.1', '申请补贴应当提交下列材料:');
  const items = [of('2.1.1', '营业执照复印件;'), of('2.1.2', '申请表。')];
  const foreign = away(of('2.1.3', '别的材料。'));
  const beside = [of('2.2', '申请时间为三月。'), of('2.1.1.1', '一式两份。'), of('2.10', '其他。')];
  const shelf = aShelf([lead, ...items, foreign, ...beside]);

  test.for<AskedFact | undefined>(['how-to', 'conditions', 'list', undefined])(
    'whatever is asked: %s',
    (ask) => {
      expect(keys(listAround(lead, ask, shelf))).toEqual(['2.1', '2.1.1', '2.1.2']);
    },
  );

  test('with a colon of either width, and blanks behind it', () => {
    const wide = of('2.1', '申请补贴应当提交下列材料:　'.replace(':', '：'));
    expect(keys(listAround(wide, 'how-to', shelf))).toEqual(['2.1', '2.1.1', '2.1.2']);
  });

  test('one without items is no list', () => {
    expect(listAround(of('9', '申请补贴应当提交下列材料:'), 'how-to', shelf)).toEqual([]);
  });

  test('a clause with a colon within is no lead-in', () => {
    expect(listAround(of('2.1', '提交材料:申请表。'), 'how-to', shelf)).toEqual([]);
  });
});

describe('a section that is asked for as a whole', () => {
  const path = ['二、申报条件'];
  const first = of('2.1', '在本市注册。', path);
  const second = of('2.2', '成立满一年。', path);
  const alone = of('3.1', '登录平台填报。', ['三、申报方式']);
  const shelf = aShelf([first, second, alone, away(of('2.3', '成立满两年。', path))]);

  test('comes with all its items', () => {
    expect(keys(listAround(second, 'conditions', shelf))).toEqual(['2.1', '2.2']);
  });

  test.for<AskedFact | undefined>(['amount', 'how-to', undefined])(
    'not where something else is: %s',
    (ask) => {
      expect(listAround(first, ask, shelf)).toEqual([]);
    },
  );

  test('not where it holds one clause, or has no heading', () => {
    expect(listAround(alone, 'how-to', shelf)).toEqual([]);
    expect(listAround(of('4', '在本市注册。'), 'conditions', shelf)).toEqual([]);
  });
});

test('a section that is asked for as a whole comes with what its lead-ins lead to', () => {
  const path = ['一、支持对象'];
  const firm = of('1.1', '（一）企业应当同时具备以下条件：', path);
  const rule = of('1.1.1', '在本市登记；', [...path, '（一）企业']);
  const team = of('1.2', '（二）创业团队。', path);
  expect(keys(listAround(team, 'conditions', aShelf([firm, rule, team])))).toEqual(['1.1', '1.1.1', '1.2']);
});

describe('a section of two windows', () => {
  const path = ['三、申报时间'];
  const LAST_DAY = {
    on: day('2026-04-20'),
    at: null,
    from: null,
    what: '申报',
    implied: true,
    rhythm: 'once',
    conflict: null,
    snippet: '',
  } as const;
  const window = (id: string, text: string, kind: 'application' | 'task' = 'application'): Entry =>
    anEntry(text, {
      policy: notice,
      clause: { id, path, deadlines: [{ ...LAST_DAY, kind }] },
    });
  const [first, second] = [window('3.1', '第一批:4月20日止;'), window('3.2', '第二批:9月15日止。')];

  test('is told whole to whoever asks until when', () => {
    expect(keys(listAround(first, 'deadline', aShelf([first, second])))).toEqual(['3.1', '3.2']);
  });

  test('and not where only one is for those who apply', () => {
    const review = window('3.2', '4月30日前审核。', 'task');
    expect(listAround(first, 'deadline', aShelf([first, review]))).toEqual([]);
    expect(listAround(first, 'amount', aShelf([first, second]))).toEqual([]);
  });
});

describe('the section that says what is asked', () => {
  const grant = of('2.1', '对参加展会的企业给予补贴。', ['一、展会', '(一)支持标准']);
  const near = of('2.2', '展会申报时间为2027年3月。', ['一、展会', '(二)申报时间']);
  const far = of('3.1', '培训申报时间为2027年6月。', ['二、培训', '(一)申报时间']);
  const papers = of('4.1', '提交营业执照复印件。', ['一、展会', '(四)申报材料']);
  const online = of('4.2', '登录平台填报申报表。', ['一、展会', '(三)申报方式']);
  const silent = of('5.1', '展会另行通知。', ['一、展会', '(五)申报条件']);
  const all = [grant, far, near, papers, online, silent];
  const section = (
    ask: AskedFact,
    asked: string,
    { entries = all, entry = grant }: { entries?: readonly Entry[]; entry?: Entry } = {},
  ): Entry | null =>
    sectionFor(entry, ask, {
      needles: needlesOf(aQuestion('展会', { text: asked }), () => 1),
      shelf: aShelf(entries),
    });

  test('is the one of the same part of the document', () => {
    expect(key(section('deadline', '什么时候申报'))).toBe(near.key);
    expect(
      key(
        section('deadline', '什么时候申报', {
          entry: of('3.2', '给予培训补贴。', ['二、培训', '(二)支持标准']),
        }),
      ),
    ).toBe(far.key);
  });

  test('is the entry’s own, where that says it', () => {
    expect(key(section('deadline', '什么时候申报', { entry: near }))).toBe(near.key);
  });

  test('is that of the papers for who asks for papers, else that of the way', () => {
    expect(key(section('how-to', '要什么材料'))).toBe(papers.key);
    expect(key(section('how-to', '怎么申报'))).toBe(online.key);
    expect(key(section('how-to', '要什么材料', { entries: [grant, papers] }))).toBe(papers.key);
  });

  test('is none where the heading is there and the words are not, or nothing is headed so', () => {
    expect(section('conditions', '要什么条件')).toBeNull();
    expect(section('deadline', '什么时候申报', { entries: [grant] })).toBeNull();
    expect(section('validity', '有效期到哪天')).toBeNull();
  });

  test('a contact may stand anywhere in its document, under no heading', () => {
    const desk = of('9', '联系电话:027-00000000。');
    const elsewhere = away(of('9', '联系电话:027-11111111。'));
    expect(key(section('contact', '电话多少', { entries: [grant, elsewhere, desk] }))).toBe(desk.key);
    expect(section('contact', '电话多少', { entries: [grant, elsewhere] })).toBeNull();
    expect(section('contact', '电话多少', { entries: [grant, of('9', '联系科室另行通知。')] })).toBeNull();
    expect(
      section('contact', '电话多少', { entries: [grant, of('9', '证书编号027-00000000。')] }),
    ).toBeNull();
  });
});

describe('what must be read with a clause', () => {
  const lead = of('7', '第七条　下列项目不予支持：');
  const item = of('7.2', '（二）庙会、年货节；');
  const shelf = aShelf([lead, item, of('8', '第八条　按面积给予奖补。')]);

  test('is the lead-in above it, whatever that leads to', () => {
    expect(leadOf(item, shelf)).toBe('下列项目不予支持：');
    expect(leadOf(of('8.1', '按面积。'), shelf)).toBeNull();
    expect(leadOf(of('9.1', '没有上级。'), shelf)).toBeNull();
    expect(leadOf(lead, shelf)).toBeNull();
  });

  test('of a long lead-in the last sentence', () => {
    const long = of('3', `${'为了推动会展业发展，'.repeat(8)}有关事项明确。申报单位应当符合下列条件：`);
    expect(leadOf(of('3.1', '依法登记；'), aShelf([long]))).toBe('申报单位应当符合下列条件：');
  });

  test('is a heading that turns its sense, and no other', () => {
    expect(leadOf(of('6.1', '权属有争议的；', ['六、不予支持的情形']), shelf)).toBe('不予支持的情形：');
    expect(leadOf(of('6.1', '每家10万元；', ['六、支持标准']), shelf)).toBeNull();
  });
});

describe('a section of sums', () => {
  const about = of('1', '创新券用于购买服务。', ['一、范围']);
  const share = of('3.1', '创新券按金额的50%抵扣。', ['三、额度标准']);
  const sum = of('3.2', '企业每年申领不超过20万元。', ['三、额度标准']);
  const named = anEntry('单户最高不超过1500万元。', { policy: notice, clause: { id: '4', heading: '额度' } });
  const find = (ask: AskedFact, asked: string, entries: readonly Entry[]): string | null =>
    key(
      sectionFor(about, ask, {
        needles: needlesOf(aQuestion('创新券', { text: asked }), () => 1),
        shelf: aShelf([about, ...entries]),
      }),
    );

  test('gives who asks for money a sum, who asks for a share a share', () => {
    expect(find('amount', '最多领多少钱', [share, sum])).toBe(sum.key);
    expect(find('amount', '最多领多少钱', [share])).toBe(share.key);
    expect(find('rate', '几个点', [of('3', '费率0.3‰。', ['三、费率']), sum])).toContain('#3');
  });

  test('is also a clause that is headed so itself', () => {
    expect(find('amount', '最多用多少钱', [named])).toBe(named.key);
    expect(find('count', '顶格能用多少', [named])).toBe(named.key);
  });

  test('is no answer to a number of people, and no standard that somebody must meet', () => {
    expect(find('count', '要新招多少人', [named])).toBeNull();
    expect(find('amount', '给多少钱', [of('5', '收入2000万元。', ['五、认定标准'])])).toBeNull();
  });
});
