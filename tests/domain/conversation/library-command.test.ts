import { describe, expect, test } from 'vitest';
import { readLibraryCommand, readPlainDate } from '../../../src/domain/conversation/library-command.ts';

describe('what is wanted of the library', () => {
  test.for([
    ['加入政策库', { kind: 'add' }],
    ['请加入到政策库。', { kind: 'add' }],
    ['政策库', { kind: 'list' }],
    ['确认', { kind: 'confirm' }],
    ['确认加入', { kind: 'confirm' }],
    ['撤下 3', { kind: 'withdraw', number: 3 }],
    ['撤下第3份', { kind: 'withdraw', number: 3 }],
    ['恢复3', { kind: 'restore', number: 3 }],
    ['替换 12号', { kind: 'replace', number: 12 }],
    ['更正 3 标题 示例办法', { kind: 'correct', number: 3, field: '标题', value: '示例办法' }],
    ['更正3有效期至 2026-12-31', { kind: 'correct', number: 3, field: '有效期', value: '2026-12-31' }],
    [
      '更正 3 的文号：武政规〔2023〕5号',
      { kind: 'correct', number: 3, field: '文号', value: '武政规〔2023〕5号' },
    ],
    ['更正 3 发文单位改为市经信局', { kind: 'correct', number: 3, field: '发文单位', value: '市经信局' }],
  ] as const)('「%s」', ([text, command]) => expect(readLibraryCommand(text)).toEqual(command));

  test.for(['政策库里有什么', '撤下', '撤下这个', '替换零件', '更正一下', '确认成员 3', '恢复生产', ''])(
    '「%s」 is none',
    (text) => expect(readLibraryCommand(text)).toBeNull(),
  );
});

describe('a date as people type it', () => {
  test.for([
    ['2026-12-31', '2026-12-31'],
    ['2026年12月31日', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['２０２６．１．５', '2026-01-05'],
  ] as const)('「%s」', ([text, on]) => expect(readPlainDate(text)).toBe(on));

  test.for(['2026-02-30', '12月31日', '明年底', ''])('「%s」 is none', (text) => {
    expect(readPlainDate(text)).toBeNull();
  });
});
