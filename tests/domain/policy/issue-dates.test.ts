import { describe, expect, test } from 'vitest';
import { findMetadata } from '../../../src/domain/policy/metadata/find-metadata.ts';
import type { PolicyMetadata } from '../../../src/domain/policy/types.ts';

const read = (...lines: readonly string[]): PolicyMetadata => findMetadata(lines, lines.join('\n'));
const body = ['各区经信局，各有关企业：', '现将有关事项通知如下：', '一、申报时间', '请于4月18日前报送。'];

describe('the dates', () => {
  test('of page and signature are two', () =>
    expect(
      read(
        '关于申报的通知',
        '发布时间:2031-03-06 15:32 来源:江州市财政局',
        ...body,
        '江州市财政局',
        '二〇三一年三月一日',
      ),
    ).toMatchObject({
      publishedOn: '2031-03-06',
      signedOn: '2031-03-01',
    }));
  test('a stamp in the head is the page’s', () =>
    expect(read('关于申报的通知', '2031/3/6 15:32:00', ...body).publishedOn).toBe('2031-03-06'));
  test('a label without a day gives none', () =>
    expect(read('关于申报的通知', '发布时间：另行通知', '发布日期：2031-03-06', ...body).publishedOn).toBe(
      '2031-03-06',
    ));
  test('a bare day in the midst of a text is no signature', () =>
    expect(
      read('关于申报的通知', ...body, '2031年3月1日', ...Array.from({ length: 12 }, () => '请各区抓好落实。'))
        .signedOn,
    ).toBeNull());
  test('of printing count where no other stands', () =>
    expect(read('关于申报的通知', ...body, '江州市人民政府办公室 2031年4月3日印发').publishedOn).toBe(
      '2031-04-03',
    ));
  test('a day without a signer counts at the foot and before what is handed out', () => {
    expect(read('关于申报的通知', ...body, '2031年3月1日').signedOn).toBe('2031-03-01');
    expect(
      read('关于申报的通知', ...body, '2031年3月1日', '（此件主动公开）', '一、总则', '二、附则').signedOn,
    ).toBe('2031-03-01');
  });
  test('a day whose 年, 月 and 日 were swallowed is read where it can be one day only', () => {
    const signed = (day: string) => read('关于申报的通知', ...body, '江州市财政局', day).signedOn;
    expect(signed('2031628')).toBe('2031-06-28');
    expect(signed('20311015')).toBe('2031-10-15');
    expect(signed('2031112')).toBeNull();
    expect(signed('203166')).toBeNull();
    expect(read('关于印发要点的通知', ...body, '2031327', '（此件主动公开）', '一、总则').signedOn).toBe(
      '2031-03-27',
    );
  });
  test('an end of applications is not the page’s', () =>
    expect(
      read('关于申报的通知', '2031-10-11 申报截止时间', '受理时间:2031年10月1日', ...body).publishedOn,
    ).toBeNull());
});

describe('validity', () => {
  const validity = (sentence: string) => {
    const { effectiveOn, validUntil } = read(
      '江州市某办法',
      ...body,
      sentence,
      '江州市财政局',
      '2031年3月1日',
    );
    return `${effectiveOn}~${validUntil}`;
  };
  const SENTENCES: readonly (readonly [string, string])[] = [
    ['本办法自公布之日起施行，有效期2年。', '2031-03-01~2033-02-28'],
    ['本办法自2031年3月15日起施行，有效期4年。', '2031-03-15~2035-03-14'],
    ['本措施自发布之日起施行，暂定两年有效期。', '2031-03-01~2033-02-28'],
    ['本政策自2031年7月1日起执行，暂定两年。', '2031-07-01~2033-06-30'],
    ['本计划自公布之日起施行，有效期至2035年12月31日。', '2031-03-01~2035-12-31'],
    ['本政策执行至2033年12月31日。', 'null~2033-12-31'],
    ['本政策实施期限截至2033年底。', 'null~2033-12-31'],
    ['本办法自印发之日起30日后施行。', '2031-03-31~null'],
    ['本办法自2031年5月1日起施行，《旧办法》（江政〔2028〕3号）同时废止。', '2031-05-01~null'],
    ['本办法自2031年7月1日起施行，有效期18个月。', '2031-07-01~2032-12-31'],
    ['本办法自2031年8月31日起施行，有效期6个月。', '2031-08-31~2032-02-28'],
    ['本办法自2031年7月1日起施行，有效期2年半。', '2031-07-01~2033-12-31'],
    ['本办法自2031年7月1日起施行，有效期半年。', '2031-07-01~2031-12-31'],
    ['本办法自2031年7月1日起施行，有效期50年。', '2031-07-01~null'],
    ['有效期：2031年7月1日至2035年12月31日', '2031-07-01~2035-12-31'],
    ['有效期为2031年7月1日起至2035年12月31日。', '2031-07-01~2035-12-31'],
    ['失效日期：2035年12月31日', 'null~2035-12-31'],
    ['有效期内的认定证书可以续期。', 'null~null'],
    ['本办法自2031年7月1日起试行3年。', '2031-07-01~2034-06-30'],
    ['本通知有效期自2031年4月1日至2033年3月31日。', '2031-04-01~2033-03-31'],
    ['认定的企业称号有效期三年。', 'null~null'],
    ['《旧措施》有效期调整至2033年12月31日。', 'null~null'],
  ];

  test.for(SENTENCES)('%s', ([sentence, expected]) => expect(validity(sentence)).toBe(expected));
  test('prefers the end written in the page’s head to a computed one', () =>
    expect(
      read('江州市某办法', '失效日期：2033年07月01日', ...body, '本办法自2031年7月1日起施行，有效期2年。')
        .validUntil,
    ).toBe('2033-07-01'));
});
