/** `npm run readme`: asks the questions of the READMEs' examples again and writes down what the bot says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRealReplies } from './dialogue.ts';

const data = mkdtempSync(join(tmpdir(), 'qifu-readme-'));
for (const file of ['README.md', 'README.zh-CN.md']) {
  writeFileSync(file, await withRealReplies(readFileSync(file, 'utf8'), data));
}
rmSync(data, { recursive: true });
