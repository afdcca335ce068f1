import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { parsePolicy } from '../../../src/domain/policy/parse-policy.ts';
import { readingsOf, shortTitle } from '../../../src/domain/reminder/readings.ts';
import type { Reading } from '../../../src/domain/reminder/types.ts';
import { whoseIs } from '../../../src/domain/reminder/whose.ts';
import { yearlyIn } from '../../../src/domain/reminder/yearly.ts';
import { aCall, aPolicy } from '../../support/a-policy.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';
import type { GoldNotice } from '../../support/measure-notices.ts';

const read = (...sentences: readonly string[]): readonly Reading[] =>
  readingsOf(aCall('2027年度技改项目', { sentences })).map(({ reading }) => reading);

describe('what an applicant has to know', () => {
  test('a day with its year, and the sentence that it came from, is certain', () => {
    expect(read('企业网上申报时间为2026年12月1日至2026年12月20日17时。')).toEqual([
      expect.objectContaining({
        title: '2027年度技改项目',
        from: '2026-12-01',
        on: '2026-12-20',
        at: '17:00',
        region: '武汉市',
        doubts: [],
        snippet: expect.stringContaining('2026年12月20日17时'),
      }),
    ]);
  });

  test.for([
    ['企业应于12月20日前在线提交申报书。', ['implied-year']],
    ['企业应于2026年12月20日（星期一）前在线提交申报书。', ['weekday']],
    ['企业应于2026年10月20日前在线提交申报书。', ['before-publication']],
    ['企业应于2036年12月20日前在线提交申报书。', ['before-publication']],
    ['自本通知发布之日起30日内，企业提出申请。', ['counted']],
    ['请于2026年12月20日前将纸质材料送交我局中小企业处。', ['whose']],
  ] as const)('「%s」 waits for a person: %j', ([sentence, doubts]) => {
    expect(read(sentence)).toEqual([expect.objectContaining({ doubts })]);
  });

  test('two days for the same thing are both in doubt; one day said twice is one deadline', () => {
    const [one, other, ...more] = read(
      '企业网上申报截止时间为2026年12月20日。',
      '企业网上申报截止时间为2026年12月25日。',
    );
    expect([one?.doubts, other?.doubts, more]).toEqual([['two-days'], ['two-days'], []]);
    expect(
      read('企业网上申报截止时间为2026年12月20日。', '企业网上申报截止时间为2026年12月20日。'),
    ).toHaveLength(1);
  });

  test('days of the offices that forward it are left out', () => {
    const found = read(
      '企业于2026年12月10日前在线申报。',
      '各区经信局于2026年12月20日前将推荐文件报送我局。',
      '县级审核截至2026年12月25日。',
    );
    expect(found.map(({ on }) => on)).toEqual(['2026-12-10']);
  });

  test('what can be applied for at any time has no day; a task is no deadline of an applicant', () => {
    expect(read('企业可常年申报。', '各区于2026年12月底前完成总结。')).toEqual([
      expect.objectContaining({ on: null, yearly: null, kind: 'application' }),
    ]);
  });

  test('a document of no known region, of an unknown district, or a draft waits', () => {
    const lines = ['企业网上申报时间为2027年12月1日至2027年12月20日。'];
    const doubts = (title: string) =>
      readingsOf(aPolicy('x.txt', [title, ...lines])).flatMap(({ reading }) => reading.doubts);
    expect(doubts('关于组织申报技改项目的通知')).toContain('no-region');
    const call = aCall('技改', { sentences: lines });
    expect(readingsOf({ ...call, draft: true })[0]?.reading.doubts).toContain('draft');
    expect(readingsOf({ ...call, level: '区' })[0]?.reading.doubts).toContain('no-region');
    expect(readingsOf({ ...call, documentNumber: '武经信〔2025〕8号' })[0]?.reading.doubts).toContain(
      'before-publication',
    );
  });

  test('days to object to a published list are only for those who follow the matter', () => {
    const policy = aPolicy('list.txt', [
      '武汉市经济和信息化局关于2026年度技改项目拟支持企业名单的公示',
      '公示期为2026年11月9日至11月15日。',
      '武汉市经济和信息化局',
      '2026年11月9日',
    ]);
    expect(readingsOf(policy).map(({ reading }) => [reading.kind, reading.on])).toEqual([
      ['objection', '2026-11-15'],
    ]);
  });

  test('a bare label is said together with the heading above it', () => {
    const policy = aPolicy('guide.txt', [
      '武汉市惠企政策服务指南',
      '一、技改补贴',
      '1.申报时间：2027年5月16日至2027年6月30日',
      '二、首台套奖励',
      '1.申报时间：2027年7月1日至2027年7月30日',
    ]);
    expect(readingsOf(policy).map(({ reading }) => reading.what)).toEqual([
      expect.stringContaining('技改补贴'),
      expect.stringContaining('首台套奖励'),
    ]);
  });
});

