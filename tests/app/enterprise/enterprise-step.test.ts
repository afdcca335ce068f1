import { expect, test } from 'vitest';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { createProfileOrders } from '../../../src/app/enterprise/carry-out.ts';
import { createEnterpriseStep } from '../../../src/app/enterprise/enterprise-step.ts';
import { PROFILE } from '../../../src/app/enterprise/kinds.ts';
import type { EnterpriseDeps } from '../../../src/app/enterprise/types.ts';
import { PEOPLE_KINDS } from '../../../src/app/people/kinds.ts';
import { accept } from '../../../src/app/conversation.ts';
import type { Said, Turn } from '../../../src/app/turn/types.ts';
import { readProfile } from '../../../src/domain/enterprise/profile-record.ts';
import type { InboundMessage } from '../../../src/ports/message.ts';
import { aPageFolder } from '../../support/a-page-folder.ts';
import { aTown, chainTools, codeIn, MONDAY, must, sha256 } from '../../support/a-town.ts';
import { aGrant, readerTools } from '../../support/an-enterprise.ts';
import { aMessage } from '../../support/bot.ts';

let count = 0;

/** The step over a small library; what follows it says 「别的」, or leaves the message alone. */
async function aDesk({ next = { reply: { text: '别的' } } as Turn | null } = {}) {
  const records = await openRecords({
    folder: null,
    kinds: [PROFILE, ...PEOPLE_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });
  const town = await aTown({ records });
  const pages = aPageFolder();
  const policies = [aGrant(['对首次认定的高新技术企业,给予20万元奖励。'])];
  const deps: EnterpriseDeps = {
    records,
    roster: town.people.roster,
    policies: () => policies,
    reader: readerTools,
    pages,
    digest: sha256,
    intentOf: (text) => (text.includes('投诉') ? 'appeal' : 'other'),
    isOpening: (text) => text.startsWith('诉求'),
  };
  const carryOut = createProfileOrders({ records, chain: chainTools, pages, now: () => MONDAY });
  const step = createEnterpriseStep(deps, [async () => next]);
  const says = async (from: string, text: string, more: Partial<InboundMessage> = {}) => {
    count += 1;
    const message = aMessage(`m${count}`, { chat: from, from: { id: from, name: '甲' }, text, ...more });
    const conversation = must(accept(null, message, MONDAY));
    const said: Said = { message, text, picked: null, isCalled: false, conversation, now: MONDAY };
    const turn = await step(said);
    for (const [at, { to, content }] of (turn?.deliveries ?? []).entries()) {
      if ('order' in content)
        await carryOut(to.slice('record:profile/'.length), content.order, `m${count}#${at}`);
    }
    return turn;
  };
  const profileOf = async (id: string) => {
    const record = await records.read(PROFILE, id);
    return record && readProfile(record);
  };
  return { town, says, profileOf };
}

const OTHER: Turn = { reply: { text: '别的' } };

test('what nobody takes is left alone, a happening without words goes on', async () => {
  expect(await (await aDesk({ next: null })).says('test:张三', '你好')).toBeNull();
  const { says } = await aDesk();
  const joined = { happening: { kind: 'person-joined' } as const };
  expect(await says('test:张三', '我的企业', joined)).toEqual(OTHER);
  const chosen = { happening: { kind: 'chosen', offer: 'x', key: '1' } as const };
  expect((await says('test:张三', '我的企业', chosen))?.reply?.text).toContain('企业在哪个区');
});

test('who has no id has no profile', async () => {
  const { says } = await aDesk();
  expect(await says('not an id', '我的企业')).toEqual(OTHER);
});

test('what was forwarded is somebody else’s', async () => {
  const { says, profileOf } = await aDesk();
  const forwarded = [{ id: null, from: { id: null, name: '乙' }, text: '缺人', at: null }];
  await says('test:张三', '我们公司有30个人', { forwarded });
  expect(await profileOf('test:张三')).toBeNull();
  await says('test:张三', '我们公司有30个人');
  expect(await profileOf('test:张三')).toMatchObject({ staff: 30 });
});

test.for([
  ['feishu:甲', 'wechat:甲'],
  ['wechat:甲', 'feishu:甲'],
] as const)(
  '%s began the profile, %s goes on with it after the accounts are joined',
  async ([one, other]) => {
    const { says, town } = await aDesk();
    await says(one, '改 人数 30人');
    await town.says(other, codeIn(await town.says(one, '关联账号')));
    expect((await says(other, '我的企业'))?.reply?.text).toContain('人数：30人');
    await says(other, '改 人数 50人');
    expect((await says(one, '我的企业'))?.reply?.text).toContain('人数：50人');
  },
);

test('a long complaint amid the dialogue is no answer to it', async () => {
  const { says, profileOf } = await aDesk();
  await says('test:张三', '我的企业');
  const turn = await says('test:张三', '我要投诉隔壁工地天天半夜施工，在洪山区');
  expect(turn?.reply?.text).toBe('别的');
  expect(await profileOf('test:张三')).toMatchObject({ place: null });
  await says('test:张三', '我的企业');
  expect((await says('test:张三', '洪山区投诉少'))?.reply?.text).toContain('记下了');
});

test('an empty answer is asked for again', async () => {
  const { says } = await aDesk();
  await says('test:张三', '我的企业');
  expect((await says('test:张三', ' '))?.reply?.text).toContain('没有收到文字');
});
