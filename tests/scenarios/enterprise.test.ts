import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROFILE } from '../../src/app/enterprise/kinds.ts';
import { readProfile } from '../../src/domain/enterprise/profile-record.ts';
import { findBreak } from '../../src/domain/chain.ts';
import { must, sha256 } from '../support/a-town.ts';
import { ASK, FIRM, OWN, ownersOn } from '../support/an-owner.ts';
import { aStage, heardBy, type Stage, withPeople } from '../support/stage.ts';

let stage: Stage;
let owners: ReturnType<typeof ownersOn>;
beforeEach(async () => {
  stage = await aStage('2023-06-01T09:00');
  owners = ownersOn(stage);
});
afterEach(async () => stage.end());

const alone = (text: string, person?: string): Promise<string> => owners.alone(text, person);
const lineCount = (text: string): number => text.split('\n').length;

describe('what an enterprise can get', () => {
  test('a newcomer is told what can be said, and asked the one question that decides most', async () => {
    const first = await alone(ASK);
    expect(first).toMatch(/^还不知道您企业的情况/);
    expect(first).toMatch(/再说一项会更准：.*(?:认定|主要做什么)/);
    expect(lineCount(first)).toBeLessThanOrEqual(8);
    const second = await alone('我们是省级小巨人');
    expect(second).toMatch(/1 获批省级专精特新“小巨人”企业：20万元（因为：省级专精特新（小巨人），武汉市）/);
    expect(second).toContain('差一步');
    expect(await alone('1')).toMatch(/依据：《武汉市促进中小企业.*》二、\(一\)4\n责任单位：市经信局/);
    expect(await alone('2')).toContain('原文：');
  });

  test('what is told with the question counts, and is kept', async () => {
    const text = await alone('我们是省级小巨人，洪山区的，能享受什么政策？');
    expect(text).toContain('20万元（因为：省级专精特新（小巨人），武汉市）');
    expect(readProfile(await owners.recordOf('张三'))).toMatchObject({
      place: { district: '洪山区' },
      holdings: [{ qualification: 'srdi-provincial' }],
    });
  });

  test('the rest of a long list comes by a digit, and its numbers go on', async () => {
    const first = await alone(ASK);
    const more = /(\d) 更多/.exec(first)?.[1] ?? '';
    expect(await alone(more)).toContain('（从第5项起）');
    expect(await alone('1')).toContain('依据：');
    expect(await alone('更多政策 99')).not.toContain('更多');
    expect(await alone('看第99项')).toContain('没有这一项');
  });

  test('what has expired is left out, counted, and shown when it is asked for', async () => {
    await stage.end();
    stage = await aStage('2026-06-01T09:00');
    owners = ownersOn(stage);
    await alone('我们是省级小巨人，能享受什么政策');
    const text = await alone(ASK);
    expect(text).not.toContain('20万元');
    expect(text).toMatch(/另有\d+项已过期/);
    const past = await alone('包括过期的');
    expect(past).toContain('【已过期】20万元');
    expect(await alone('1')).toContain('已失效');
  });

  test('a question about a title that nobody says to have goes to the library', async () => {
    expect(await alone('省级小巨人能享受什么政策')).toContain('原文：');
    expect(await stage.records.read(PROFILE, 'console:张三')).toBeNull();
  });
});

