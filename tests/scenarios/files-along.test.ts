import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../src/ports/message.ts';
import { inGroup, joins, OWED } from '../support/appeal-talk.ts';
import { aStage, type Heard, heardBy, type Stage, withPeople } from '../support/stage.ts';

// Files that go with an answer or a report: in the same message, quoted, a moment before or after.

const file = (name: string, id = 'f1'): Attachment => ({ id, name, kind: 'file', bytes: 3 });
const FILES = new Map([
  ['f1', new Uint8Array([1, 2, 3])],
  ['f2', new Uint8Array([4, 5, 6])],
]);

/** A0001 of 王老板, sent to 赵经办. */
async function atDesk(): Promise<Stage> {
  const stage = await aStage('2026-11-23T09:00', { files: FILES });
  await withPeople(stage);
  await stage.says('王老板', OWED, inGroup);
  await stage.passes('+2m');
  await stage.says('李专员', '1');
  return stage;
}

/** A second one, A0002 of 孙老板, at the same desk. */
async function withSecond(stage: Stage): Promise<void> {
  await stage.says('孙老板', '诉求 国企拖欠我们工程款50万，一年了', inGroup);
  await stage.passes('+2m');
  await stage.says('李专员', 'A0002 派 市经信局');
}

/** Names of the files that somebody was sent. */
const filesOf = (heard: readonly Heard[], person: string): readonly string[] =>
  heard
    .filter(({ chat }) => chat === `console:${person}` || chat === `console:group/${person}`)
    .flatMap(({ message }) => message.files ?? [])
    .map(({ name }) => name);

const ANSWER = '答复：已约谈对方，货款80万元周五前付清，协议见附件。';

describe('a file goes with the words to the other side', () => {
  test.for([
    ['答复', ANSWER, '答复（市经信局）'],
    ['进展', 'A0001 已约谈对方，会议纪要见附件', '进展（市经信局）'],
  ] as const)('%s', async ([, words, heading]) => {
    const stage = await atDesk();
    const heard = await stage.says('赵经办', words, { files: [file('协议.pdf')] });
    expect(heardBy(heard, '王老板')).toContain(heading);
    expect(filesOf(heard, '王老板')).toEqual(['协议.pdf']);
    expect(filesOf(heard, '李专员')).toEqual(['协议.pdf']);
    expect(filesOf(heard, '企业群')).toEqual([]);
  });

  test('where it is quoted by whoever sent it, and not where others sent it', async () => {
    const stage = await atDesk();
    const quote = (name: string, files: readonly Attachment[]) => ({
      quote: { id: 'q', from: { id: `console:${name}`, name }, text: '', at: null, files },
    });
    const theirs = await stage.says(
      '赵经办',
      'A0001 进展 已看过企业的合同',
      quote('王老板', [file('合同.pdf')]),
    );
    expect(filesOf(theirs, '王老板')).toEqual([]);
    const own = await stage.says('赵经办', ANSWER, quote('赵经办', [file('协议.pdf')]));
    expect(filesOf(own, '王老板')).toEqual(['协议.pdf']);
  });

  test('from the enterprise to the desk, and with a bad rating before it is done again', async () => {
    const stage = await atDesk();
    const added = await stage.says('王老板', 'A0001 补充 合同在这里', { files: [file('合同.pdf')] });
    expect(filesOf(added, '赵经办')).toEqual(['合同.pdf']);
    await stage.says('赵经办', ANSWER);
    const rated = await stage.says('王老板', 'A0001 不满意 钱还没到，看流水', {
      files: [file('流水.pdf', 'f2')],
    });
    expect(filesOf(rated, '赵经办')).toEqual(['流水.pdf']);
    expect(heardBy(rated, '赵经办')).toContain('企业不满意，请重新办理');
  });

  test('with what is reopened after it was closed', async () => {
    const stage = await atDesk();
    await stage.says('赵经办', ANSWER);
    await stage.says('王老板', 'A0001 满意');
    const again = await stage.says('王老板', 'A0001 不满意 又反悔了', { files: [file('短信.jpg')] });
    expect(filesOf(again, '赵经办')).toEqual(['短信.jpg']);
  });

  test('from a parent’s answer to everybody under it', async () => {
    const stage = await atDesk();
    await withSecond(stage);
    await stage.says('李专员', 'A0002 归到 A0001');
    const heard = await stage.says('赵经办', `A0001 ${ANSWER}`, { files: [file('协议.pdf')] });
    expect(filesOf(heard, '王老板')).toEqual(['协议.pdf']);
    expect(filesOf(heard, '孙老板')).toEqual(['协议.pdf']);
    await stage.says('周老板', '诉求 国企拖欠我们货款20万没人管', inGroup);
    await stage.passes('+2m');
    expect(filesOf(await stage.says('李专员', 'A0003 归到 A0001'), '周老板')).toEqual(['协议.pdf']);
  });
});

