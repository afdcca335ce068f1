import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDamageRepair, isDamaged } from '../../../src/domain/hanzi/damage.ts';
import { gbkCharacter, gbkCode } from '../../../src/domain/hanzi/gbk.ts';
import { dropGlosses } from '../../../src/domain/hanzi/gloss.ts';
import { simplifyTraditional } from '../../../src/domain/hanzi/simplify.ts';
import { damageGbk } from '../../support/damage-gbk.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';
import { runs } from '../../support/runs.ts';

const GLOSSED = new Set('聯當側優負進區發項點個實強業對動達歷戰導裝髪證儀資專畫領運鬧寶');

const SENTENCES = [
  '統籌全年執行計劃，創新撥付方式，加快撥付進度。',
  '６．擴大小微企業貸款規模。',
  '創新科技副總人才支持政策，優先面向創新型企業人才需求。',
  '對嚴重損害企業合法權益、破壞發展環境的行為加大查處力度。',
  '推動中小企業數字化轉型，提升管理水平和服務能力。',
  '加大對中小企業的支持力度，鼓勵高校參與成果轉化。',
  '深入推進知識產權保護，完善公平競爭的市場環境。',
];

/** The same sentences elsewhere: what fills a place where bytes were lost for good. */
const PARALLEL = SENTENCES.map((sentence) => simplifyTraditional(sentence)).join('\n');

function repaired(line: string, parallels: readonly string[] = []): string {
  const repair = createDamageRepair({ segmenter: createFakeSegmenter(), parallels, halfWidth: false });
  return simplifyTraditional(repair(dropGlosses(line).text).text);
}

describe('GBK', () => {
  test('every character comes back from its code', () => {
    for (const character of '企服，。Ａ當镕') {
      const code = gbkCode(character) ?? 0;
      expect(gbkCharacter(code >> 8, code % 256)).toBe(character);
    }
    expect(gbkCode('A')).toBeNull();
    expect(gbkCharacter(0xac, 0xbc)).toBe('');
  });
});

describe('glosses put into raw bytes', () => {
  test('damage as the web does it: a half character swallows the bracket', () => {
    expect(damageGbk('６．擴大', new Set('當'))).toBe('６．?dāng)U大');
    expect(damageGbk('創新撥付方式，加快撥付進度', new Set('聯進'))).toBe(
      '創新?lián)芨斗绞剑涌鞊芨哆M(jìn)度',
    );
  });

  test.for([
    ['６．?dāng)U大', '６．扩大'],
    ['6.?dāng)U大', '6.扩大'],
    ['特別是嚴重?fù)p害企業', '特别是严重损害企业'],
    ['創新?lián)芨斗绞剑涌鞊芨哆M(jìn)度', '创新拨付方式，加快拨付进度'],
  ])('%s is put right', ([damaged, restored]) => {
    expect(repaired(damaged ?? '', [PARALLEL])).toBe(restored);
  });

  test('two damaged places side by side, with a pair lost between them', () => {
    expect(damageGbk('我國經濟', new Set('覈經'))).toBe('我?hé)?jīng)濟');
    expect(repaired('我?hé)?jīng)濟', ['我国经济'])).toBe('我国经济');
  });

  test('the end of a line closes a shift', () => {
    expect(repaired('予以補貼的政策?zhé)')).toBe('予以补贴的政策。');
  });

  test('a swallowed digit is not made up', () => {
    expect(damageGbk('各類活動10場以上', new Set('顒'))).toBe('各類活?yóng)?0場以上');
    expect(repaired('各類活?yóng)?0場以上')).toContain('?0场以上');
  });

  test('a swallowed digit is filled in where a parallel text has the same words around it', () => {
    expect(repaired('開展各類交流活?yóng)?0場以上', ['开展各类交流活动20场以上'])).toBe(
      '开展各类交流活动20场以上',
    );
    expect(
      repaired('開展各類交流活?yóng)?0場以上', ['开展各类交流活动20场以上', '开展各类交流活动50场以上']),
    ).toBe('开展各类交流活动?0场以上');
  });

  test('whatever is damaged is restored, given a parallel text', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SENTENCES, { minLength: 1 }),
        fc.subarray([...GLOSSED]),
        (sentences, glossed) => {
          const clean = sentences.join('');
          expect(repaired(damageGbk(clean, new Set(glossed)), [PARALLEL])).toBe(simplifyTraditional(clean));
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test('clean text stays as it is', () => {
    for (const sentence of SENTENCES) {
      expect(isDamaged(sentence)).toBe(false);
      expect(repaired(sentence)).toBe(simplifyTraditional(sentence));
    }
    expect(repaired('什么是专精特新?(见附件)')).toBe('什么是专精特新?(见附件)');
  });

  test('a place that nothing fits is left alone', () => {
    expect(repaired('A?dāng)')).toBe('A?dāng)');
  });

  test('three hundred places are the most that one document gets', () => {
    const repair = createDamageRepair({ segmenter: createFakeSegmenter(), parallels: [], halfWidth: false });
    const { repairs } = repair('重?fù)p'.repeat(2000));
    expect(repairs).toHaveLength(300);
    expect(repair('重?fù)p').repairs).toHaveLength(0);
  });
});
