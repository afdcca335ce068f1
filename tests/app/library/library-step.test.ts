import { describe, expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { accept, type Conversation, workedOff } from '../../../src/app/conversation.ts';
import { DOCUMENT, openDocuments, readNotes } from '../../../src/app/library/documents.ts';
import { createLibraryStep } from '../../../src/app/library/library-step.ts';
import { openLibrary } from '../../../src/app/library/open-library.ts';
import { parseFile } from '../../../src/app/library/parse-file.ts';
import { createTakeTurn } from '../../../src/app/turn/take-turn.ts';
import { ChannelError } from '../../../src/ports/channel.ts';
import type { Attachment, InboundMessage } from '../../../src/ports/message.ts';
import { aCupboard } from '../../support/a-cupboard.ts';
import { aLibraryBench, threeFiles } from '../../support/a-library.ts';
import { aTown, MONDAY, sha256 } from '../../support/a-town.ts';
import { aMessage } from '../../support/bot.ts';

const ADMIN = 'feishu:管';

const NEW = `武汉市示例产业扶持办法
武政规〔2026〕9号
一、资金奖励
（一）示例奖励。对示例企业给予一次性奖励77万元。（责任单位：市经信局）
（二）申报时间。请于2026年12月15日前提交申报材料。
本办法自2026年1月1日起施行，有效期至2028年12月31日。
`;

const aFile = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  id: name,
  name,
  kind: 'file',
  bytes: 100,
  ...more,
});