describe('the dialogue', () => {
  test('takes six answers at most, each may be skipped, and says what it knows', async () => {
    expect(await alone('我的企业')).toMatch(/先问几句.*\n企业在哪个区？.*“不填了”“跳过”）$/);
    expect(await alone('洪山区')).toMatch(/^记下了。主要做什么？/);
    expect(await alone('跳过')).toMatch(/^好，跳过。多少人/);
    expect(await alone('30人，800万')).toContain('有哪些认定');
    expect(await alone('没有')).toContain('是企业还是个体工商户');
    expect(await alone('企业，2015年')).toContain('企业全称');
    const done = await alone(FIRM);
    expect(done).toContain('资料记好了');
    expect(done).toContain('地区：武汉市洪山区　类型：企业　成立：2015年');
    expect(lineCount(done)).toBeLessThanOrEqual(8);
    expect(await alone('我的企业')).toContain('要改发“改 人数 50人”');
  });

  test('one answer may tell more than was asked, what was asked stays open', async () => {
    await alone('我的企业');
    expect(await alone('我们是做软件的')).toMatch(/^记下了。企业在哪个区/);
    expect(await alone('洪山区，30人，去年800万')).toContain('有哪些认定');
  });

  test('what is not understood is explained once, then passed over', async () => {
    await alone('我的企业');
    expect(await alone('火星')).toContain('没认出是哪个区');
    expect(await alone('火星')).toMatch(/^没关系，先不填这一项。主要做什么/);
  });

  test.for([
    ['小巨人奖励多少钱？', '20万元'],
    ['诉求 我们厂门口的路灯坏了三个月没人修', 'A'],
    ['待办', ''],
  ] as const)('「%s」 is no answer; the dialogue goes on with 「我的企业」', async ([text, part]) => {
    await alone('我的企业');
    expect(await alone(text)).toContain(part);
    expect(await alone('我的企业')).toContain('企业在哪个区');
    expect(await alone('洪山区')).toContain('主要做什么');
  });

  test('after something else the next message is no answer any more', async () => {
    await alone('我的企业');
    await alone('小巨人奖励多少钱？');
    await alone('洪山区');
    expect((await owners.recordOf('张三')).chain).toEqual([]);
  });

  test('a question waits for half an hour', async () => {
    await alone('我的企业');
    await stage.passes('+31m');
    await alone('洪山区');
    expect((await owners.recordOf('张三')).chain).toEqual([]);
  });

  test('「不填了」 ends it; who skips all can begin anew', async () => {
    await alone('我的企业');
    expect(await alone('不填了')).toContain('先填到这里');
    await alone('我的企业');
    for (let at = 0; at < 5; at += 1) await alone('跳过');
    expect(await alone('跳过')).toContain('先不填');
    expect(await alone('我的企业')).toContain('企业在哪个区');
  });

  test('a correction replaces, one that says the same or nothing is told so', async () => {
    await alone('改 认定 高新技术企业');
    expect(await alone('改 认定 没有')).toContain('认定：无');
    await alone('改 名称 武汉示例软件有限公司');
    expect(readProfile(await owners.recordOf('张三')).place).toBeNull();
    expect(await alone('改 人数 50人')).toContain('人数：50人');
    expect(await alone('人数改成50人')).toContain('没有改动');
    expect(await alone('改 营收 很多')).toContain('没看到数字');
    expect(await alone('改 营收 50人')).toContain('没看到数字');
    expect(await alone('改 行业 做模具')).toContain('行业：');
  });
});

describe('in passing', () => {
  test('facts in a question are taken without a word, and a contradiction is asked about once', async () => {
    const first = await stage.says('张三', '我们公司在洪山区，有30个人，小巨人奖励多少钱？');
    expect(first).toHaveLength(1);
    expect(heardBy(first, '张三')).not.toContain('30');
    expect(readProfile(await owners.recordOf('张三'))).toMatchObject({
      staff: 30,
      place: { district: '洪山区' },
    });
    const second = await stage.says('张三', '我们公司现在有60个人，小巨人奖励多少钱？');
    expect(second).toHaveLength(2);
    expect(heardBy(second, '张三')).toContain('之前记的人数是30人，这次说60人');
    expect(readProfile(await owners.recordOf('张三')).staff).toBe(30);
    await alone('改 人数 60人');
    expect(readProfile(await owners.recordOf('张三')).staff).toBe(60);
  });

  test('facts in an appeal are taken, too', async () => {
    await alone('诉求 我们公司在洪山区，有30个人，门口的路灯坏了三个月没人修');
    expect(readProfile(await owners.recordOf('张三')).staff).toBe(30);
  });

  test('staff speak of others, a group of many listens, a command tells nothing', async () => {
    await withPeople(stage);
    await alone('我们公司在洪山区，有30个人，小巨人奖励多少钱？', '李专员');
    await stage.says('张三', '我们公司在洪山区，有30个人，小巨人奖励多少钱？', { group: '企业群' });
    await alone('诉求 门口的路灯坏了三个月没人修');
    await alone('A0001 补充 我们公司在洪山区，有30个人');
    expect(await stage.records.ids(PROFILE)).toEqual([]);
  });
});

