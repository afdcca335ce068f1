import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const textsOf = (...lines: readonly string[]): readonly string[] =>
  structureDocument({
    source: aSource(['会展补贴申报指南', '一、申报时间', '全年受理。', '二、常见问题', ...lines].join('\n')),
    segmenter: createFakeSegmenter(),
  }).clauses.map(({ text }) => text);

describe('a question and its answer', () => {
  test.for([
    ['问：发票丢了怎么办？', '答：可以提供复印件。'],
    ['1.问：发票丢了怎么办？', '答：可以提供复印件。'],
    ['问1：发票丢了怎么办？', '答1：可以提供复印件。'],
    ['Q：发票丢了怎么办？', 'A：可以提供复印件。'],
    ['Q1. 发票丢了怎么办？', 'A1. 可以提供复印件。'],
    ['问题1：发票丢了怎么办？', '答复：可以提供复印件。'],
    ['问题一、发票丢了怎么办？', '解答：可以提供复印件。'],
    ['提问：发票丢了怎么办？', '回复：可以提供复印件。'],
  ] as const)('are one clause: %s %s', ([question, answer]) => {
    const found = textsOf(question, answer, '三、其他', '本指南由市商务局解释。');
    expect(found).toContain(`${question} ${answer}`);
  });

  test('are each their own: two pairs are two clauses', () => {
    const found = textsOf('问：甲可以吗？', '答：可以。', '问：乙可以吗？', '答：不可以。');
    expect(found.slice(-2)).toEqual(['问：甲可以吗？ 答：可以。', '问：乙可以吗？ 答：不可以。']);
  });

  test.for([
    ['问：甲可以吗？', '申报主体应当为企业。'],
    ['问：甲可以吗？', 'A：可以。'],
    ['答：可以。', '答：不可以。'],
    ['问题较多的企业暂缓申报。', '答复期限为五日。'],
  ] as const)('are not seen where marks do not belong together: %s %s', ([first, second]) => {
    expect(textsOf(first, second).slice(-2)).toEqual([first, second]);
  });

  test('a further paragraph of an answer stays its own', () =>
    expect(textsOf('问：甲可以吗？', '答：可以。', '以当年通知为准。').at(-1)).toBe('以当年通知为准。'));

  test('a row of a table is no question', () => {
    const { lines } = structureDocument({
      source: aSource([
        { kind: 'table', rows: [['问：甲可以吗？', '乙科']] },
        { kind: 'paragraph', text: '答：可以。' },
      ]),
      segmenter: createFakeSegmenter(),
    });
    expect(lines.at(-1)).toBe('答：可以。');
  });
});
