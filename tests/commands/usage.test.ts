import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { qifu } from '../support/command-line.ts';

const COMMANDS = ['serve', 'ask', 'search', 'parse', 'dispatch', 'mask', 'eval', 'doctor', 'help', 'version'];

describe('help', () => {
  test.for([['help'], ['--help'], ['-h']])('%s lists every command', async ([word]) => {
    const { code, out } = await qifu([word as string]);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command}`);
  });

  test.for(COMMANDS)('help %s and %s --help say the same', async (command) => {
    const [one, other] = [await qifu(['help', command]), await qifu([command, '--help'])];
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toContain(`用法：qifu ${command}`);
    expect(other.out).toBe(one.out);
  });

  test('a question may contain --help behind --', async () => {
    expect((await qifu(['ask', '--jsonl', '--', '--help'])).code).toBe(2);
  });
});

test('version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  for (const word of ['version', '--version', '-v'])
    expect(await qifu([word])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

describe('bad usage ends with 2, says what is wrong in Chinese and prints nothing on standard output', () => {
  test.for([
    [[], '请写明要做什么'],
    [['dance'], '没有「dance」这个命令'],
    [['constructor'], '没有「constructor」这个命令'],
    [['help', 'dance'], '没有「dance」这个命令'],
    [['ask'], '请写上问题'],
    [['ask', '--jsonl', '多余'], '不需要「多余」'],
    [['ask', '--loud', '问'], '没有 --loud 这个选项'],
    [['ask', '--seeds'], '选项 --seeds 的写法不对'],
    [['ask', '--now', '明天', '问'], '--now'],
    [['search', '--queries', 'q'], '缺少 --passages'],
    [['search', '--passages', 'p'], '缺少 --queries'],
    [['search', '--passages', 'p', '--queries', 'q', '--k', '0'], '--k 应当是'],
    [['parse'], '请写上要解析的文件'],
    [['serve', '多余'], '不需要「多余」'],
    [['doctor', '多余'], '不需要「多余」'],
    [['version', '多余'], '不需要「多余」'],
  ] as const)('%j', async ([argv, sentence]) => {
    const { code, out, err } = await qifu(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  test('and escape characters of what was typed are not printed', async () => {
    expect((await qifu(['\u001B[31mred'])).err).not.toContain('\u001B');
  });
});

describe('what fails ends with 1', () => {
  test.for([
    [['search', '--passages', '/nowhere/p.jsonl', '--queries', 'q'], '找不到文件：/nowhere/p.jsonl'],
    [['eval', '/nowhere/q.jsonl'], '/nowhere/q.jsonl'],
    [['ask', '--seeds', '/nowhere', '问'], '/nowhere'],
  ] as const)('%j', async ([argv, sentence]) => {
    const { code, out, err } = await qifu(argv);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
  });
});
