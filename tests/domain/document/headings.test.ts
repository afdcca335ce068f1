import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const clausesOf = (...lines: readonly string[]) =>
  structureDocument({ source: aSource(lines.join('\n')), segmenter: createFakeSegmenter() }).clauses;

const ids = (...lines: readonly string[]): readonly string[] => clausesOf(...lines).map(({ id }) => id);

describe('an outline by decimals', () => {
  test('nests below its headings, whatever number they have', () => {
    expect(
      ids(
        '1. 总则',
        '1.1 目的',
        '1.1.1适用范围。',
        '1.1.2 依据。',
        '1.2 原则。',
        '2. 申报',
        '2.1 条件。',
        '2.2 材料。',
      ),
    ).toEqual(['1', '1.1', '1.1.1', '1.1.2', '1.2', '2', '2.1', '2.2']);
    expect(ids('一、总则', '1.1 目的。', '1.2、原则。', '二、申报', '2.1.条件。', '2.2.材料。')).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.1',
      '2.2',
    ]);
  });

  test('needs no headings', () => {
    const clauses = clausesOf('1.1 目的。', '1.2 原则。', '2.1 条件。', '2.2 材料。');
    expect(clauses.map(({ id, number, path }) => `${id} ${number} ${path.join('/')}`)).toEqual([
      '1.1 1.1 ',
      '1.2 1.2 ',
      '2.1 2.1 ',
      '2.2 2.2 ',
    ]);
  });

  test('has a first member and misses none: days and quantities are no numbers', () => {
    const texts = [
      '1.1亿元以上的。',
      '1.2亿元以上的。',
      '5.12防灾日',
      '10.23 会议',
      '2.5 %以上。',
      '1.1版',
      '3.1 甲。',
    ];
    expect(clausesOf('一、甲', ...texts).map(({ number }) => number)).toEqual([
      '一、',
      ...texts.map(() => null),
    ]);
  });
});

describe('headings that the reader marked', () => {
  const marked = (...blocks: readonly (readonly [number, string] | string)[]) =>
    structureDocument({
      source: aSource(
        blocks.map((block) =>
          typeof block === 'string'
            ? { kind: 'paragraph', text: block }
            : { kind: 'heading', level: block[0], text: block[1] },
        ),
      ),
      segmenter: createFakeSegmenter(),
    }).clauses.map(({ kind, path, text }) => `${kind} ${[...path, text].join('/')}`);

  test('make sections of a text without numbers; the title stays before them', () => {
    expect(
      marked(
        [1, '江州市申报指南'],
        '各有关单位：',
        [2, '申报条件'],
        '在本市注册。',
        [3, '例外'],
        '无。',
        [2, '申报材料'],
        '申请表。',
      ),
    ).toEqual([
      'paragraph 江州市申报指南',
      'paragraph 各有关单位：',
      'section 申报条件',
      'paragraph 申报条件/在本市注册。',
      'section 申报条件/例外',
      'paragraph 申报条件/例外/无。',
      'section 申报材料',
      'paragraph 申报材料/申请表。',
    ]);
  });

  test('stand above the numbers that begin below them', () => {
    expect(marked([2, '甲类'], '一、条件', '1.守信。', [2, '乙类'], '一、条件', '1.守法。')).toEqual([
      'section 甲类',
      'section 甲类/一、条件',
      'item 甲类/一、条件/1.守信。',
      'section 乙类',
      'section 乙类/一、条件',
      'item 乙类/一、条件/1.守法。',
    ]);
  });

  test('stand beside the numbers that have the same mark', () => {
    expect(
      marked([2, '一、条件'], '守信。', [2, '附则'], '即日起施行。', [2, '二、材料'], '申请表。'),
    ).toEqual([
      'section 一、条件',
      'paragraph 一、条件/守信。',
      'section 附则',
      'paragraph 附则/即日起施行。',
      'section 二、材料',
      'paragraph 二、材料/申请表。',
    ]);
  });

  test('that are sentences or the same notice’s title again are none', () => {
    expect(
      marked([1, '关于申报的通知'], [1, '关于申报的通知'], '一、请于5月1日前申报。', [
        2,
        '本通知由市经信局解释。',
      ]),
    ).toEqual([
      'paragraph 关于申报的通知',
      'paragraph 关于申报的通知',
      'item 一、请于5月1日前申报。',
      'paragraph 本通知由市经信局解释。',
    ]);
  });
});