describe('titles in short', () => {
  test.for([
    ['武汉市经济和信息化局关于组织申报2027年度专项资金的通知', '2027年度专项资金'],
    ['关于组织开展2027年度专精特新中小企业申报工作的通知', '2027年度专精特新中小企业申报'],
    ['武汉市惠企政策服务指南', '武汉市惠企政策服务指南'],
  ] as const)('%s', ([title, short]) => expect(shortTitle(title, 'x')).toBe(short));

  test('without a title it is what is due; a very long one is cut', () => {
    expect(shortTitle(null, '技改申报')).toBe('技改申报');
    expect(shortTitle('长'.repeat(90), 'x')).toHaveLength(41);
  });
});

describe('whose day it is', () => {
  test.for([
    ['企业登录平台提交申请书', 'applicant'],
    ['网络填报时间', 'applicant'],
    ['将推荐文件和汇总表报送市经信局', 'office'],
    ['各区科技局完成网上审核', 'office'],
    ['主管部门完成推荐', 'office'],
    ['县工信局汇总报市工信局', 'office'],
    ['将材料送达', 'unknown'],
  ] as const)('%s: %s', ([what, whose]) => expect(whoseIs(what, '')).toBe(whose));

  test('the heading can tell', () => expect(whoseIs('纸质材料', '三、申报时间')).toBe('applicant'));
});

describe('what comes again', () => {
  test.for([
    ['每年3月1日开放申报，5月底关闭', { months: [5], day: 31 }],
    ['每年元月6日前报送', { months: [1], day: 6 }],
    ['每月22日前报送', { months: [], day: 22 }],
    ['每月最后一天报送', { months: [], day: 31 }],
    ['每季度最后一个月的15日前报送', { months: [3, 6, 9, 12], day: 15 }],
    ['每季度末报送', { months: [3, 6, 9, 12], day: 31 }],
    ['每月8日、18日、26日前报送', null],
    ['每年6月和11月各组织一次', null],
    ['常年受理', null],
  ] as const)('%s', ([words, rule]) => expect(yearlyIn(words)).toEqual(rule));
});

describe('invented notices of all shapes', () => {
  const folder = join(import.meta.dirname, '../../fixtures/notices');
  const certain = async () => {
    const reader = createDocumentReader();
    const files = readdirSync(folder).filter((file) => !file.endsWith('.json'));
    const all = await Promise.all(
      files.map(async (file) => {
        const source = await reader.read({ name: file, bytes: readFileSync(join(folder, file)) });
        const document = structureDocument({ source, segmenter: createFakeSegmenter() });
        const policy = parsePolicy({ document, resolveUnit: () => null });
        const gold = file.replace(/\.[a-z]+$/, '.gold.json');
        const { deadlines } = JSON.parse(readFileSync(join(folder, gold), 'utf8')) as GoldNotice;
        const sure = readingsOf(policy).flatMap(({ reading }) =>
          reading.doubts.length === 0 && reading.on !== null ? [reading] : [],
        );
        return sure.map((reading) => ({
          file,
          reading,
          isRight: deadlines.some(
            ({ on, accept = [], at }) => [on, ...accept].includes(reading.on) && (at ?? null) === reading.at,
          ),
        }));
      }),
    );
    return all.flat();
  };

  test('of those that are reminded of without a confirmation nineteen of twenty have the exact day and hour', async () => {
    const sure = await certain();
    const wrong = sure
      .filter(({ isRight }) => !isRight)
      .map(({ file, reading }) => `${file} ${reading.on} ${reading.what}`);
    expect(sure.length).toBeGreaterThanOrEqual(11);
    expect(wrong.length <= sure.length * 0.05 ? [] : wrong).toEqual([]);
  });
});
