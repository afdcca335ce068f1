import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { checkNode } from '../../src/commands/doctor.ts';
import { jsonLines, qifu } from '../support/command-line.ts';
import { aDataFolder } from '../support/data-folder.ts';
import { questionsIn, withRealReplies } from '../support/dialogue.ts';
import { aTempFolder } from '../support/temp-folder.ts';

// One cache for all tests that do not look at it.
const DATA = await aDataFolder(afterAll);

const SEEDS = join(import.meta.dirname, '../../seeds');
const policies = readdirSync(join(SEEDS, 'policies'));
const policy = (start: string): string =>
  join(SEEDS, 'policies', policies.find((name) => name.startsWith(start)) as string);

interface Answer {
  readonly id: string;
  readonly answered: boolean;
  readonly reply: string;
  readonly hits: readonly Record<string, unknown>[];
}

describe('qifu ask', () => {
  test('answers in words', async () => {
    const { code, out, err } = await qifu(['ask', '--data', DATA, '首贷服务站由哪个部门负责']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^责任单位.+\n/);
  });

  test('answers as one JSON object with --json', async () => {
    const { out } = await qifu(['ask', '--data', DATA, '--json', '首贷服务站由哪个部门负责']);
    const [answer] = jsonLines(out) as Answer[];
    expect(answer).toMatchObject({ answered: true });
    expect(Object.keys(answer?.hits[0] ?? {})).toEqual([
      'policy',
      'title',
      'files',
      'clause',
      'path',
      'text',
      'units',
      'score',
      'status',
    ]);
  });

  test('answers lines in input order with --jsonl, each by itself, and names bad lines', async () => {
    const input = [
      '\uFEFF{"id":"a","q":"首贷服务站由哪个部门负责"}',
      '',
      'no json',
      '{"id":7,"q":"1"}',
      '{"id":"c","q":"你好\u2028","region":"上海市"}',
      `{"id":"d","q":"${'长'.repeat(100_000)}"}`,
      JSON.stringify({ id: 'e', q: '\u0000\u001B[31m\uD800' }),
    ].join('\r\n');
    const { code, out, err } = await qifu(['ask', '--data', DATA, '--jsonl'], input);
    const answers = jsonLines(out) as Answer[];
    expect(answers.map(({ id, answered }) => [id, answered])).toEqual([
      ['a', true],
      [7, false],
      ['c', false],
      ['d', false],
      ['e', false],
    ]);
    expect([code, err]).toEqual([1, 'stdin:3 不是要求的 JSON，已跳过。\n']);
  });

  test('takes the day from --now', async () => {
    const ask = (now: string) =>
      qifu(['ask', '--data', DATA, '--now', now, '--json', '武汉市评上专精特新小巨人奖励多少钱']);
    const statusAt = async (now: string) =>
      (jsonLines((await ask(now)).out) as Answer[])[0]?.hits[0]?.['status'];
    expect(await statusAt('2024-06-01')).toBe('in-force');
    expect(await statusAt('2025-06-01')).toBe('expired');
  });
});

describe('qifu parse', () => {
  test('prints what was understood, unknown as null', async () => {
    const { code, out } = await qifu(['parse', '--data', DATA, '--json', policy('002')]);
    expect(code).toBe(0);
    const [parsed] = JSON.parse(out) as Record<string, unknown>[];
    expect(Object.keys(parsed ?? {})).toEqual([
      'file',
      'title',
      'issuingAuthority',
      'documentNumber',
      'publishedOn',
      'signedOn',
      'effectiveOn',
      'validUntil',
      'region',
      'level',
      'status',
      'text',
      'coverage',
      'clauses',
    ]);
    expect(parsed).toMatchObject({ validUntil: '2024-12-31', region: '武汉市', level: '市' });
  });

  test('is the same for a damaged document as in the library, where others help to restore it', async () => {
    const data = aTempFolder();
    const { out } = await qifu(['parse', '--data', data, '--json', policy('000')]);
    const [parsed] = JSON.parse(out) as { readonly text: string; readonly file: string }[];
    const derived = join(data, 'derived');
    const cached = readdirSync(derived)
      .filter((name) => name.startsWith('policy-'))
      .map((name) => JSON.parse(readFileSync(join(derived, name), 'utf8')) as { file: string; text: string });
    expect(cached.find(({ file }) => file === parsed?.file)?.text).toBe(parsed?.text);
  });

  test('prints a few lines for eyes without --json', async () => {
    const { out } = await qifu(['parse', '--data', DATA, policy('002')]);
    expect(out).toMatch(/标题：.+\n.+发文单位/);
  });

  test('names each file that it cannot read and goes on with the others', async () => {
    const folder = aTempFolder();
    const files = {
      'empty.txt': '',
      'old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'good.txt': '关于印发措施的通知',
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const paths = [...Object.keys(files), 'absent.txt'].map((name) => join(folder, name));
    const { code, out, err } = await qifu(['parse', '--data', folder, '--json', ...paths]);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual(['good.txt']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('《empty.txt》'),
      expect.stringContaining('《old.doc》'),
      expect.stringContaining('absent.txt'),
    ]);
  });
});

