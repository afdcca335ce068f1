import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import type { Block, StructuredDocument } from '../../../src/domain/document/types.ts';
import { aSource } from '../../support/a-source.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';
import { processorTime } from '../../support/processor-time.ts';

const segmenter = createFakeSegmenter();
const bare = (text: string): number => text.replace(/\s+/gu, '').length;

function structured(content: string | readonly Block[]): StructuredDocument {
  return structureDocument({ source: aSource(content), segmenter });
}

/** Which laws of coverage a document breaks. */
function breaches({ coverage, text, clauses }: StructuredDocument): readonly string[] {
  const dropped = coverage.dropped.reduce((sum, piece) => sum + piece.text.length, 0);
  const mended = coverage.repairs.reduce((sum, { from, to }) => sum + bare(to) - bare(from), 0);
  const laws: readonly (readonly [string, boolean])[] = [
    ['kept + dropped = characters', coverage.kept + dropped === coverage.characters],
    ['kept + repairs = text', coverage.kept + mended === bare(text)],
    ['dropped has no white space', coverage.dropped.every((piece) => /^\S+$/u.test(piece.text))],
    ['ids are unique', new Set(clauses.map((clause) => clause.id)).size === clauses.length],
  ];
  return laws.flatMap(([law, holds]) => (holds ? [] : [law]));
}

const PIECES = [
  '一、工作目标',
  '(一)支持企业。',
  '1.加快发展。(责任单位:市经信局)',
  '6.?dāng)U大規模',
  '各區(qū)人民政府',
  '???',
  '服务?、鼓励',
  '什么条件?',
  '首页 > 政务公开 > 正文',
  '版权所有 鄂ICP备1号',
  '武汉365bet娱乐app_体育投注',
  '序号\t任务\t责任单位',
  '1\t支持企业。\t市经信局',
  '\t\t2.支持。\t市经信局',
  '— 3 —',
  '<p>正文</p>',
  '\u0007\u200b\ud800',
  '附件',
  '2023年3月31日',
  '第一章 总则',
];

describe('no character disappears without a reason', () => {
  test('whatever lines a document is made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: anyCharacter })), { maxLength: 30 }),
        (lines) => {
          expect(breaches(structured(lines.join('\n')))).toEqual([]);
        },
      ),
    );
  });

  test('whatever blocks a document is made of', () => {
    const text = fc.constantFrom(...PIECES);
    const block = fc.oneof(
      text.map((words): Block => ({ kind: 'paragraph', text: words })),
      text.map((words): Block => ({ kind: 'heading', level: 1, text: words })),
      fc
        .array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
        .map((rows): Block => ({ kind: 'table', rows })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        expect(breaches(structured(blocks))).toEqual([]);
      }),
    );
  });

  test('control characters and halves of surrogate pairs are dropped as such', () => {
    const { coverage, text } = structured('支\u0007持\u200b企\ud800业');
    expect(text).toBe('支持企业');
    expect(coverage.dropped).toEqual([{ reason: 'control', text: '\u0007\u200b\ud800' }]);
  });

  test('an empty document has nothing', () => {
    expect(structured('')).toMatchObject({ text: '', clauses: [], coverage: { characters: 0, kept: 0 } });
  });
});

describe('a hostile document', () => {
  const LONG = 1_000_000;
  test.for([
    ['Simplified prose', '支持中小企业发展。'],
    ['Traditional prose with glosses', '區(qū)擴大。'],
    ['damage everywhere', '重?fù)p'],
    ['question marks', '很?'],
    ['brackets', '('],
    ['angle brackets', '<a '],
    ['numbers', '。1.'],
    ['chapters', '一、好。二、好。'],
    ['tabs', 'a\t'],
    ['quotes', '“'],
    ['breadcrumbs', 'a > '],
    ['spaces', '第 '],
  ] as const)('of a million characters on one line takes under 2 s: %s', ([, piece]) => {
    const text = piece.repeat(Math.floor(LONG / piece.length));
    const spent = processorTime();
    structured(text);
    expect(spent()).toBeLessThan(2000);
  });
});
