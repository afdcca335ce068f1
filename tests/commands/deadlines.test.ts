import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { qifu } from '../support/command-line.ts';
import { aTempFolder } from '../support/temp-folder.ts';

test('lists what the library says, with the sentence and what is in doubt', async () => {
  const data = aTempFolder();
  mkdirSync(join(data, 'library'));
  writeFileSync(
    join(data, 'library', 'notice.txt'),
    '武汉市经济和信息化局关于组织申报2027年度技改项目的通知\n一、企业网上申报截止时间为2026年12月31日17时。\n二、企业应于12月20日前完成自评。\n武汉市经济和信息化局\n2026年11月16日\n',
  );
  const run = (...words: readonly string[]) =>
    qifu(['deadlines', ...words, '--data', data, '--now', '2026-11-23T09:00']);
  const { out, code } = await run('--json');
  const listed = JSON.parse(out) as readonly Record<string, unknown>[];
  expect(code).toBe(0);
  expect(listed.map(({ on, at, certain, state, policy }) => [on, at, certain, state, policy])).toEqual([
    ['2026-12-20', null, false, 'waiting', 'notice'],
    ['2026-12-31', '17:00', true, 'open', 'notice'],
  ]);
  expect((await run()).out).toContain('［待确认：原文没写年份］');
});
