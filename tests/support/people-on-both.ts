import { afterEach } from 'vitest';
import type { ServerOptions } from './feishu/server.ts';
import { aTwoPlatforms, CHAT, type Heard, ROOM, type TwoPlatforms } from './two-platforms.ts';

/** Without it a group message that does not mention the bot is not delivered. */
export const GROUP_SCOPE = 'im:message.group_msg';

/** The one-time code that somebody was told in a chat. */
export const codeIn = (heard: Heard, chat: string): string =>
  /一次性码：(\w+)/.exec(heard.at(chat))?.[1] ?? '';

/** Opens towns that end after each test: 王老板, 李专员, 赵经办 and an administrator on both platforms, a group on each. */
export function openingTown(): (options?: ServerOptions) => Promise<TwoPlatforms> {
  const open: TwoPlatforms[] = [];
  afterEach(async () => {
    for (const town of open.splice(0)) await town.end();
  });
  return async (options = {}) => {
    const town = await aTwoPlatforms('2026-11-23T09:00', options);
    open.push(town);
    const { phone, people } = town;
    const folk = { wang: '王老板', li: '李专员', zhao: '赵经办', admin: '管理员' };
    for (const [id, name] of Object.entries(folk)) {
      phone.person(id, name);
      people.person(`ou_${id}`, name);
    }
    phone.person('wxid_qifu', '企服助手');
    phone.room(ROOM, '一群', ['wxid_qifu', ...Object.keys(folk)]);
    people.group(CHAT, ...Object.keys(folk).map((id) => `ou_${id}`));
    return town;
  };
}

/** The owners' group and the specialist are on Feishu, the department's desk is a group on WeChat. */
export async function withOwnersOnFeishu(town: TwoPlatforms): Promise<TwoPlatforms> {
  await town.run();
  await town.onFeishu('ou_admin', '绑定 企业群 洪山区', { group: CHAT });
  const invited = await town.onFeishu('ou_admin', '邀请 专员 洪山区');
  await town.onFeishu('ou_li', codeIn(invited, 'feishu:ou_admin'));
  await town.onWechat('admin', '小企 绑定 承办 市经信局', { group: ROOM });
  return town;
}

/** The owners' group is on WeChat, the specialist and the department's desk are on Feishu. */
export async function withOwnersOnWechat(town: TwoPlatforms): Promise<TwoPlatforms> {
  await town.run();
  await town.onWechat('admin', '小企 绑定 企业群 洪山区', { group: ROOM });
  const invited = await town.onFeishu('ou_admin', '邀请 专员 洪山区');
  await town.onFeishu('ou_li', codeIn(invited, 'feishu:ou_admin'));
  await town.onFeishu('ou_admin', '绑定 承办 市经信局', { group: CHAT });
  return town;
}
