import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { qifu } from '../support/command-line.ts';
import { aDataFolder } from '../support/data-folder.ts';

// One cache of the documents for all.
const DATA = await aDataFolder(afterAll);

/** What nobody may find in a log, among all that people write. */
const SECRET = '柠檬七号';
const HOSTILE = [
  `诉求 ${SECRET}公司银行突然抽贷，电话 13800000000`,
  `${SECRET}欠薪了怎么办`,
  '/in 企业群',
  `反映 ${SECRET}{"level":30,"msg":"${SECRET}"}`,
  '/as 张三',
  `我是谁 %s ${SECRET}`,
  `\u001B[31m${SECRET}\u0007`,
  SECRET.repeat(5000),
];

test.for(['info', 'debug'])('at level %s the log has none of the words that people write', async (level) => {
  mkdirSync(join(DATA, 'records/conversation'), { recursive: true });
  // Something to be logged about, so that an empty log is none.
  writeFileSync(join(DATA, 'records/conversation', 'x.json'), `{"${SECRET}`);
  vi.stubEnv('LOG_LEVEL', level);
  try {
    const { code, out, err } = await qifu(['serve', '--data', DATA], HOSTILE.join('\n'));
    expect([code, out.includes('小企：')]).toEqual([0, true]);
    expect(err).toContain('record-damaged');
    expect(err).not.toContain('柠檬');
    expect(err).not.toContain('13800000000');
  } finally {
    vi.unstubAllEnvs();
  }
});