describe('growth and the page', () => {
  test('「下一步」 says where it stands, what comes next, what it brings and who helps', async () => {
    const first = await alone('下一步');
    expect(first).toContain('有哪些认定');
    const text = await alone('省级小巨人');
    expect(text).toContain('现在是省级专精特新（小巨人）。');
    expect(text).toMatch(/下一步 梯度培育：先认定国家级.*\n可得：.*50万元.*\n找谁：市经信局/);
    expect(await alone('1')).toMatch(/^梯度培育：先认定国家级/);
    expect(await alone('成长路径 9')).toContain('没有这一步');
  });

  test('「一企一策」 is one page of HTML as a file', async () => {
    expect(await alone('一企一策')).toContain('还没有企业资料');
    await alone('改 名称 示例<b>科技有限公司');
    await alone(`改 名称 ${FIRM}`);
    await alone('我们是省级小巨人，能享受什么政策');
    const [heard] = await stage.says('张三', '一企一策');
    const file = heard?.message.files?.[0];
    expect(file).toMatchObject({ name: `一企一策-${FIRM}.html`, kind: 'file' });
    const html = stage.pages.kept.get(must(file).id);
    expect(html).toContain('<h1>示例科技有限公司一企一策</h1>');
    expect(html).toContain('20万元');
    await alone('一企一策');
    expect(stage.pages.kept.size).toBe(1);
  });
});

describe('「导出」「删除」', () => {
  test('exporting tells all, and is an event', async () => {
    expect(await alone('导出我的资料')).toContain('还没有企业资料');
    await alone('改 人数 50人');
    expect(await alone('导出我的资料')).toBe('企业资料（2023-06-01导出，共1次记录）：\n人数：50人');
    expect((await owners.recordOf('张三')).chain.map(({ fact }) => fact.kind)).toEqual(['told', 'exported']);
  });

  test('erasing is asked once, and leaves events without words', async () => {
    expect(await alone('删除我的资料')).toContain('还没有企业资料');
    await alone(`改 名称 ${FIRM}`);
    await alone('一企一策');
    expect(await alone('删除我的资料')).toContain('回复 1 确认删除 | 2 不删');
    expect(await alone('2')).toContain('没有动');
    await alone('删除我的资料');
    expect(await alone('1')).toContain('已删除');
    const record = await owners.recordOf('张三');
    expect(JSON.stringify(record)).not.toContain('示例');
    expect(record.chain.map(({ fact }) => fact.kind)).toEqual(['told', 'erased']);
    expect(findBreak(record.chain, sha256)).toBeNull();
    expect(stage.pages.kept.size).toBe(0);
    expect(await alone('确认删除我的资料')).toContain('还没有企业资料');
  });

  test('who has erased is not noted in passing again until it begins anew', async () => {
    await alone('改 人数 50人');
    await alone('确认删除我的资料');
    await alone('我们公司有30个人，小巨人奖励多少钱？');
    await alone(`我们公司有30个人，${ASK}`);
    expect(readProfile(await owners.recordOf('张三')).staff).toBeNull();
    await alone('改 人数 60人');
    expect(readProfile(await owners.recordOf('张三')).staff).toBe(60);
  });

  test('what is shared says so, and is answered in the enterprise’s group', async () => {
    await owners.joins('张三');
    await stage.says('张三', '改 人数 50人', OWN);
    expect(heardBy(await stage.says('张三', '删除我的资料', OWN), '示例群')).toContain('全企业共用');
    expect(heardBy(await stage.says('张三', '1', OWN), '示例群')).toContain('已删除');
  });
});
