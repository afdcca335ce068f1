import { expect, test } from 'vitest';
import { jsonLines, qifu } from '../support/command-line.ts';

test('mask hands on every line with its secrets masked, in order', async () => {
  const input = ['{"id":"1","text":"打138-0000-0000"}', '', '{"id":2,"text":"A0321 进度","more":true}'].join(
    '\n',
  );
  const { code, out, err } = await qifu(['mask'], input);
  expect([code, err]).toEqual([0, '']);
  expect(jsonLines(out)).toEqual([
    { id: '1', text: '打138-****-0000' },
    { id: 2, text: 'A0321 进度', more: true },
  ]);
});

test('mask names a line that is none and goes on with the others', async () => {
  const { code, out, err } = await qifu(['mask'], '电话13800000000\n{"id":"2","text":"好"}\n');
  expect(code).toBe(1);
  expect(err).toContain('stdin:1');
  expect(err).not.toContain('13800000000');
  expect(jsonLines(out)).toEqual([{ id: '2', text: '好' }]);
});

test('mask takes no words', async () => {
  expect((await qifu(['mask', '13800000000'])).code).toBe(2);
});
