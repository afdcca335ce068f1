/** `npm run readme`: asks the questions of the READMEs' examples again, follows their walks, and writes down what the bot says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPlayedWalk } from './deadline-walk.ts';
import { withRealReplies } from './dialogue.ts';

const data = mkdtempSync(join(tmpdir(), 'qifu-readme-'));
for (const file of ['README.md', 'README.zh-CN.md']) {
  const answered = await withRealReplies(readFileSync(file, 'utf8'), data);
  writeFileSync(file, await withPlayedWalk(answered, join(data, file)));
}
rmSync(data, { recursive: true });
