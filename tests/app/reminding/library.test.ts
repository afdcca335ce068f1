import { describe, expect, test } from 'vitest';
import { noteAnswers } from '../../../src/app/reminding/answered-from.ts';
import type { Step } from '../../../src/app/turn/types.ts';
import { aCall, aPolicy } from '../../support/a-policy.ts';
import { aReminding, SPECIALIST } from '../../support/a-reminding.ts';

const CERTAIN = '企业网上申报截止时间为2026年12月31日。';
const DOUBTFUL = '企业应于12月31日前在线提交申报书。';
const call = (...sentences: readonly string[]) => aCall('技改项目', { sentences });

const aLibraryTown = async (...sentences: readonly string[]) => {
  const town = await aReminding({ policies: [call(...sentences)] });
  await town.reminding.sync();
  await town.says('test:甲', '订阅');
  return town;
};

describe('a document in the library', () => {
  test('brings its deadlines, with the sentence; what is certain is reminded of', async () => {
    const { says, until, shown } = await aLibraryTown(CERTAIN);
    expect(await says('test:甲', 'D1')).toMatch(
      /^D1 技改项目[^\n]*12月31日（周四）截止，还有38天\n原文：“.*2026年12月31日”——《武汉市经济和信息化局关于组织申报技改项目的通知》\n原文明确/,
    );
    await until('2026-12-02T12:00');
    expect(shown.map(({ chat }) => chat)).toEqual(['test:甲']);
  });

  test('of what is in doubt nobody is reminded before a specialist, who is asked, has confirmed it', async () => {
    const { says, until, texts } = await aLibraryTown(DOUBTFUL);
    await until('2026-12-02T12:00');
    expect(texts()).toEqual([`${SPECIALIST}: 有 1 项等您看：截止时间发「待确认」，新政策发「新政策」。`]);
    expect(await says('test:甲', '截止')).toContain('（待核实）');
    expect(await says(SPECIALIST, '待确认')).toMatch(
      /待确认 1 项.*\nD1 .*\n原文：“.*12月31日前.*\n待专员确认：原文没写年份/,
    );
    expect(await says(SPECIALIST, '确认 D1')).toContain('D1 已确认');
    expect(await says(SPECIALIST, '待确认')).toContain('没有待确认');
    expect(await says('test:甲', 'D1')).toContain('专员已确认');
    await until('2026-12-04T12:00');
    expect(texts().slice(1)).toEqual([expect.stringMatching(/^test:甲: 申报提醒/)]);
  });

  test('a confirmation can put the day right; what has no day needs one', async () => {
    const { says } = await aLibraryTown(DOUBTFUL);
    await says(SPECIALIST, '确认 D1 2027-01-31');
    expect(await says('test:甲', 'D1')).toContain('2027年1月31日');
    const town = await aReminding({
      policies: [aPolicy('x.txt', ['请各试点企业于6月10日17：30前登录平台完成注册，参加项目申报。'])],
    });
    await town.reminding.sync();
    expect(await town.says(SPECIALIST, '确认 D1')).toContain('还没有日期');
    expect(await town.says(SPECIALIST, '确认 D1 2027-06-10')).toContain('D1 已确认');
    expect(await town.says(SPECIALIST, 'D1')).toContain('2027年6月10日');
  });

  test("that was over before it came is nobody's deadline; another city's concerns nobody", async () => {
    const { says } = await aLibraryTown('企业网上申报截止时间为2026年11月20日。');
    expect(await says('test:甲', 'D1')).toContain('没有 D1');
    const other = await aReminding({ policies: [{ ...call(CERTAIN), region: '长沙市' }] });
    expect(await other.says('test:甲', '截止')).toContain('近期没有');
  });

  test('is compared once; read again it changes nothing', async () => {
    const { setLibrary, says, reminding } = await aLibraryTown(CERTAIN);
    await setLibrary([call(CERTAIN)]);
    await reminding.sync();
    expect(await says('test:甲', 'D2')).toContain('没有 D2');
  });

  test('with another day has those told who were reminded; what a person set stays until then', async () => {
    const { setLibrary, says, until, shown } = await aLibraryTown(CERTAIN);
    await until('2026-12-02T12:00');
    await says(SPECIALIST, '改 D1 2026-12-30');
    await setLibrary([call('企业网上申报截止时间为2026年12月31日。', '其他事项另行通知。')]);
    expect(await says('test:甲', 'D1')).toContain('12月30日');
    await setLibrary([call('企业网上申报截止时间为2027年1月29日。')]);
    await until('2026-12-04T12:00');
    expect(shown.at(-1)?.text).toContain('改为2027年1月29日');
  });

  test('that is withdrawn, repealed or unreadable', async () => {
    const { setLibrary, says, until, shown } = await aLibraryTown(CERTAIN);
    await until('2026-12-02T12:00');
    await setLibrary([], [{ file: 'call.txt' }]);
    expect(await says('test:甲', 'D1')).toContain('原文明确');
    await setLibrary([]);
    await until('2026-12-04T12:00');
    expect(shown.at(-1)?.text).toContain('现已随文件撤下');
    await setLibrary([call(CERTAIN)]);
    expect(await says('test:甲', 'D1')).toContain('原文明确');
    const repeal = aPolicy('new.txt', [
      '武汉市新办法',
      '《武汉市经济和信息化局关于组织申报技改项目的通知》同时废止。',
    ]);
    await setLibrary([call(CERTAIN), repeal]);
    expect(await says('test:甲', 'D1')).toContain('已不在库里');
  });

  test('that extends another one moves its deadline', async () => {
    const { setLibrary, says } = await aLibraryTown(CERTAIN);
    const extension = aPolicy('later.txt', [
      '武汉市经济和信息化局关于延长技改项目申报时间的通知',
      '《武汉市经济和信息化局关于组织申报技改项目的通知》的企业网上申报截止时间延长至2027年1月29日。',
      '武汉市经济和信息化局',
      '2026年11月20日',
    ]);
    await setLibrary([call(CERTAIN), extension]);
    expect(await says('test:甲', 'D1')).toMatch(/2027年1月29日[^\n]*\n原文：“.*延长至2027年1月29日/);
    expect(await says('test:甲', 'D2')).toContain('没有 D2');
    await setLibrary([call(CERTAIN), extension, aPolicy('third.txt', ['武汉市别的办法'])]);
    expect(await says('test:甲', 'D1')).toContain('2027年1月29日');
  });

  test('a library that cannot be compared is tried again', async () => {
    const town = await aReminding({
      deps: {
        library: () => {
          throw new Error('gone');
        },
      },
    });
    await expect(town.reminding.sync()).resolves.toBeUndefined();
  });
});

