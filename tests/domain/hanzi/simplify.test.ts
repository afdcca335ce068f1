import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTraditional, simplifyTraditional, toSimplified } from '../../../src/domain/hanzi/simplify.ts';

const TABLE: readonly (readonly [string, string])[] = [
  ['優勢顯著', '优势显著'],
  ['著名高校與著作權', '著名高校与著作权'],
  ['執著專注', '执着专注'],
  ['著力提升質量', '着力提升质量'],
  ['隨著經濟發展', '随着经济发展'],
  ['編著與論著', '编著与论著'],
  ['乾燥設備', '干燥设备'],
  ['乾坤與領導幹部', '乾坤与领导干部'],
  ['貸款餘額', '贷款余额'],
  ['1.7萬余家', '1.7万余家'],
  ['徵集與征收稅費', '征集与征收税费'],
  ['製造業與制度', '制造业与制度'],
  ['后疫情時代與後續', '后疫情时代与后续'],
  ['里程與公里裡', '里程与公里里'],
  ['營業收入復合增長', '营业收入复合增长'],
  ['覆蓋與答覆', '覆盖与答复'],
  ['準入與批准', '准入与批准'],
  ['關係、聯繫、系統', '关系、联系、系统'],
  ['云計算與雲服務', '云计算与云服务'],
  ['佈局、公布於眾', '布局、公布于众'],
  ['掛帥與衝擊', '挂帅与冲击'],
  ['說明、説明', '说明、说明'],
];

describe('Traditional to Simplified', () => {
  test.for(TABLE)('%s', ([traditional, simplified]) => {
    expect(toSimplified(traditional)).toBe(simplified);
  });

  test.for(['著名高校', '境外着名高校', '余额', '干部', '乾隆', '征收', '后勤', '瞭望', '于是,范围', ''])(
    'a Simplified text with %s comes out unchanged',
    (words) => {
      const text = `${words},支持企业发展`;
      expect(toSimplified(text)).toBe(text);
    },
  );

  test('what comes out is never converted a second time', () => {
    const sample = TABLE.map(([traditional]) => traditional);
    fc.assert(
      fc.property(fc.shuffledSubarray(sample), (parts) => {
        const once = toSimplified(parts.join('。'));
        expect(toSimplified(once)).toBe(once);
        expect(once).toHaveLength(parts.join('。').length);
      }),
    );
  });

  test('a character whose Simplified form is longer or shorter stays, so that offsets hold', () => {
    expect(simplifyTraditional('規模企業的顗')).toBe('规模企业的顗');
    expect(simplifyTraditional('\u{2f800}規模')).toBe('\u{2f800}规模');
  });

  test.for([
    ['促進中小企業發展', true],
    ['促进中小企业发展', false],
    ['2023', false],
    ['余', false],
    ['促進中小企業發展,见《中小企业促进法》第十条说明', false],
  ] as const)('%s: Traditional is %s', ([text, expected]) => {
    expect(isTraditional(text)).toBe(expected);
  });
});
