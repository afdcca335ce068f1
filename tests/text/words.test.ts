import { describe, expect, test } from 'vitest';
import { toSentence } from '../../src/commands/sentence.ts';
import { DocumentError, type DocumentRefusal } from '../../src/ports/document-reader.ts';
import { SegmenterError, type SegmenterRefusal } from '../../src/ports/segmenter.ts';
import { documentRefusal } from '../../src/text/zh/documents.ts';
import { segmenterTrouble } from '../../src/text/zh/segmenter.ts';

describe('a file that was refused', () => {
  const codes: readonly DocumentRefusal[] = [
    'empty',
    'too-large',
    'encrypted',
    'no-text',
    'damaged',
    'archive-bomb',
    'old-format',
    'binary',
    'unreadable',
  ];

  test.for(codes)('%s: its name, the reason and the way out in one breath', (code) => {
    const sentence = documentRefusal('通知.pdf', code);
    expect(sentence).toMatch(/^《通知\.pdf》.+请.+。$/u);
    expect(sentence.length).toBeLessThan(90);
  });

  test.for([
    ['a.doc', '另存为 docx 或 pdf'],
    ['a.WPS', '另存为 docx 或 pdf'],
    ['a.ofd', '另存为 docx 或 pdf'],
    ['a.xls', '另存为 xlsx 或 pdf'],
    ['a', '另存为 docx 或 pdf'],
  ] as const)('%s of an old format: %s', ([file, way]) => {
    expect(documentRefusal(file, 'old-format')).toContain(way);
  });
});

describe('a segmenter that cannot be loaded', () => {
  test('names every package of the system that is missing, and the command that gets it', () => {
    const error = new SegmenterError('not-built', { missing: ['build-essential', 'python3'] });
    const sentence = segmenterTrouble(error);
    expect(sentence).toContain('apt-get install -y build-essential python3');
    expect(sentence).toContain('npm rebuild nodejieba');
  });

  test.for<SegmenterRefusal>(['not-installed', 'not-built', 'wrong-build', 'bad-lexicon', 'in-worker'])(
    '%s says what to do',
    (code) => {
      expect(segmenterTrouble({ code, missing: [] })).toContain('请');
    },
  );
});

describe('any error', () => {
  const errno = (code: string): Error => Object.assign(new Error(code), { code, path: '/x/a.txt' });

  test.for([
    [new DocumentError('empty'), '空文件'],
    [new SegmenterError('not-built'), 'nodejieba'],
    [errno('ENOENT'), '找不到文件：/x/a.txt'],
    [errno('EACCES'), '文件读不了：/x/a.txt'],
    [errno('ENOSPC'), '磁盘已满'],
    [errno('EADDRINUSE'), 'HTTP_PORT'],
    [new Error('boom'), 'boom'],
    ['thrown text', 'thrown text'],
  ] as const)('%s becomes a sentence', ([error, part]) => {
    expect(toSentence(error, 'a.txt')).toContain(part);
  });
});
