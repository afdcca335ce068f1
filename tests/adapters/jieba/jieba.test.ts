import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanLexicon } from '../../../adapters/jieba/dictionaries.ts';
import { createSegmenter } from '../../../adapters/jieba/index.ts';
import { missingPackages } from '../../../adapters/jieba/system-packages.ts';
import type { Segmenter } from '../../../src/domain/segment.ts';
import { SegmenterError } from '../../../src/ports/segmenter.ts';
import { aSegmenter } from '../../support/a-segmenter.ts';
import { anyCharacter } from '../../support/any-text.ts';
import { processorTime } from '../../support/processor-time.ts';

let segmenter: Segmenter;

beforeAll(async () => {
  segmenter = await aSegmenter();
});

describe('words', () => {
  test.for([
    ['专精特新企业的奖励', ['专精特新', '企业', '的', '奖励']],
    ['首贷户和小进规', ['首贷户', '和', '小进规']],
    ['奖励50万元，GB18030', ['奖励', '50', '万元', '，', 'GB18030']],
    ['', []],
  ] as const)('%s', ([text, words]) => {
    expect(segmenter.words(text)).toEqual(words);
  });

  test('the search mode also lists the shorter words', () => {
    expect(segmenter.search('中小企业公共服务')).toEqual(
      expect.arrayContaining(['中小', '企业', '中小企业', '公共', '服务', '公共服务']),
    );
  });

  test('no character is lost, whatever the text holds', () => {
    const anyText = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.array(fc.constantFrom('企业', '奖励', '\u0000', '\ud800', '\udfff', '𠀀', 'a1', ' ', '\n', '。'), {
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(anyText, (input) => {
        const text = typeof input === 'string' ? input : input.join('');
        expect(segmenter.words(text).join('')).toBe(text);
        expect(segmenter.search(text).every((word) => text.includes(word))).toBe(true);
      }),
    );
  });

  test('a million characters on one line are cut within two seconds', () => {
    const text = '支持中小企业高质量发展'.repeat(91_000);
    const spent = processorTime();
    expect(segmenter.words(text).join('')).toBe(text);
    expect(spent()).toBeLessThan(2000);
  });
});

test.for([
  ['中小企业', true],
  ['专精特新', true],
  ['企', true],
  ['中小企', false],
  ['企業', false],
  ['', false],
  ['\ud800', false],
  ['中小企业的', false],
  ['企业\u0000', false],
] as const)('has: %j is in the dictionary: %s', ([word, known]) => {
  expect(segmenter.has(word)).toBe(known);
});

test('a lexicon is handed on without comments, carriage returns and empty lines, each word with a weight', () => {
  const lexicon = '# own words\r\n专精特新\r\n小进规 3000\n\n首贷户 500 v # a comment\n';
  expect(cleanLexicon(lexicon)).toBe('专精特新 2000 n\n小进规 3000 n\n首贷户 500 v\n');
});

describe('what cannot be had is said by code', () => {
  test('a lexicon that is not there', async () => {
    await expect(createSegmenter({ lexicon: '/nowhere/lexicon.txt' })).rejects.toMatchObject({
      code: 'bad-lexicon',
    });
  });

  test('a lexicon line of another shape', () => {
    expect(() => cleanLexicon('专精特新\n小 巨 人 企业\n')).toThrow(SegmenterError);
  });

  test('in a worker it is refused and never loaded', async () => {
    const door = fileURLToPath(new URL('../../../adapters/jieba/index.ts', import.meta.url));
    const code = `
      const { parentPort } = require('node:worker_threads');
      require('tsx/cjs');
      require(${JSON.stringify(door)}).createSegmenter().catch((error) => parentPort.postMessage(error.code));
    `;
    const worker = new Worker(code, { eval: true, execArgv: [] });
    const said = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(said).toBe('in-worker');
  });

  test('nothing is missing on a machine that has compiled it', async () => {
    expect(await missingPackages()).not.toContain('build-essential');
  });
});
