import { describe, expect, test } from 'vitest';
import { PERSON, PLACE } from '../../../src/app/people/kinds.ts';
import { findBreak } from '../../../src/domain/chain.ts';
import { suspendChannel } from '../../../src/domain/people/suspend.ts';
import { accountId } from '../../../src/domain/people/account.ts';
import { acc, aTown, at, MONDAY, sha256, must } from '../../support/a-town.ts';

const ADMIN = 'feishu:管';
const GROUP = { group: 'feishu:oc_123456789' };

describe('a group', () => {
  test('is bound, bound again, listed and let go', async () => {
    const { says, people, records } = await aTown();
    expect((await says(ADMIN, '绑定 企业群 洪山 示例科技有限公司', GROUP)).reply).toBe(
      '好了，本群现在是洪山区的企业群，企业是示例科技有限公司（编号 1）。',
    );
    expect((await says(ADMIN, '绑定 企业群 洪山区 示例科技有限公司', GROUP)).reply).toContain('已经是这样了');
    await says(ADMIN, '解绑 1');
    await says(ADMIN, '绑定 承办 经信委', GROUP);
    const unit = must(people.unitOf('市经信局'));
    expect([people.unitOf(unit), people.unitOf('火星'), people.unitOf('各区人民政府')]).toEqual([
      unit,
      null,
      null,
    ]);
    expect(people.roster().desksOf(unit, MONDAY)).toEqual([GROUP.group]);
    expect((await says(ADMIN, '绑定列表')).reply?.split('\n')).toEqual([
      '绑定共 1 项',
      '2 飞书群 …456789：市经信局的承办群',
      '撤销发「解绑 编号」。',
    ]);
    await says(ADMIN, '解绑 2');
    expect(people.roster().placeOf(GROUP.group)).toBeNull();
    expect((await says(ADMIN, '解绑 2')).reply).toContain('没有这个编号');
    expect((await says(ADMIN, '绑定列表')).reply).toContain('还没有任何绑定');
    const record = must(await records.read(PLACE, GROUP.group));
    expect(record.chain.map(({ fact }) => [fact.kind, fact.by])).toEqual([
      ['bound', ADMIN],
      ['unbound', ADMIN],
      ['bound', ADMIN],
      ['unbound', ADMIN],
    ]);
    expect(findBreak(record.chain, sha256)).toBeNull();
  });

  test('never turns into one of the other kind, whose people would read what is not theirs', async () => {
    const { says, people } = await aTown();
    await says(ADMIN, '绑定 企业群 洪山区', GROUP);
    expect(await says(ADMIN, '绑定 承办 市经信局', GROUP)).toMatchObject({
      reply: '本群是洪山区的企业群，企业能看到。先「解绑 1」再绑。',
      choices: [],
    });
    expect(people.roster().placeOf(GROUP.group)?.binding?.kind).toBe('enterprise-group');
    const desk = { group: 'feishu:经信群' };
    await says(ADMIN, '绑定 承办 市经信局', desk);
    expect((await says(ADMIN, '绑定 企业群 洪山区 示例科技有限公司', desk)).reply).toBe(
      '本群是市经信局的承办群。先「解绑 2」再绑。',
    );
    expect(people.roster().placeOf(desk.group)?.binding?.kind).toBe('desk');
    expect(people.roster().enterpriseNamed('示例科技有限公司')).toBeNull();
  });

  test('of a station, of the whole city, of nothing that can be read', async () => {
    const { says, people } = await aTown();
    await says(ADMIN, '绑定 企业群 洪山区 关山街道', GROUP);
    const station = { district: '洪山区', station: ['关山街道'], enterprise: null };
    expect(people.roster().placeOf(GROUP.group)?.binding).toMatchObject(station);
    expect((await says(ADMIN, '绑定 企业群 全市', GROUP)).reply).toContain('全市的企业群');
    expect((await says(ADMIN, '绑定 企业群', GROUP)).reply).toContain('请带上区');
    expect((await says(ADMIN, '绑定 企业群 火星', GROUP)).reply).toContain('没认出');
    expect((await says(ADMIN, '绑定 企业群 洪山区 A', GROUP)).reply).toContain('名称');
    expect((await says(ADMIN, '绑定 企业群 江夏区', GROUP)).reply).toContain('江夏区的企业群');
    expect((await says(ADMIN, '绑定 承办', GROUP)).reply).toContain('请带上单位');
    expect((await says(ADMIN, '绑定 承办 火星探测局办公室', GROUP)).reply).toContain('单位');
  });

  test('named with a typo is asked about, and a digit is the answer', async () => {
    const { says, picks, people } = await aTown();
    const heard = await says(ADMIN, '绑定 承办 市精信局', GROUP);
    expect(heard.choices.length).toBeLessThanOrEqual(3);
    const { key } = must(heard.choices.find(({ label }) => label === '市经信局'));
    expect((await picks(ADMIN, heard, { key, ...GROUP })).reply).toContain('市经信局的承办群');
    const station = await says(ADMIN, '绑定 专员 @李四 红山区 关山街道', {
      ...GROUP,
      mentions: [at('feishu:李四')],
    });
    await picks(ADMIN, station, { key: '1', ...GROUP });
    expect(people.roster().whoIs(acc('feishu:李四')).held[0]?.grant).toMatchObject({
      area: { path: ['洪山区', '关山街道'] },
    });
  });
});

