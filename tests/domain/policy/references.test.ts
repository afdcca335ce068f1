import { expect, test } from 'vitest';
import { grantModeOf } from '../../../src/domain/policy/grant-mode.ts';
import { referencesIn } from '../../../src/domain/policy/references.ts';

test('a cited document is named by title and number', () =>
  expect(referencesIn('根据《某条例》和《某办法》（江政办〔2028〕5号）制定。')).toMatchObject([
    { title: '某条例', documentNumber: null, fate: null },
    { title: '某办法', documentNumber: '江政办〔2028〕5号', fate: null },
  ]));
test('同时废止 is said of the older document', () =>
  expect(referencesIn('本办法自公布之日起施行，《旧办法》（江政〔2020〕3号）同时废止。')).toMatchObject([
    { title: '旧办法', documentNumber: '江政〔2020〕3号', fate: 'repealed' },
  ]));
test('a longer validity is said of the older document', () =>
  expect(referencesIn('《旧措施》有效期延长至2033年12月31日。')).toMatchObject([
    { title: '旧措施', fate: 'extended', validUntil: '2033-12-31' },
  ]));
test('a longer validity without a year is not guessed; a plain sentence names nothing', () =>
  expect(referencesIn('请抓好落实。《旧措施》有效期延长至12月31日。')).toMatchObject([
    { title: '旧措施', fate: 'extended', validUntil: null },
  ]));
test('a number without a title counts', () =>
  expect(referencesIn('按照江政〔2020〕3号文件执行。')).toMatchObject([
    { title: null, documentNumber: '江政〔2020〕3号' },
  ]));
test('what is cited twice is listed once', () =>
  expect(referencesIn('落实《某条例》。按《某条例》办理。')).toHaveLength(1));

const MODES: readonly (readonly [string, string | null])[] = [
  ['本项奖励免申即享。', 'automatic'],
  ['5.申报方式：非申即享，无需申报', 'automatic'],
  ['符合条件的企业即申即享。', 'on-application'],
  ['采取竞争性评审方式择优支持。', 'competitive'],
  ['扩大免申即享、即申即享政策支持范围。', null],
  ['请于4月18日前申报。', null],
];
test.for(MODES)('the grant mode of %s', ([text, expected]) => expect(grantModeOf(text)).toBe(expected));
