import { describe, expect, test } from 'vitest';
import { readRef } from '../../src/app/attachments.ts';
import { attachmentsOf } from '../../src/domain/appeal/words.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import { aStage, type Heard, heardBy, type Stage, withPeople } from '../support/stage.ts';

// What is passed on beside the words: orders by hand, files. Played by the whole bot, in memory.

const GROUP = '企业群';
const OWED = '诉求 国企拖欠我们货款80万，半年了一直推';

async function open(): Promise<Stage> {
  const stage = await aStage('2026-11-23T09:00');
  await withPeople(stage);
  return stage;
}

/** Said in the group to the bot. */
const addressed = { group: GROUP };

describe('passing an appeal on by hand', () => {
  test('the text can be pasted, and that it was delivered is on record', async () => {
    const stage = await open();
    await stage.says('王老板', `${OWED}，电话13800000000`, addressed);
    await stage.passes('+2m');
    expect(heardBy(await stage.says('李专员', '抄送 A0001'), '李专员')).toContain('A0001');
    await stage.says('李专员', 'A0001 派 市经信局');
    const copied = await stage.says('李专员', '抄送 A0001');
    const [text = '', next = ''] = copied.map(({ message }) => message.text);
    expect(text).toMatch(/^【企业诉求 A0001】请市经信局办理\n拖欠账款 · 洪山区\n国企拖欠我们货款80万/);
    expect(text).not.toContain('13800000000');
    expect(next).toContain('「已送达 A0001」');
    const told = await stage.says('李专员', '已送达 A0001');
    expect(heardBy(told, '李专员')).toContain('A0001');
    expect(heardBy(await stage.says('李专员', 'A0001'), '李专员')).toContain('已由专员人工转交市经信局');
  });

  test('is done in private, by whoever is in charge, once it is dispatched', async () => {
    const stage = await open();
    await stage.says('王老板', OWED, addressed);
    await stage.passes('+2m');
    const tell = async (person: string, text: string, more = {}) =>
      (await stage.says(person, text, more)).map(({ message }) => message.text).join('\n');
    await stage.says('李专员', 'A0001 我来办');
    expect(await tell('李专员', '抄送 A0001')).toContain('还没有派单');
    expect(await tell('李专员', '已送达 A0001')).toContain('还没有派单');
    await stage.says('李专员', 'A0001 派 市经信局');
    expect(await tell('李专员', '抄送 A0001', addressed)).toContain('请私聊我');
    expect(await tell('王老板', '抄送 A0001')).not.toContain('【企业诉求');
    expect(await tell('李专员', '抄送 A0999')).toContain('A0999');
  });
});

describe('files', () => {
  const pdf = { id: 'f1', name: '合同.pdf', kind: 'file', bytes: 3 } as const;
  const files = new Map([['f1', new Uint8Array([1, 2, 3])]]);

  async function withFiles(): Promise<Stage> {
    const stage = await aStage('2026-11-23T09:00', { files });
    await withPeople(stage);
    return stage;
  }

  const kept = async (stage: Stage, number: string) => {
    const kind = await stage.program.appealKind();
    const appeal = await stage.records.read(kind, number);
    return attachmentsOf(appeal?.chain ?? []).map(readRef);
  };

  const says = async (stage: Stage, text: string, more: Partial<InboundMessage> = {}): Promise<string> =>
    heardBy((await stage.says('王老板', text, more)) satisfies readonly Heard[], '王老板');

  test('without words go to the only open appeal of who sends them', async () => {
    const stage = await withFiles();
    await says(stage, OWED);
    await says(stage, '', { files: [pdf] });
    const [file] = await kept(stage, 'A0001');
    expect(file).toMatchObject({ name: '合同.pdf', kind: 'file', bytes: 3 });
    expect(await stage.program.system.attachments.get(file?.id ?? '')).toEqual(files.get('f1'));
  });

  test('go with the appeal to the specialist and to the desk', async () => {
    const stage = await withFiles();
    const quote = {
      id: 'q',
      from: { id: 'console:王老板', name: '王老板' },
      text: '',
      at: null,
      files: [pdf],
    };
    await stage.says('王老板', OWED, { ...addressed, quote });
    const carried = (heard: readonly Heard[], person: string) =>
      heard
        .filter(({ chat }) => chat === `console:${person}`)
        .flatMap(({ message }) => message.files ?? [])
        .map(({ name }) => name);
    expect(carried(await stage.passes('+2m'), '李专员')).toEqual(['合同.pdf']);
    const sent = await stage.says('李专员', '1');
    expect(carried(sent, '赵经办')).toEqual(['合同.pdf']);
    expect(carried(sent, '王老板')).toEqual([]);
    const later = await stage.says('王老板', '', { files: [{ ...pdf, name: '补充.pdf' }] });
    expect(carried(later, '赵经办')).toEqual(['补充.pdf']);
  });

  test('of a desk reach the enterprise alone, and the specialist', async () => {
    const stage = await withFiles();
    await stage.says('王老板', OWED, addressed);
    await stage.passes('+2m');
    await stage.says('李专员', '1');
    const heard = await stage.says('赵经办', '', { files: [{ ...pdf, name: '协议.pdf' }] });
    const carriers = heard.filter(({ message }) => message.files !== undefined).map(({ chat }) => chat);
    expect(carriers.toSorted()).toEqual(['console:李专员', 'console:王老板'].toSorted());
    expect(heardBy(heard, '王老板')).toContain('（附件：《协议.pdf》）');
    expect(heardBy(heard, '企业群')).toContain('A0001');
    expect(await kept(stage, 'A0001')).toHaveLength(1);
  });

  test('that come with the words and cannot be had are named beside the number', async () => {
    const stage = await withFiles();
    const heard = await stage.says('王老板', OWED, { files: [pdf, { ...pdf, id: 'gone', name: 'b.pdf' }] });
    expect(heardBy(heard, '王老板')).toContain('A0001');
    expect(heardBy(heard, '王老板')).toContain('《b.pdf》没能收下');
    expect(await kept(stage, 'A0001')).toHaveLength(1);
  });

  test('that cannot be had are named', async () => {
    const stage = await withFiles();
    await says(stage, OWED);
    expect(await says(stage, '', { files: [{ ...pdf, id: 'gone' }] })).toContain('《合同.pdf》没能收下');
    expect(await says(stage, '', { files: [pdf, { ...pdf, id: 'gone', name: 'b.pdf' }] })).toContain(
      '《b.pdf》',
    );
    expect(await kept(stage, 'A0001')).toHaveLength(1);
  });

  test('of somebody with two appeals are asked about', async () => {
    const stage = await withFiles();
    await says(stage, OWED);
    await stage.passes('+20m');
    await says(stage, '诉求 厂门口的路灯坏了一个月没人修');
    expect(await says(stage, '', { files: [pdf] })).toContain('附件是哪一件的？\n1 A0001');
    await says(stage, '2');
    expect(await kept(stage, 'A0002')).toHaveLength(1);
    expect(await kept(stage, 'A0001')).toEqual([]);
  });

  test('without an appeal are asked about in words', async () => {
    expect(await says(await withFiles(), '', { files: [pdf] })).toContain('请先用文字说清楚');
  });
});
