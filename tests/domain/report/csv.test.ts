import { describe, expect, test } from 'vitest';
import { REPORT_COLUMNS, type ReportWords, reportTable, toCsv } from '../../../src/domain/report/csv.ts';
import { reportOf } from '../../../src/domain/report/report.ts';
import { APPEAL_CLOCK, on, play, STORIES, WISHES } from '../../support/an-appeal.ts';

describe('a cell', () => {
  test.for([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['＝1', "'＝1"],
    ['融资', '融资'],
    ['a,b', '"a,b"'],
    ['说"好"', '"说""好"""'],
    ['一\n二', '"一\n二"'],
    ['=A1,"x"', '"\'=A1,""x"""'],
    ['', ''],
  ] as const)('%j is written %j', ([text, written]) => expect(toCsv([[text]])).toBe(`${written}\r\n`));

  test('numbers stay numbers, nothing is empty', () => expect(toCsv([[-1.5, null, 0]])).toBe('-1.5,,0\r\n'));
});

test('a report as a table: headings, the whole, then its parts', () => {
  const chains = [
    STORIES['closed as solved'],
    play([], { by: 'owner', at: '11-23 09:00', wish: { ...WISHES.submit, district: null } }),
  ];
  const report = reportOf(chains, { ...APPEAL_CLOCK, now: on('12-20 09:00'), month: '2026-11' });
  const words: ReportWords = {
    part: '分组',
    name: '名称',
    columns: Object.fromEntries(REPORT_COLUMNS.map((column) => [column, column])) as ReportWords['columns'],
    parts: { total: '合计', category: '类别', district: '区', unit: '单位' },
    unknown: '未知',
    unit: (id) => `单位${id}`,
  };
  const table = reportTable(report, words);
  expect(table[0]).toEqual(['分组', '名称', ...REPORT_COLUMNS]);
  expect(table.slice(1).map(([part, name, appeals]) => [part, name, appeals])).toEqual([
    ['合计', '', 2],
    ['类别', '融资', 2],
    ['区', '未知', 1],
    ['区', '东湖高新区', 1],
    ['单位', '未知', 1],
    ['单位', '单位u-finance', 1],
  ]);
  const row = Object.fromEntries(REPORT_COLUMNS.map((column, at) => [column, table[1]?.[at + 2]]));
  expect(row).toEqual({
    appeals: 2,
    'response-count': 1,
    'response-of': 1,
    'response-left-out': 1,
    'on-time-count': 1,
    'on-time-of': 1,
    'on-time-left-out': 1,
    'solved-count': 1,
    'solved-of': 1,
    'solved-left-out': 1,
    'satisfied-count': 1,
    'satisfied-of': 1,
    'satisfied-left-out': 1,
    'accept-hours': 0.5,
    'contact-hours': 7,
    'reply-hours': 7,
    'close-hours': 8,
    reopened: 0,
    returned: 0,
    reassigned: 0,
  });
});
