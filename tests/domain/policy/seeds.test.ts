import { beforeAll, describe, expect, test } from 'vitest';
import { linkPolicies } from '../../../src/domain/policy/link.ts';
import type { Policy } from '../../../src/domain/policy/types.ts';
import { parsedSeeds } from '../../support/parsed-seeds.ts';

type Seeds = Awaited<ReturnType<typeof parsedSeeds>>;
let seeds: Seeds;
beforeAll(async () => {
  seeds = await parsedSeeds();
});

const benefits = (policy: Policy, id: string): readonly string[] =>
  policy.clauses
    .filter((clause) => clause.id === id)
    .flatMap((clause) =>
      clause.benefits.map(
        (one) => `${one.who} ${one.amountYuan === null ? `×${one.rate}` : one.amountYuan / 10_000}`,
      ),
    );

test('the five tell their titles', () =>
  expect(Object.values(seeds).map((policy) => policy.title)).toEqual([
    '武汉市2023年中小企业工作要点',
    '武汉市2023年中小企业工作要点任务清单',
    '市人民政府关于印发武汉市促进中小企业“专精特新”高质量发展行动计划的通知',
    '上海市“十四五”促进中小企业发展规划',
    '2020年全省促进中小企业发展工作要点',
  ]));

test('and where they come from', () =>
  expect(Object.values(seeds).map((policy) => `${policy.level} ${policy.region}`)).toEqual([
    '市 武汉市',
    '市 武汉市',
    '市 武汉市',
    '市 上海市',
    '省 湖南省',
  ]));

test('and when, where they say so', () => {
  expect(seeds.plan).toMatchObject({
    signedOn: '2023-03-31',
    issuingAuthority: '武汉市促进中小企业发展工作领导小组',
  });
  expect(seeds.programme).toMatchObject({
    publishedOn: '2021-12-06',
    signedOn: '2021-10-30',
    validUntil: '2024-12-31',
  });
  expect(seeds.shanghai).toMatchObject({
    documentNumber: '沪经信企〔2021〕1130号',
    planYears: { from: 2021, to: 2025 },
  });
  expect(seeds.hunan).toMatchObject({ publishedOn: '2020-03-10', planYears: { from: 2020, to: 2020 } });
});

describe('the programme for 专精特新 says who gets what', () => {
  test('双创示范基地', () =>
    expect(benefits(seeds.programme, '2.1.2')).toEqual([
      '经认定的国家级小型微型企业创业创新示范基地 100',
      '经认定的省级小型微型企业创业创新示范基地 50',
      '经认定的市级小型微型企业创业创新示范基地 30',
    ]));
  test('小进规 with matching', () =>
    expect(benefits(seeds.programme, '2.1.3')).toEqual([
      '首次进入规模以上的工业企业 20',
      '首次进入规模以上的工业企业 ×1',
    ]));
  test('小巨人', () =>
    expect(benefits(seeds.programme, '2.1.4')).toEqual([
      '获批国家级专精特新“小巨人”企业 50',
      '获批省级专精特新“小巨人”企业 20',
    ]));
  test('专利组合', () =>
    expect(benefits(seeds.programme, '2.3.1')).toEqual([
      '“专精特新”企业开展高价值专利组合培育,符合条件的项目 50',
    ]));
  test('灯塔工厂', () =>
    expect(benefits(seeds.programme, '2.4.1')).toEqual([
      '认定为全球灯塔工厂的企业 1000',
      '认定为市级标杆智能(链主)工厂的企业 500',
      '认定为市级智能化改造示范项目的企业 200',
    ]));
  test('标准', () =>
    expect(benefits(seeds.programme, '2.4.2').map((one) => one.replace(/中融合.*(?= )|的单位/, ''))).toEqual([
      '主持制定国际标准 100',
      '主持制定国家标准 50',
      '主持制定行业标准 30',
      '主持制定地方标准 10',
      '主持制定团体标准 10',
      '主导制定知识产权服务国家标准 30',
      '主导制定知识产权服务行业标准 20',
      '主导制定知识产权服务地方标准 10',
      '主导制定知识产权服务先进团体标准 5',
    ]));
  test('创客中国', () => {
    const prizes = benefits(seeds.programme, '2.4.3');
    expect(prizes[0]).toBe('参加“创客中国”中小企业创新创业大赛,市级获奖企业(项目)一等奖 30');
    expect(prizes.map((one) => one.slice(one.indexOf(')') + 1))).toEqual([
      '一等奖 30',
      '二等奖 20',
      '三等奖 10',
      '优秀奖 5',
    ]);
  });
});

test('goals, funds and loans of the other four are no benefits', () => {
  const others = [seeds.plan, seeds.tasks, seeds.shanghai, seeds.hunan];
  expect(
    others.flatMap((policy) =>
      policy.clauses.flatMap((clause) => clause.benefits.filter((one) => one.amountYuan !== null)),
    ),
  ).toEqual([]);
});

test('every row of the task list has its units', () => {
  const rows = seeds.tasks.clauses.filter((clause) => clause.kind === 'row');
  expect(rows).toHaveLength(59);
  expect(rows.every((row) => row.units.length > 0)).toBe(true);
  expect(rows[6]?.units.map(({ name }) => name)).toEqual([
    '市经信局',
    '市促进中小企业发展工作领导小组各成员单位',
    '市有关部门',
    '各区人民政府',
  ]);
});

test('the twenty clauses of the programme have theirs', () =>
  expect(seeds.programme.clauses.filter((clause) => clause.units.length > 0)).toHaveLength(20));

describe('the plan and its task list', () => {
  test('are linked row by row', () => {
    const links = linkPolicies(Object.values(seeds));
    expect(new Set(links.map((link) => `${link.from.policy} ${link.to.policy}`)).size).toBe(1);
    expect(links[0]).toMatchObject({ from: { policy: seeds.plan.id }, to: { policy: seeds.tasks.id } });
    expect(new Set(links.map((link) => link.to.clause)).size).toBeGreaterThanOrEqual(55);
  });
  test('a clause of the plan may have several rows', () => {
    const rows = linkPolicies([seeds.plan, seeds.tasks]).filter((link) => link.from.clause === '2.2.6');
    expect(rows.map((link) => link.to.clause)).toEqual(['3.16', '3.17', '3.18']);
  });
  test('are linked with nothing else', () =>
    expect(linkPolicies([seeds.tasks, seeds.programme, seeds.shanghai, seeds.hunan])).toEqual([]));
});
