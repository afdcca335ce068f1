import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../../adapters/system/log.ts';
import { maskFacts as maskWith } from '../../../adapters/system/mask.ts';
import { maskSecrets } from '../../../src/domain/privacy/mask-secrets.ts';

const maskFacts = (facts: unknown): unknown => maskWith(facts, maskSecrets);

function aLog(options: { level?: string; pretty?: boolean; colour?: boolean } = {}) {
  const stream = new PassThrough();
  let written = '';
  stream.on('data', (chunk) => (written += String(chunk)));
  const log = createLog({
    level: 'info',
    pretty: false,
    colour: false,
    mask: maskSecrets,
    ...options,
    stream,
  });
  return { log, lines: () => written.trim().split('\n').filter(Boolean) };
}

describe('the log', () => {
  test('writes one line of JSON for each code with its facts', () => {
    const { log, lines } = aLog();
    log.warn('library-file-refused', { file: 'a.pdf', code: 'encrypted' });
    expect(lines().map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, msg: 'library-file-refused', file: 'a.pdf', code: 'encrypted' },
    ]);
  });

  test('leaves out what lies below its level', () => {
    const { log, lines } = aLog({ level: 'error' });
    log.info('a');
    log.warn('b');
    log.error('c');
    expect(lines()).toHaveLength(1);
  });

  test('is silent when told so', () => {
    const { log, lines } = aLog({ level: 'silent' });
    log.error('c');
    expect(lines()).toEqual([]);
  });

  test('writes for eyes on a terminal', async () => {
    const { log, lines } = aLog({ pretty: true });
    log.error('disk-full', { free: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lines().join('\n')).toMatch(/ERROR.*disk-full/);
    expect(lines().join('\n')).not.toContain('\u001B');
  });
});

describe('secrets in facts', () => {
  test.for([
    ['mobile number', '联系13800000000谢谢'],
    ['mobile number with spaces', '138 0000 0000'],
    ['mobile number with country code', '+86-13800000000'],
    ['landline number', '027-88888888'],
    ['ID card number', '身份证42010119900101001X'],
    ['bank card number', '卡号6222020000000000000'],
    ['bank card number in groups', '6222 0200 0000 0000'],
    ['unified credit code', '代码91420100MA00000000'],
  ] as const)('%s is masked', ([, text]) => {
    const masked = maskFacts({ text }) as { text: string };
    expect(masked.text).toContain('***');
    expect(masked.text).not.toMatch(/\d{5}/);
  });

  test('a mobile number as a number, in a list, a key or an error is masked', () => {
    const error = new Error('bad 13800000000', { cause: new TypeError('13800000000') });
    const facts = { phone: 13800000000, list: ['13800000000'], deep: { '13800000000': 1 }, error };
    expect(JSON.stringify(maskFacts(facts))).not.toContain('13800000000');
  });

  test.for(['000_e95d2d2d2c89878a.txt', '2026-11-21T09:00', '100000元', 'a3f01380000000012345'])(
    '%s is left alone',
    (text) => {
      expect(maskFacts(text)).toBe(text);
    },
  );

  test('numbers that are counts or moments are left alone', () => {
    expect(maskFacts({ at: 1_800_000_000_000, count: 3, none: null, yes: true })).toEqual({
      at: 1_800_000_000_000,
      count: 3,
      none: null,
      yes: true,
    });
  });

  test('a ring of objects and a very long text end somewhere', () => {
    const ring: Record<string, unknown> = { text: '长'.repeat(100_000) };
    ring['self'] = ring;
    expect(JSON.stringify(maskFacts(ring)).length).toBeLessThan(20_000);
  });

  test('an error keeps its name, code and cause', () => {
    const cause = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(maskFacts({ error: new Error('not written', { cause }) })).toMatchObject({
      error: { name: 'Error', message: 'not written', cause: { code: 'ENOSPC' } },
    });
  });
});
