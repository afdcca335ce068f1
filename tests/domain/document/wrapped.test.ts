import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const clausesOf = (...lines: readonly string[]) =>
  structureDocument({ source: aSource(lines.join('\n')), segmenter: createFakeSegmenter() }).clauses;

describe('lines broken at the page’s edge', () => {
  const WRAPPED = [
    '关于支持冷库建设的措施',
    '为推动农产品加工业高质量发展，结合我县实际情况，制定以下',
    '措施：',
    '1.对新建冷库的，按设备投资额的百分之十给予补助，最高补助200',
    '万元。（责任单位：县农业农村局、县财',
    '政局）',
    '2.对购置烘干、分级、冷链设备的，按照购置金额给予补贴，参加 R&D',
    'Plan 的企业优先，每台套最高不超过八万元，总额另行规定。',
    '3.对吸纳脱贫人口就业的，按每人每年两千元的标准给予补贴，',
    '连续三年。',
    '4.对首次获得绿色食品、有机农产品认证的，每个产品分别奖励',
    '两万元、五万元，奖金由经营主体自行分配，不得挪作他用。',
    '5.种植、养殖环节的补贴按照县有关规定执行，不重复享受，由县',
    '农业农村局负责解释。',
  ];

  test('are joined within a clause, not beyond it', () => {
    expect(clausesOf(...WRAPPED).map(({ text }) => text)).toEqual([
      '关于支持冷库建设的措施',
      '为推动农产品加工业高质量发展，结合我县实际情况，制定以下措施：',
      '1.对新建冷库的，按设备投资额的百分之十给予补助，最高补助200万元。（责任单位：县农业农村局、县财政局）',
      '2.对购置烘干、分级、冷链设备的，按照购置金额给予补贴，参加 R&D Plan 的企业优先，每台套最高不超过八万元，总额另行规定。',
      '3.对吸纳脱贫人口就业的，按每人每年两千元的标准给予补贴，连续三年。',
      '4.对首次获得绿色食品、有机农产品认证的，每个产品分别奖励两万元、五万元，奖金由经营主体自行分配，不得挪作他用。',
      '5.种植、养殖环节的补贴按照县有关规定执行，不重复享受，由县农业农村局负责解释。',
    ]);
  });

  test('are no narrower for a line whose characters the typesetter spaced out', () => {
    const wide = '为 支 持 农 产 品 加 工 业（ 含 冷 链 ） 高 质 量 发 展， 结 合 本 县 的 实 际， 制 定';
    const [, first, ...others] = clausesOf(WRAPPED[0] as string, wide, ...WRAPPED.slice(2));
    expect(first?.text).toBe('为支持农产品加工业（含冷链）高质量发展，结合本县的实际，制定措施：');
    expect(others).toHaveLength(5);
    expect(clausesOf('联 系 人： 张 三 李 四')[0]?.text).toBe('联 系 人： 张 三 李 四');
  });

  test('a list of names and a text with a longer line keep their lines', () => {
    const names = Array.from({ length: 12 }, (_, at) => `江州市第${at + 1}高新技术装备制造股份有限公司`);
    expect(clausesOf(...names)).toHaveLength(12);
    const long = `${'为推动发展，'.repeat(12)}制定本措施。`;
    expect(clausesOf(long, ...WRAPPED)).toHaveLength(WRAPPED.length + 1);
  });
});