describe('a person', () => {
  test('who is mentioned gets the role, is told so, and loses it again', async () => {
    const { says, records } = await aTown();
    const mentions = [at('feishu:李四'), at('feishu:王五')];
    const heard = await says(ADMIN, '绑定 专员 @李四 @王五 洪山区', { ...GROUP, mentions });
    expect(heard.reply).toBe('好了，李四、王五现在是洪山区的专员（编号 1、2）。');
    expect(heard.notices.map((one) => one.split(':')[1])).toEqual(['李四', '王五']);
    expect(
      (await says(ADMIN, '绑定 专员 @李四 洪山区', { ...GROUP, mentions: [at('feishu:李四')] })).reply,
    ).toContain('已经是');
    const revoked = await says(ADMIN, '解绑 1');
    expect(revoked.notices[0]).toContain('feishu:李四: 管理员已取消您的身份');
    expect(revoked.reply).toContain('他手上可能还有在办的诉求');
    expect((await says('feishu:王五', '解绑 2')).reply).toContain('您手上如果还有在办的诉求');
    await says(ADMIN, '绑定 督办 洪山区');
    expect((await says(ADMIN, '解绑 3')).reply?.split('\n')).toHaveLength(1);
    const record = must(await records.read(PERSON, 'feishu:李四'));
    expect(record.chain.map(({ fact }) => fact.kind)).toEqual(['granted', 'revoked']);
    expect(await records.find(PERSON, 'account:feishu:李四')).toEqual(['feishu:李四']);
  });

  test('can be the specialist of one group', async () => {
    const { says, people } = await aTown();
    await says(ADMIN, '绑定 专员 @李四', { ...GROUP, mentions: [at('feishu:李四')] });
    const origin = { chat: GROUP.group, district: '洪山区', station: [] };
    expect(people.roster().specialistsFor(origin, MONDAY)).toEqual(['feishu:李四']);
    expect((await says(ADMIN, '绑定 专员')).reply).toContain('请带上区');
    expect((await says(ADMIN, '绑定 督办')).reply).toContain('请带上区');
  });

  test('sees their own id, roles and bindings, and nobody else’s id', async () => {
    const { says } = await aTown();
    expect((await says('wechat:主', '我是谁')).reply).toBe(
      '您的编号：wechat:主\n您是企业用户，可以问政策、提诉求。',
    );
    expect((await says(ADMIN, '我是谁')).reply).toContain('写在设置里');
    for (const district of ['洪山区', '江夏区', '青山区', '武昌区', '全市'])
      await says(ADMIN, `绑定 专员 @李四 ${district}`, { ...GROUP, mentions: [at('feishu:李四')] });
    await says(ADMIN, '绑定 督办 洪山区');
    const { reply } = await says('feishu:李四', '我是谁', GROUP);
    expect(reply).toContain('· 洪山区的专员（编号 1）');
    expect(reply).toContain('还有 2 项');
    expect(reply).not.toContain(ADMIN);
  });

  test('number is never given twice, not even that of what was revoked before a restart', async () => {
    const first = await aTown();
    await first.says(ADMIN, '绑定 承办 市经信局', GROUP);
    await first.says(ADMIN, '绑定 专员 洪山区');
    await first.says(ADMIN, '解绑 2');
    const second = await aTown({ records: first.records });
    expect((await second.says(ADMIN, '绑定 专员 江夏区')).reply).toContain('编号 3');
    expect(second.people.roster().placeOf(GROUP.group)?.number).toBe(1);
  });
});

describe('the list of bindings', () => {
  test('goes over pages of eight lines, and in a group to the person alone', async () => {
    const { says } = await aTown();
    for (let n = 0; n < 8; n += 1) await says(ADMIN, '绑定 承办 市经信局', { group: `wechat:群${n}` });
    const first = (await says(ADMIN, '绑定列表')).reply ?? '';
    expect(first.split('\n')).toHaveLength(8);
    expect(first).toContain('绑定列表 2');
    expect((await says(ADMIN, '绑定列表 9')).reply?.split('\n')).toHaveLength(4);
    const heard = await says(ADMIN, '绑定列表', GROUP);
    expect(heard.reply).toBe('已私信发给您。');
    expect(heard.notices).toEqual([`${ADMIN}: ${first}`]);
  });
});

describe('a channel whose ids have changed', () => {
  test('has all that its old ids were bound to suspended, once', async () => {
    const { says, people, orders } = await aTown();
    await says(ADMIN, '绑定 承办 市经信局', { group: 'wechat:群' });
    await says(ADMIN, '绑定 专员 @老 洪山区', { ...GROUP, mentions: [at('wechat:老')] });
    await says(ADMIN, '绑定 专员 江夏区');
    const suspensions = suspendChannel(people.roster(), 'wechat', MONDAY);
    expect(suspensions).toHaveLength(2);
    for (const { record, id, order } of suspensions) await orders[record](id, order, `login:${id}`);
    expect(people.roster().placeOf('wechat:群')).toBeNull();
    expect(people.roster().whoIs(acc('wechat:老')).held).toEqual([]);
    expect(people.roster().whoIs(acc(ADMIN)).held).toHaveLength(1);
    expect(suspendChannel(people.roster(), 'wechat', MONDAY)).toEqual([]);
  });
});

describe('what no channel hands over', () => {
  test('a person or record without a usable id does nothing', async () => {
    const { says, orders } = await aTown();
    expect(accountId('nobody')).toBeNull();
    expect((await says('nobody', '我是谁')).reply).toBeUndefined();
    await expect(orders.person('nobody', { kind: 'returned' }, '1')).rejects.toMatchObject({
      code: 'unknown-chat',
    });
  });

  test('an older version of a record was never written', () => {
    expect(() => PERSON.migrate({}, 0)).toThrow('version 0');
  });
});
