import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const clausesOf = (...lines: readonly string[]) =>
  structureDocument({ source: aSource(lines.join('\n')), segmenter: createFakeSegmenter() }).clauses;

describe('what stands behind a list', () => {
  const places = (...lines: readonly string[]): readonly string[] =>
    clausesOf('一、材料', ...lines, '二、时间', '常年受理。').map(({ id }) => id);

  test('belongs to what stands above the list, whose last item ends with a full stop', () =>
    expect(places('1.申请表；', '2.营业执照。', '以上材料一式两份。')).toContain('1.p1'));

  test.for([
    ['items of whole sentences', ['1.提交申请表。', '2.提交营业执照。', '营业执照应当年检。']],
    ['one item', ['1.提交申请表。', '表格应当盖章。']],
    ['a list that goes on', ['1.申请表；', '2.营业执照；', '营业执照应当年检。']],
  ] as const)('belongs to the last item behind %s', ([, lines]) =>
    expect(places(...lines)).toContain(`1.${lines.length - 1}.p1`),
  );

  test('numbers may go on behind it', () =>
    expect(places('1.申请表；', '2.营业执照。', '以上必须提供。', '3.审计报告。')).toEqual(
      expect.arrayContaining(['1.p1', '1.3']),
    ));
});

describe('telephone numbers at the end', () => {
  const CALL = ['联系人：甲某 联系电话：027-80000001', '监督举报：市商务局 027-80000002'] as const;
  const partsOf = (...lines: readonly string[]): readonly (readonly [string, string])[] =>
    clausesOf('一、时间', '常年受理。', ...lines, ...CALL, '附件：1.申请表').map(({ part, id }) => [
      part,
      id,
    ]);

  test('are behind the outline where the last item speaks of something else', () =>
    expect(
      partsOf('二、其他', '（一）不收费用。')
        .slice(-3)
        .map(([part]) => part),
    ).toEqual(['back', 'back', 'back']));

  test('stay below a heading that announces them', () =>
    expect(partsOf('二、联系方式').slice(-3)).toEqual([
      ['body', '2.p1'],
      ['body', '2.p2'],
      ['back', 'z.1'],
    ]));
});
