import { describe, expect, test } from 'vitest';
import { isAdvertising, isFurniture } from '../../../src/domain/document/furniture.ts';
import { structureDocument } from '../../../src/domain/document/structure.ts';
import { aSource } from '../../support/a-source.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const structured = (text: string) =>
  structureDocument({ source: aSource(text), segmenter: createFakeSegmenter() });

const reasons = (text: string): readonly string[] =>
  structured(text).coverage.dropped.map(({ reason }) => reason);

describe('lost spaces', () => {
  test('rows of question marks are lost non-breaking spaces', () => {
    const { text, coverage } = structured('????武汉市\n?\n???????2023年3月31日');
    expect(text).toBe('武汉市\n2023年3月31日');
    expect(coverage.dropped).toEqual([{ reason: 'lost-space', text: '?'.repeat(12) }]);
  });

  test('two at a line’s start are a lost indent', () => {
    expect(structured('??公示期为5天。\n??某省农业农村厅\n联系人:甲处?张某').text).toBe(
      '公示期为5天。\n某省农业农村厅\n联系人:甲处张某',
    );
  });

  test('one beside punctuation or behind a bracket is lost too', () => {
    expect(structured('平台服务?、鼓励企业。(责任单位:省工信厅)?').text).toBe(
      '平台服务、鼓励企业。(责任单位:省工信厅)',
    );
  });

  test('a question keeps its mark, also where other spaces were lost', () => {
    const text = '什么是专精特新?怎么申报?';
    expect(structured(text).text).toBe(text);
    expect(structured(`????\n${text}`).text).toBe(text);
  });

  test('a mark that nothing explains stays in a document that lost no spaces', () => {
    expect(structured('企业?发展').text).toBe('企业?发展');
  });

  test('an address keeps its query', () => {
    const text = '见http://example.com/a?id=1';
    expect(structured(`????\n${text}`).text).toBe(text);
  });
});

describe('page furniture', () => {
  test.for([
    '首页 > 政务公开 > 政策文件 > 正文',
    '当前位置:首页>通知公告',
    '您现在的位置：首页 > 公告',
    '【字体：大 中 小】',
    '字号：大 中 小',
    '打印 | 关闭',
    '扫一扫在手机打开当前页',
    '浏览次数：1234次',
    '浏览次数：1,234次',
    '上一篇：关于开展申报工作的通知',
    '首页 | 新闻 | 公开 | 服务',
    '网站地图',
  ])('%s is furniture', (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  test.for([
    '一、支持范围',
    '市级财政给予20万元奖励。',
    '按照“技术—零件—部件”发展路径',
    '牵头单位：市经信局 | 配合单位：市科技局',
    '主办单位：市经信局',
    '打印机产业集群',
    '平台总访问量累计达3531万人次',
  ])('%s is text', (text) => {
    expect(isFurniture(text)).toBe(false);
    expect(structured(`标题\n${text}\n正文。`).text).toContain(text);
  });

  test('particulars of the page lose only what is furniture', () => {
    for (const more of ['浏览次数:12 字号:大 中 小', '浏览次数:1,312', '打印 分享'])
      expect(structured(`发布时间:2023-03-31 来源:市经信局 ${more}\n正文。`).lines[0]).toBe(
        '发布时间:2023-03-31 来源:市经信局',
      );
  });

  test('a foot is dropped with the lines around its registration number, a body is not', () => {
    const text = [
      '通知',
      '各区:',
      '一、支持企业。',
      '主办单位:某某办公室',
      '鄂ICP备1号',
      '政府服务热线',
      '12345',
    ];
    expect(structured(text.join('\n')).lines).toEqual(['通知', '各区:', '一、支持企业。']);
    expect(reasons(text.join('\n'))).toEqual(['furniture']);
  });

  test('page numbers are page breaks', () => {
    expect(reasons('一、支持企业。\n— 12 —\n第3页 共10页')).toEqual(['page-break']);
    expect(reasons('一、支持企业。\n－ 3 －')).toEqual(['page-break']);
  });

  test('a hidden second copy of the body is a duplicate', () => {
    const body = ['一', '二', '三', '四'].map(
      (number) => `${number}、${'支持中小企业专精特新发展的若干措施'.repeat(4)}。`,
    );
    const { lines, coverage } = structured(['通知', ...body, ...body].join('\n'));
    expect(lines).toEqual(['通知', ...body]);
    expect(coverage.dropped).toEqual([{ reason: 'duplicate', text: body.join('') }]);
  });

  test('a title that is repeated stays', () => {
    expect(structured('武汉市行动计划\n一、支持。\n武汉市行动计划').lines).toHaveLength(3);
  });
});

describe('advertising', () => {
  test.for(['武汉365体育世界杯专用版_365bet娱乐app_best365官网体育投注', '澳门威尼斯人官网登录', 'bet365'])(
    '%s is spam',
    (text) => {
      expect(isAdvertising(text)).toBe(true);
    },
  );

  test.for([
    '严厉打击网络博彩平台、百家乐等违法行为。',
    '体育彩票公益金',
    '发展体育娱乐产业',
    '全年365天服务',
    'beta版平台',
  ])('%s is text', (text) => {
    expect(isAdvertising(text)).toBe(false);
  });
});