test('a file of 200 MB is refused at once, by its size', async () => {
  const folder = aTempFolder();
  const file = join(folder, 'huge.txt');
  writeFileSync(file, '');
  truncateSync(file, 200e6);
  const { code, err } = await qifu(['parse', '--data', DATA, '--json', file]);
  expect([code, err]).toEqual([1, expect.stringContaining('超过了 30 MB')]);
});

test.for(['README.md', 'README.zh-CN.md'])(
  '%s: the example is what the bot says (otherwise: npm run readme)',
  async (file) => {
    const text = readFileSync(join(SEEDS, '..', file), 'utf8');
    expect(questionsIn(text).length).toBeGreaterThan(2);
    expect(await withRealReplies(text, DATA)).toBe(text);
  },
);

describe('qifu search', () => {
  test('answers every query, packed passages too, and sums up on standard error', async () => {
    const folder = aTempFolder();
    const passages = [
      { id: 'a', title: '融资', text: '新增首贷服务站23家' },
      { id: 2, text: '建设用地指标' },
    ];
    const [passageFile, queryFile] = [join(folder, 'p.jsonl.gz'), join(folder, 'q.jsonl')];
    writeFileSync(passageFile, gzipSync(`${passages.map((one) => JSON.stringify(one)).join('\n')}\n`));
    writeFileSync(queryFile, '{"id":"x","q":"首贷"}\n{"id":"y","q":"用地"}\n{"id":3}\n');
    const { code, out, err } = await qifu([
      'search',
      '--passages',
      passageFile,
      '--queries',
      queryFile,
      '--k',
      '1',
    ]);
    expect(code).toBe(0);
    expect(jsonLines(out)).toMatchObject([
      { id: 'x', hits: [{ id: 'a', score: expect.any(Number) }], ms: expect.any(Number) },
      { id: 'y', hits: [{ id: 2 }] },
    ]);
    expect(err).toMatch(/q\.jsonl:3 .+\n段落 2，问题 2\n建索引.+\n检索.+p95/);
  });
});

describe('qifu eval', () => {
  const rows = [
    {
      id: 'q1',
      q: '首贷服务站由哪个部门负责',
      kind: 'department',
      doc: '001',
      contains: ['首贷服务站'],
      answer: ['没有这个单位'],
    },
    { id: 'q2', q: '今天天气怎么样', kind: 'none', doc: null, contains: [], answer: [], note: '闲聊' },
  ];
  const aFile = (): string => {
    const file = join(aTempFolder(), 'questions.x.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    return file;
  };

  test('prints a line a kind, and the misses when asked', async () => {
    const { code, out } = await qifu(['eval', '--data', DATA, '--failures', aFile()]);
    expect(code).toBe(0);
    expect(out).toMatch(/问单位 +1 +1\/1 100\.0% +1\/1 100\.0% +0\/1 0\.0%/);
    expect(out).toMatch(/✗ q1 .+\n {2}问题所在：没说出要点/);
    expect(out).not.toContain('✗ q2');
  });

  test('prints figures for scripts with --json', async () => {
    const { out } = await qifu(['eval', '--data', DATA, '--json', aFile()]);
    expect(jsonLines(out)).toMatchObject([
      { file: 'questions.x.jsonl', all: { questions: 2, first: 1, declinedRight: 1 } },
    ]);
  });
});

describe('qifu doctor', () => {
  test('finds everything well, and writes nothing but the cache', async () => {
    const data = join(aTempFolder(), 'data');
    const { code, out } = await qifu(['doctor', '--data', data]);
    expect(out).not.toContain('✗');
    expect(code).toBe(0);
    expect(out).toContain(`政策文件：${policies.length} 份`);
    expect(readdirSync(data)).toEqual(['derived']);
  });

  test('names a file that the library refuses, and a seed that is missing', async () => {
    const folder = aTempFolder();
    const [data, seeds] = [join(folder, 'data'), join(folder, 'seeds')];
    mkdirSync(join(data, 'library'), { recursive: true });
    writeFileSync(join(data, 'library', '通知.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const refused = await qifu(['doctor', '--data', data]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('《通知.doc》');
    mkdirSync(seeds);
    copyFileSync(join(SEEDS, 'units.json'), join(seeds, 'units.json'));
    const poor = await qifu(['doctor', '--data', data, '--seeds', seeds, '--json']);
    const checks = JSON.parse(poor.out) as { name: string; ok: boolean; says: string }[];
    expect(checks.find(({ name }) => name === 'seeds')).toMatchObject({
      ok: false,
      says: expect.stringContaining(seeds),
    });
  });

  test('says where data cannot be written', async () => {
    const file = join(aTempFolder(), 'data');
    writeFileSync(file, 'a file where the folder should be');
    const { out } = await qifu(['doctor', '--data', file]);
    expect(out).toContain('✗ 数据文件夹：写不进去');
    expect(existsSync(join(file, 'derived'))).toBe(false);
  });

  test.for([
    ['v20.19.0', true],
    ['v20.18.9', false],
    ['v18.20.0', false],
    ['v22.1.0', true],
  ] as const)('Node %s is new enough: %s', ([version, ok]) => {
    expect(checkNode(version).ok).toBe(ok);
  });
});
