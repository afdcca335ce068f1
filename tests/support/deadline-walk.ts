import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qifu } from './command-line.ts';

const NOTICE = /cat > data\/library\/notice\.txt <<'END'\n([\s\S]*?\n)END\n/;
const LINES = /<!-- deadlines:start -->\n```\n([\s\S]*?)```/;
const START = '<!-- heard:start -->\n```\n';
const END = '\n```\n<!-- heard:end -->';
const NOW = '2026-11-23T09:00';

/** What a README says that one hears who follows its walk from a notice to a reminder. */
export const heardIn = (text: string): string => text.split(START)[1]?.split(END)[0] ?? '';

/** Follows the walk of a README with a data folder of its own: the notice, the lines, the clock. */
export async function playWalk(text: string, data: string): Promise<string> {
  mkdirSync(join(data, 'library'), { recursive: true });
  writeFileSync(join(data, 'library', 'notice.txt'), NOTICE.exec(text)?.[1] ?? '');
  const { out } = await qifu(['serve', '--data', data, '--now', NOW], LINES.exec(text)?.[1] ?? '');
  // What it greets with stands above.
  return out.slice(out.indexOf('\n\n')).trim();
}

/** The same text with what is heard now. */
export async function withPlayedWalk(text: string, data: string): Promise<string> {
  const [before, rest = ''] = text.split(START);
  return [before, START, await playWalk(text, data), END, rest.split(END)[1]].join('');
}
