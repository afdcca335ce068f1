import { qifu } from './command-line.ts';

const START = '<!-- dialogue:start -->\n';
const END = '<!-- dialogue:end -->';
const PROMPT = '我> ';

function partsOf(text: string): { readonly before: string; readonly block: string; readonly after: string } {
  const [before = '', rest = ''] = text.split(START);
  const [block = '', after = ''] = rest.split(END);
  return { before, block, after };
}

/** The questions of a README's example, as typed behind the prompt. */
export const questionsIn = (text: string): readonly string[] =>
  partsOf(text)
    .block.split('\n')
    .filter((line) => line.startsWith(PROMPT))
    .map((line) => line.slice(PROMPT.length));

/** The same text with the example's replies as the bot gives them. */
export async function withRealReplies(text: string, data: string): Promise<string> {
  const questions = questionsIn(text);
  const { out } = await qifu(['serve', '--data', data, '--now', '2026-11-21T09:00'], questions.join('\n'));
  const replies = out
    .trim()
    .split(/\n\n(?=小企：)/)
    .slice(1);
  const turns = questions.map((question, at) => `${PROMPT}${question}\n${replies[at] ?? ''}`);
  const { before, after } = partsOf(text);
  return [before, START, '```\n', turns.join('\n\n'), '\n```\n', END, after].join('');
}