describe('a new policy', () => {
  const fresh = aPolicy('new.txt', ['武汉市支持技改若干措施', '对技改项目给予补助。']);

  test('is told to subscribers whom it fits after a specialist has seen to how many', async () => {
    const { setLibrary, says, until, texts, lastTurn } = await aLibraryTown(CERTAIN);
    await says('test:某', '订阅 养老', 'test:群');
    await setLibrary([call(CERTAIN), fresh]);
    expect(await says(SPECIALIST, '新政策')).toContain('N2 《武汉市支持技改若干措施》');
    expect(await says(SPECIALIST, '推送 N2')).toContain('会告诉 0 个群、1 位订阅人');
    expect(lastTurn()?.reply?.offer?.choices.map(({ says: words }) => words)).toEqual([
      '确认推送 N2',
      '不推送 N2',
    ]);
    await until('2026-11-24T08:00');
    expect(texts()).toEqual([]);
    expect(await says(SPECIALIST, '确认推送 N2')).toContain('随下一次提醒');
    expect(await says(SPECIALIST, '新政策')).toContain('没有待推送');
    await until('2026-11-26T12:00');
    expect(texts()).toEqual([
      'test:甲: 新政策：\n《武汉市支持技改若干措施》\n能享受什么，发「我能享受什么政策」就知道。',
    ]);
  });

  test('counts a person with two accounts once', async () => {
    const { setLibrary, setPeople, says } = await aLibraryTown(CERTAIN);
    await says('wx:甲', '订阅');
    await setLibrary([call(CERTAIN), fresh]);
    const person = { name: null, grants: [], absence: null, suspended: false, boundAgainAt: null };
    setPeople({
      persons: [
        { ...person, account: 'test:甲' as never, link: null },
        { ...person, account: 'wx:甲' as never, link: { to: 'test:甲' as never, at: 1 as never } },
      ],
      admins: [SPECIALIST as never],
    });
    expect(await says(SPECIALIST, '推送 N2')).toContain('会告诉 0 个群、1 位订阅人');
  });

  test('is told to nobody where the specialist says no, or it is of another city', async () => {
    const { setLibrary, says, until, texts } = await aLibraryTown(CERTAIN);
    await setLibrary([call(CERTAIN), fresh, { ...fresh, id: 'far' as never, region: '长沙市' }]);
    expect(await says(SPECIALIST, '新政策')).toContain('新政策 1 件');
    expect(await says(SPECIALIST, '不推送 N2')).toContain('不推送');
    await until('2026-11-26T12:00');
    expect(texts()).toEqual([]);
  });
});

describe('who was answered from a document', () => {
  test('is told once when it is extended, replaced or withdrawn', async () => {
    const policy = { ...call(CERTAIN), validUntil: '2026-12-31' as never };
    const town = await aReminding({ policies: [policy] });
    const { reminding, setLibrary, until, shown, order } = town;
    await reminding.sync();
    const answer: Step = async () => ({
      reply: { text: '答' },
      memory: { ...town.memory, about: { policy: 'call', clause: '1' } },
    });
    const said = { message: { chat: 'test:丙', isGroup: false } } as never;
    const turn = await reminding.noting(answer)(said);
    const [delivery] = turn?.deliveries ?? [];
    if (!delivery || !('order' in delivery.content)) throw new Error('nothing was noted');
    await order(delivery.to, delivery.content.order, 'test:a#2');
    expect((await reminding.noting(answer)(said))?.deliveries).toBeUndefined();
    await setLibrary([{ ...policy, validUntil: '2027-12-31' as never }]);
    await until('2026-11-25T12:00');
    await setLibrary([{ ...call(CERTAIN, '另有说明。'), validUntil: '2027-12-31' as never }]);
    await until('2026-11-27T12:00');
    await setLibrary([]);
    await until('2026-12-03T12:00');
    expect(shown.map(({ text }) => text)).toEqual([
      expect.stringContaining('有效期改为到2027年12月31日'),
      expect.stringContaining('内容有更新'),
      expect.stringContaining('已从政策库撤下'),
    ]);
  });

  test('nothing is noted of an answer without a document, or of one that nobody knows', async () => {
    const town = await aReminding();
    const note = (step: Step) =>
      town.reminding.noting(step)({ message: { chat: 'x', isGroup: true } } as never);
    expect(await note(async () => null)).toBeNull();
    expect((await note(async () => ({ memory: town.memory })))?.deliveries).toBeUndefined();
    const about = { policy: 'unknown', clause: '1' };
    expect((await note(async () => ({ memory: { ...town.memory, about } })))?.deliveries).toBeUndefined();
    expect(noteAnswers).toBeTypeOf('function');
  });
});