describe('a file that comes alone', () => {
  test('a moment after the answer is added to it, later it is asked what it belongs to', async () => {
    const stage = await atDesk();
    await stage.says('赵经办', ANSWER);
    const after = await stage.says('赵经办', '', { files: [file('协议.pdf')] });
    expect(filesOf(after, '王老板')).toEqual(['协议.pdf']);
    expect(heardBy(after, '赵经办')).toContain('已补充到 A0001 的答复');
    await stage.passes('+2h');
    const late = await stage.says('赵经办', '', { files: [file('协议.pdf')] });
    expect(filesOf(late, '王老板')).toEqual([]);
    expect(heardBy(late, '赵经办')).toContain('看不出是哪件事');
  });

  test('quoting an order belongs to that one', async () => {
    const stage = await atDesk();
    await withSecond(stage);
    const quote = { id: null, from: { id: null, name: '小企' }, text: 'A0002 请办理（拖欠账款）', at: null };
    const heard = await stage.says('赵经办', '', { files: [file('纪要.pdf')], quote });
    expect(filesOf(heard, '孙老板')).toEqual(['纪要.pdf']);
  });

  test('just before the words goes with them, where it could have been of several', async () => {
    const stage = await atDesk();
    await withSecond(stage);
    expect(heardBy(await stage.says('赵经办', '', { files: [file('协议.pdf')] }), '赵经办')).toContain(
      '附件是哪一件的',
    );
    const heard = await stage.says('赵经办', `A0002 ${ANSWER}`);
    expect(filesOf(heard, '孙老板')).toEqual(['协议.pdf']);
    expect(filesOf(heard, '王老板')).toEqual([]);
    const other = await stage.says('赵经办', `A0001 ${ANSWER}`);
    expect(filesOf(other, '王老板')).toEqual([]);
  });
});

describe('a file is not lost on the way', () => {
  test('while it is asked which appeal the words are about', async () => {
    const stage = await atDesk();
    await withSecond(stage);
    const asked = await stage.says('赵经办', ANSWER, { files: [file('协议.pdf')] });
    expect(heardBy(asked, '赵经办')).toContain('您说的是哪一件');
    expect(filesOf(await stage.says('赵经办', '诉求 2'), '孙老板')).toEqual(['协议.pdf']);
  });

  test('without a word: what cannot be had, and what an act has no place for, is told', async () => {
    const stage = await atDesk();
    const signed = await stage.says('赵经办', 'A0001 签收', { files: [file('协议.pdf')] });
    expect(heardBy(signed, '赵经办')).toContain('附件没有一起转出');
    const heard = await stage.says('赵经办', ANSWER, { files: [file('协议.pdf'), file('b.pdf', 'gone')] });
    expect(filesOf(heard, '王老板')).toEqual(['协议.pdf']);
    expect(heardBy(heard, '赵经办')).toContain('《b.pdf》没能收下');
  });

  test('at night: it waits with the answer for the morning', async () => {
    const stage = await atDesk();
    await stage.passes('2026-11-23T22:00');
    expect(filesOf(await stage.says('赵经办', ANSWER, { files: [file('协议.pdf')] }), '王老板')).toEqual([]);
    expect(filesOf(await stage.passes('2026-11-24T08:01'), '王老板')).toEqual(['协议.pdf']);
  });

  test('nor sent twice: the same message again changes nothing', async () => {
    const stage = await atDesk();
    const id = 'console:the-same';
    await stage.says('赵经办', ANSWER, { files: [file('协议.pdf')], id });
    expect(filesOf(await stage.says('赵经办', ANSWER, { files: [file('协议.pdf')], id }), '王老板')).toEqual(
      [],
    );
  });

  test('of a stranger nothing reaches the enterprise', async () => {
    const stage = await atDesk();
    const heard = await stage.says('张三', `A0001 ${ANSWER}`, { files: [file('广告.pdf')] });
    expect(filesOf(heard, '王老板')).toEqual([]);
    expect(await joins(stage, '吴经办', '邀请 承办 市科技局')).toBeUndefined();
    expect(
      filesOf(await stage.says('吴经办', `A0001 ${ANSWER}`, { files: [file('x.pdf')] }), '王老板'),
    ).toEqual([]);
  });
});
