import { PROFILE } from '../../src/app/enterprise/kinds.ts';
import type { ProfileRecord } from '../../src/domain/enterprise/profile-record.ts';
import { must } from './a-town.ts';
import { heardBy, type Stage } from './stage.ts';

export const FIRM = '示例科技有限公司';
export const ASK = '我能享受什么政策';

/** The group of the enterprise alone. */
export const OWN = { group: '示例群' };

/** 张三 and whoever else is named, as owners who talk about their enterprise. */
export function ownersOn(stage: Stage) {
  const alone = async (text: string, person = '张三'): Promise<string> =>
    heardBy(await stage.says(person, text), person);
  /** The profile of somebody without an enterprise. */
  const recordOf = async (person: string): Promise<ProfileRecord> =>
    must(await stage.records.read(PROFILE, `console:${person}`));
  /** The one profile that is an enterprise's. */
  const sharedRecord = async (): Promise<ProfileRecord> => {
    const [id = ''] = (await stage.records.ids(PROFILE)).filter((one) => !one.startsWith('console:'));
    return must(await stage.records.read(PROFILE, id));
  };
  /** Somebody becomes a member, and the group 示例群 the enterprise's own. */
  const joins = async (person: string): Promise<void> => {
    await stage.says('管理员', `绑定 企业群 洪山区 ${FIRM}`, OWN);
    const heard = await stage.says(person, `加入企业 ${FIRM}`);
    const number = /确认成员 (\d+)/.exec(heard.map(({ message }) => message.text).join('\n'))?.[1];
    await stage.says('管理员', `确认成员 ${number}`);
  };
  return { alone, recordOf, sharedRecord, joins };
}
