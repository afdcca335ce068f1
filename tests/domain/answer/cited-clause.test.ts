import { describe, expect, test } from 'vitest';
import { findCited } from '../../../src/domain/answer/cited-clause.ts';
import { readClauseSteps } from '../../../src/domain/answer/clause-steps.ts';
import { aPolicy } from '../../support/a-policy.ts';
import { parsedSeeds } from '../../support/parsed-seeds.ts';

const MEASURES = aPolicy('measures.txt', [
  '武汉市支持小微企业发展若干措施',
  '武政〔2021〕12号',
  '各区人民政府：',
  '第一章 总则',
  '第一条 为支持小微企业，制定本措施。',
  '第二章 扶持',
  '第二条 给予租金补贴。',
  '补贴每年兑付一次。',
  '第三条 给予贷款贴息。',
  '武汉市人民政府',
  '2021年5月1日',
]);
const NAMELESS = { ...MEASURES, title: null, documentNumber: null, file: 'nameless.txt' };
const LIBRARY = [...Object.values(await parsedSeeds()), MEASURES, NAMELESS];

const named = (words: string): string => {
  const cited = findCited(words, LIBRARY);
  switch (cited.kind) {
    case 'found':
      return `${cited.policy.file.slice(0, 3)} ${cited.clause?.id ?? '-'}`;
    case 'no-clause':
      return `${cited.policy.file.slice(0, 3)} no clause ${cited.place}`;
    case 'which-clause':
      return `${cited.policy.file.slice(0, 3)} which ${cited.clauses.map(({ id }) => id).join(' ')}`;
    case 'which-document':
      return `which ${cited.policies.map(({ file }) => file.slice(0, 3)).join(' ')} ${cited.place}`.trim();
    case 'no-document':
      return `no document ${cited.name}`;
    case 'document-needed':
      return cited.kind;
  }
};

describe('a document and its clause, as people name them', () => {
  test.for([
    // By number, in any brackets, with or without its prefix.
    ['武政〔2021〕12号 第三条', 'mea 2.3'],
    ['武政[2021]12号第三条', 'mea 2.3'],
    ['武政(2021)12号 3条', 'mea -'],
    ['武政〔2021〕12号', 'mea -'],
    ['〔2021〕12号第二条', 'mea 2.2'],
    ['武政202112号', 'mea -'],
    ['沪经信企〔2021〕1130号', '003 -'],
    // By title, whole, in part, with a slip.
    ['《武汉市支持小微企业发展若干措施》第二条', 'mea 2.2'],
    ['武汉市支持小微企业发展若干措施的第二条', 'mea 2.2'],
    ['支持小微企业若干措施 第三条', 'mea 2.3'],
    ['小微企业发展措施第三条', 'mea 2.3'],
    ['专精特新高质量发展行动计划 二、（一）3', '002 2.1.3'],
    ['专精特新高质量发展行动计划二、(一)3.', '002 2.1.3'],
    ['专精特新行动计划 2.1.3', '002 2.1.3'],
    ['专精特新行动计划 三、（二）', '002 3.2'],
    ['专精特新行动计划 第三部分', '002 3'],
    ['2023年中小企业工作要点任务清单 第24项', '001 3.24'],
    ['2020年全省促进中小企业发展工作要点 第11条', '004 11'],
    ['2023年中小企业工作要点 第5点', '000 2.2.5'],
    // The first paragraph of an article is in it, the others below.
    ['武政〔2021〕12号第二条第二款', 'mea 2.2.p1'],
    ['武政〔2021〕12号第二条第一款', 'mea 2.2'],
    // The clause may stand first.
    ['第三条，武政〔2021〕12号', 'mea 2.3'],
    ['《武汉市支持小微企业发展若干措施》（武政〔2099〕1号）第三条', 'mea 2.3'],
    ['nameless.txt', 'nam -'],
    ['依据：武政〔2021〕12号第三条', 'mea 2.3'],
  ] as const)('「%s」: %s', ([words, found]) => expect(named(words)).toBe(found));
});

describe('what is not there is not found', () => {
  test.for([
    ['武政〔2021〕12号 第九条', 'mea no clause 第九条'],
    ['武政〔2021〕12号第三条第二款', 'mea no clause 第三条第二款'],
    ['武政〔2022〕12号 第三条', 'no document 武政〔2022〕12号'],
    ['鄂政〔2021〕12号 第三条', 'no document 鄂政〔2021〕12号'],
    ['2022年中小企业工作要点 第5点', 'no document 2022年中小企业工作要点'],
    ['专精特新行动计划 第九部分', '002 no clause 第九部分'],
    ['生育保险办法 第三条', 'no document 生育保险办法'],
    ['第百零百条 专精特新行动计划', '002 no clause 第百零百条'],
    ['第三条', 'document-needed'],
    ['依据 第三条', 'document-needed'],
    ['', 'document-needed'],
    ['好', 'no document 好'],
  ] as const)('「%s」: %s', ([words, found]) => expect(named(words)).toBe(found));
});

describe('what can mean several is asked about', () => {
  test.for([
    ['武政〔2021〕12号 第二项', 'mea which 2 2.2'],
    ['专精特新行动计划 第3条', '002 which 2.1.3 2.2.3 2.3.3'],
    ['中小企业工作要点 第5条', 'which 000 001 第5条'],
  ] as const)('「%s」: %s', ([words, found]) => expect(named(words)).toBe(found));
});

test.for([
  ['第二十四条', [24], '第二十四条'],
  ['第二章第三条', [2, 3], '第二章第三条'],
  ['二、（一）3', [2, 1, 3], '二、(一)3'],
  ['（三）', [3], '(三)'],
  ['2027年6月', [], ''],
  ['3.5万元', [], ''],
] as const)('the steps of 「%s」 are %o', ([words, numbers, written]) => {
  const read = readClauseSteps(words);
  expect(read.steps.map(({ number }) => number)).toEqual(numbers);
  expect(read.written).toBe(written);
});