/** A library of three documents with an administrator at its door, everything in memory. */
async function aReadingRoom(sent: Readonly<Record<string, string | Uint8Array>> = { '新办法.txt': NEW }) {
  const bench = aLibraryBench({ files: threeFiles });
  const library = await openLibrary(bench.deps);
  const records = await openRecords({
    folder: null,
    kinds: [DOCUMENT],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const documents = await openDocuments(records, library.layOver);
  const town = await aTown({ admins: [ADMIN] });
  const attachments = aCupboard();
  const files = new Map<string, string | Uint8Array>(Object.entries(sent));
  const step = createLibraryStep({
    roster: town.people.roster,
    library,
    notes: documents.notes,
    shelf: { add: async (name, bytes) => bench.folder.write(name, bytes) },
    attachments,
    digest: sha256,
    fetch: async ({ id }) => {
      const content = files.get(id);
      if (content === undefined) throw new ChannelError('unavailable');
      return Buffer.from(content);
    },
    parse: (file) => parseFile(file, bench.deps),
  });
  const takeTurn = createTakeTurn([step], '小企');
  const chats = new Map<string, Conversation>();
  let count = 0;
  /** What is said back; null where the step takes nothing. Every order is carried out twice. */
  const says = async (person: string, text: string, more: Partial<InboundMessage> = {}) => {
    count += 1;
    const message = aMessage(String(count), {
      chat: person,
      from: { id: person, name: person },
      text,
      ...more,
    });
    const before = accept(chats.get(message.chat) ?? null, message, MONDAY) as Conversation;
    const { turn, closed, isPick } = await takeTurn(message, before, MONDAY);
    const { reply, deliveries = [] } = turn;
    for (const [at, { to, content }] of deliveries.entries()) {
      const [, id = ''] = to.split('/');
      for (let again = 0; again < 2; again += 1)
        await documents.carryOut(id, 'order' in content ? content.order : null, `${message.id}#${at}`);
    }
    const offer = reply?.offer ?? null;
    const outcome = { memory: null, asked: null, offer, closed, isPick, manners: {} };
    const after = workedOff(before, message, { ...outcome, now: MONDAY, memoryMs: 1_800_000 });
    chats.set(message.chat, after as Conversation);
    return reply?.text ?? null;
  };
  const titles = (): readonly (string | null)[] => library.current().policies.map(({ title }) => title);
  const numberOf = async (title: string): Promise<string> => {
    const line = (await says(ADMIN, '政策库'))?.split('\n').find((one) => one.includes(title));
    return /^(\d+) /.exec(line ?? '')?.[1] ?? 'none';
  };
  return { bench, library, records, attachments, says, titles, numberOf };
}

const sent = (...names: readonly string[]): Partial<InboundMessage> => ({
  files: names.map((name) => aFile(name)),
});

describe('a file for the library', () => {
  test('is read and reported first, and counts when that is confirmed', async () => {
    const { says, titles, library } = await aReadingRoom();
    const report = await says(ADMIN, '加入政策库', sent('新办法.txt'));
    expect(report).toMatch(/^《武汉市示例产业扶持办法》\n/);
    expect(report).toContain('文号：武政规〔2026〕9号');
    expect(report).toContain('有效期至：2028-12-31');
    expect(report).toMatch(/条款 \d+，责任单位 1 处，金额 1 项，时限 [1-9]\d* 处/);
    expect(report).toMatch(/原文 \d+ 字，留下 \d+ 字，略去 \d+ 字，修补 0 处\n1 确认加入\n2 放弃$/);
    expect(titles()).toHaveLength(3);
    expect(await says(ADMIN, '1')).toContain('已加入政策库');
    expect(titles()).toContain('武汉市示例产业扶持办法');
    // Its name in the library is its content's, whatever somebody called it.
    const added = library.current().policies.find(({ title }) => title === '武汉市示例产业扶持办法');
    expect(added?.file).toBe(`${sha256(NEW).slice(0, 16)}.txt`);
  });

  test('may come first, with the words behind it', async () => {
    const { says, titles } = await aReadingRoom();
    expect(await says(ADMIN, '', sent('新办法.txt'))).toBe('收到《新办法.txt》。\n1 加入政策库\n2 不用');
    expect(await says(ADMIN, '加入政策库')).toContain('1 确认加入');
    expect(await says(ADMIN, '确认')).toContain('已加入');
    expect(titles()).toHaveLength(4);
  });

  test('may be offered, taken by a digit, and given up', async () => {
    const { says, titles } = await aReadingRoom();
    await says(ADMIN, '', sent('新办法.txt'));
    expect(await says(ADMIN, '1')).toContain('1 确认加入');
    expect(await says(ADMIN, '2')).toContain('没有改动');
    expect(titles()).toHaveLength(3);
  });

  test('may be quoted', async () => {
    const { says } = await aReadingRoom();
    const quote = {
      id: 'm',
      from: { id: ADMIN, name: '管' },
      text: '',
      at: null,
      files: [aFile('新办法.txt')],
    };
    expect(await says(ADMIN, '加入政策库', { quote })).toContain('1 确认加入');
  });

  test('is asked for where none is there', async () => {
    expect(await (await aReadingRoom()).says(ADMIN, '加入政策库')).toContain('请先把文件发给我');
  });

  test('that is in the library is not added again, one with its title is named', async () => {
    const { says } = await aReadingRoom({ '新办法.txt': NEW, '改.txt': `${NEW}第二行。\n` });
    await says(ADMIN, '加入政策库', sent('新办法.txt'));
    await says(ADMIN, '1');
    expect(await says(ADMIN, '加入政策库', sent('新办法.txt'))).toContain('已经在政策库里了');
    expect(await says(ADMIN, '加入政策库', sent('改.txt'))).toMatch(/库里已有同名文件：\d+ 《/);
  });

  test.for([
    ['空.txt', '', '是空文件'],
    ['图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), '不是文字文件'],
  ] as const)('《%s》 is refused with the reason', async ([name, content, why]) => {
    expect(await (await aReadingRoom({ [name]: content })).says(ADMIN, '加入政策库', sent(name))).toContain(
      why,
    );
  });

  test('that is too large is refused before it is fetched, one that cannot be had is asked for again', async () => {
    const { says } = await aReadingRoom();
    const large = { files: [aFile('大.pdf', { bytes: 31 * 1024 * 1024 })] };
    expect(await says(ADMIN, '加入政策库', large)).toContain('超过了 30 MB');
    expect(await says(ADMIN, '加入政策库', sent('没有.txt'))).toContain('没能取到文件');
  });

  test('whose bytes are gone meanwhile is asked for again', async () => {
    const { says, attachments } = await aReadingRoom();
    await says(ADMIN, '加入政策库', sent('新办法.txt'));
    attachments.held.clear();
    expect(await says(ADMIN, '1')).toContain('请重新发一次');
  });
});

describe('a document of the library', () => {
  test('is withdrawn and restored', async () => {
    const { says, titles, numberOf } = await aReadingRoom();
    const number = await numberOf('工作要点');
    expect(await says(ADMIN, `撤下 ${number}`)).toContain('撤下《武汉市2023年中小企业工作要点》');
    expect(titles()).toHaveLength(3);
    expect(await says(ADMIN, '1')).toContain('已撤下');
    expect(titles()).not.toContain('武汉市2023年中小企业工作要点');
    expect(await says(ADMIN, '政策库')).toContain('3 《武汉市2023年中小企业工作要点》（已撤下）');
    await says(ADMIN, '恢复 3');
    expect(await says(ADMIN, '1')).toContain('已恢复');
    expect(titles()).toContain('武汉市2023年中小企业工作要点');
  });

  test('is replaced, and found as replaced', async () => {
    const { says, titles, numberOf } = await aReadingRoom();
    const number = await numberOf('若干措施');
    expect(await says(ADMIN, `替换 ${number}`)).toContain('请先把新文件发给我');
    expect(await says(ADMIN, `替换 ${number}`, sent('新办法.txt'))).toContain('1 确认替换《');
    expect(await says(ADMIN, '确认替换')).toContain('旧的还查得到');
    expect(titles()).toContain('武汉市示例产业扶持办法');
    expect(titles()).toContain('武汉市支持中小企业发展若干措施（已被替换）');
  });

  test('is corrected, also when it is parsed again', async () => {
    const { says, bench, library, records, numberOf } = await aReadingRoom();
    const number = await numberOf('若干措施');
    for (const [words, asks] of [
      ['标题 《示例措施》', '标题改为「示例措施」'],
      ['文号 武政规〔2024〕1号', '文号改为「武政规〔2024〕1号」'],
      ['单位 市经信局', '发文单位改为「市经信局」'],
      ['有效期 2026年12月31日', '有效期至改为「2026-12-31」'],
      ['成文日期 无', '成文日期改为「无」'],
    ] as const) {
      expect(await says(ADMIN, `更正 ${number} ${words}`)).toContain(asks);
      expect(await says(ADMIN, '1')).toContain('已更正');
    }
    const corrected = {
      title: '示例措施',
      documentNumber: '武政规〔2024〕1号',
      issuingAuthority: '市经信局',
      validUntil: '2026-12-31',
      signedOn: null,
    };
    const find = (from: typeof library) =>
      from.current().policies.find(({ file }) => file === 'measures.txt');
    expect(find(library)).toMatchObject(corrected);
    const text = `${threeFiles['measures.txt']}\n（三）补充一条。\n`;
    bench.folder.write('measures.txt', text);
    await library.refresh();
    expect(bench.parsed.at(-1)).toBe('measures.txt');
    expect(find(library)).toMatchObject(corrected);
    // After a restart, too.
    const again = await openLibrary({ ...bench.deps, notes: await readNotes(records) });
    expect(find(again)).toMatchObject(corrected);
  });

  test.for([
    ['更正 1 颜色 红', '请写明改什么'],
    ['更正 1 有效期 明年', '日期请写成'],
    ['撤下 99', '没有这个编号'],
    ['撤下 0', '没有这个编号'],
  ] as const)('「%s」 is refused', async ([text, why]) => {
    expect(await (await aReadingRoom()).says(ADMIN, text)).toContain(why);
  });
});

describe('the door of the library', () => {
  test('is closed to everybody else, and in groups', async () => {
    const { says } = await aReadingRoom();
    expect(await says('feishu:王', '撤下 1')).toContain('由管理员维护');
    const group = { chat: 'feishu:群', isGroup: true };
    expect(await says(ADMIN, '撤下 1', group)).toContain('请私聊我');
    expect(await says(ADMIN, '', { ...group, ...sent('新办法.txt') })).toBeNull();
    expect(await says('feishu:王', '', sent('新办法.txt'))).toBeNull();
  });

  test('leaves alone what others take', async () => {
    const { says } = await aReadingRoom();
    expect(await says('feishu:王', '政策库')).toBeNull();
    expect(await says(ADMIN, '政策库', { chat: 'feishu:群', isGroup: true })).toBeNull();
    expect(await says(ADMIN, '确认')).toBeNull();
    expect(await says(ADMIN, '小巨人奖励多少钱')).toBeNull();
  });

  test('a plan that is typed instead of picked is not followed', async () => {
    const { says, titles } = await aReadingRoom();
    const typed = `政策库:${JSON.stringify({ kind: 'withdraw', file: 'plan.txt', title: '' })}`;
    expect(await says(ADMIN, typed)).toBeNull();
    expect(titles()).toHaveLength(3);
  });
});

test('an empty library asks for a file', async () => {
  const { says, bench, library } = await aReadingRoom();
  for (const name of Object.keys(threeFiles)) bench.folder.remove(name);
  await library.refresh();
  expect(await says(ADMIN, '政策库')).toContain('政策库是空的');
});
