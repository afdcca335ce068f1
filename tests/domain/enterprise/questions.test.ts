import { describe, expect, test } from 'vitest';
import {
  nextQuestion,
  QUESTIONS,
  type QuestionId,
  readAnswer,
} from '../../../src/domain/enterprise/questions.ts';
import { emptyProfile, type Profile, withFacts } from '../../../src/domain/enterprise/types.ts';
import { aProfile, holdings, HONGSHAN, readerTools } from '../../support/an-enterprise.ts';
import { day } from '../../support/an-entry.ts';

const on = day('2026-11-22');
const read = (question: QuestionId, text: string) => readAnswer(question, { text, on }, readerTools);

describe('which question comes next', () => {
  test('of an unknown enterprise all six are asked, in their order, none twice', () => {
    const asked: QuestionId[] = [];
    for (let next = nextQuestion(emptyProfile, asked); next; next = nextQuestion(emptyProfile, asked))
      asked.push(next);
    expect(asked).toEqual([...QUESTIONS]);
  });
  test('what is known is not asked', () =>
    expect(nextQuestion(aProfile({ staff: 30, revenueYuan: 8_000_000, founded: 2015 }), [])).toBe(
      'identity',
    ));
  test('half an answer is asked for once more, not twice', () => {
    const profile = aProfile({ staff: 30 });
    expect(nextQuestion(profile, [])).toBe('size');
    expect(nextQuestion(profile, ['size'])).toBe('form');
  });
  test('nothing is left to ask of an enterprise that is known', () => {
    const known = {
      staff: 30,
      revenueYuan: 8_000_000,
      founded: 2015,
      name: '示例科技有限公司',
      creditCode: '91420100MA0000000Y',
    } as Partial<Profile>;
    expect(nextQuestion(aProfile(known), [])).toBeNull();
  });
});

describe('answers', () => {
  test('several facts in one answer are all taken', () => {
    const answer = read('place', '我们是洪山区做软件的,30个人,去年八百万');
    expect(answer).toMatchObject({
      ok: true,
      value: {
        skipped: false,
        facts: { place: HONGSHAN, industry: '65', staff: 30, revenueYuan: 8_000_000 },
      },
    });
    const profile = answer.ok ? withFacts(emptyProfile, answer.value.facts) : emptyProfile;
    expect(nextQuestion(profile, ['place'])).toBe('titles');
  });

  test.for([
    ['place', '光谷', { place: { district: '东湖高新区', city: '武汉市', province: '湖北省' } }],
    ['place', '长沙', { place: { district: null, city: '长沙市', province: '湖南省' } }],
    ['industry', '五金加工', { industry: '33', business: '五金加工' }],
    ['industry', '卖日杂的', { industry: '52', business: '卖日杂的' }],
    ['size', '30，1200万', { staff: 30, revenueYuan: 12_000_000 }],
    ['size', '资产3000万，收入1亿2，80人', { staff: 80, revenueYuan: 120_000_000, assetsYuan: 30_000_000 }],
    ['size', '注册资本500万，20人', { staff: 20 }],
    ['titles', '都没有', { holdings: [] }],
    ['titles', '省级小巨人，高企', { holdings: holdings('srdi-provincial', 'high-tech') }],
    ['titles', '没有小巨人，是高企', { holdings: holdings('high-tech') }],
    ['form', '公司，2015年成立的', { form: 'company', founded: 2015 }],
    ['form', '个体户', { form: 'sole-trader' }],
    ['form', '不是个体户，是企业', { form: 'company' }],
    ['form', '2015', { founded: 2015 }],
    ['identity', '示例便利店', { name: '示例便利店' }],
    ['identity', '我们公司叫示例科技有限公司', { name: '示例科技有限公司', form: 'company' }],
    ['identity', '91420100MA0000000Y', { creditCode: '91420100MA0000000Y', form: 'company' }],
  ] as const)('%s: %s', ([question, text, facts]) =>
    expect(read(question, text)).toEqual({ ok: true, value: { skipped: false, facts } }),
  );

  test.for(['跳过', '不知道', '不方便说', 'skip', '下一题。', '算了吧'])('%s skips', (text) =>
    expect(read('size', text)).toEqual({ ok: true, value: { skipped: true, facts: {} } }),
  );

  test.for([
    ['place', '', 'empty'],
    ['place', '啥意思', 'no-place'],
    ['industry', '什么都做', 'no-industry'],
    ['size', '还可以', 'no-number'],
    ['titles', '好的', 'no-title'],
    ['titles', '我们是专精特新', 'which-level'],
    ['titles', '小巨人', 'which-level'],
    ['form', '你猜', 'no-form'],
    ['identity', '为什么要这个？', 'no-name'],
    ['identity', '91420100MA0000000X', 'credit-code-check'],
    ['identity', '91420100MA000000Y', 'credit-code-length'],
  ] as const)('%s: “%s” is refused: %s', ([question, text, error]) =>
    expect(read(question, text)).toEqual({ ok: false, error }),
  );

  test('what answers another question is taken too', () =>
    expect(read('industry', '我们在青山区')).toMatchObject({
      ok: true,
      value: { facts: { place: { district: '青山区' } } },
    }));
});

describe('facts laid over a profile', () => {
  test('qualifications are added, a year once known stays', () => {
    const first = withFacts(emptyProfile, { holdings: holdings(['high-tech', 2022]) });
    const second = withFacts(first, { holdings: holdings('high-tech', 'srdi-provincial') });
    expect(second.holdings).toEqual(holdings(['high-tech', 2022], 'srdi-provincial'));
    expect(withFacts(second, { staff: 3 }).holdings).toBe(second.holdings);
  });
  test('a city named again does not forget the district', () => {
    const city = { district: null, city: '武汉市', province: '湖北省' };
    expect(withFacts(aProfile(), { place: city }).place).toEqual(HONGSHAN);
    expect(withFacts(aProfile(), { place: { ...city, city: '黄石市' } }).place?.city).toBe('黄石市');
    expect(withFacts(emptyProfile, { place: city }).place).toEqual(city);
  });
});
