import { expect } from 'vitest';
import { aStage, type Heard, heardBy, type Stage, withPeople } from './stage.ts';

/** The group that owners sit in together. */
export const GROUP = '企业群';
export const inGroup = { group: GROUP };
export const OWED = '诉求 国企拖欠我们货款80万，半年了一直推';

/** The bot with a specialist 李专员, a desk 赵经办 of the city's 经信局, and a bound enterprise group. */
export async function openStage(start = '2026-11-23T09:00'): Promise<Stage> {
  const stage = await aStage(start);
  await withPeople(stage);
  return stage;
}

/** Somebody takes a role by the code of an invitation. */
export async function joins(stage: Stage, person: string, invite: string): Promise<void> {
  const code = /一次性码：(\w+)/.exec(heardBy(await stage.says('管理员', invite), '管理员'))?.[1];
  expect(code).toBeDefined();
  await stage.says(person, code as string);
}

/** A0001 of 王老板, asked in the group; dispatched to the 经信局 where wanted. */
export async function opened(stage: Stage, matter = OWED): Promise<void> {
  await stage.says('王老板', matter, inGroup);
  await stage.passes('+2m');
}

/** A0001, sent to the 经信局. */
export async function dispatched(stage: Stage): Promise<void> {
  await opened(stage);
  await stage.says('李专员', '1');
}

/** A0001, answered by the desk. */
export async function answered(stage: Stage): Promise<void> {
  await dispatched(stage);
  await stage.says('赵经办', '答复：已约谈对方，货款80万元本周五前付清。');
}

/** Who heard something, each once. */
export const chatsOf = (heard: readonly Heard[]): readonly string[] => [
  ...new Set(heard.map(({ chat }) => chat.replace(/^console:(?:group\/)?/, ''))),
];

/** What somebody says, and what one person or group hears of it. */
export const tell = async (stage: Stage, [person, text]: readonly [string, string], listener = person) =>
  heardBy(await stage.says(person, text), listener);
