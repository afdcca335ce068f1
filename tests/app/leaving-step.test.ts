import { describe, expect, test } from 'vitest';
import { answering } from '../../src/app/answering-to.ts';
import { createLeavingStep } from '../../src/app/leaving-step.ts';
import type { Said } from '../../src/app/turn/types.ts';
import type { Happening } from '../../src/ports/message.ts';
import { aTown, at, MONDAY } from '../support/a-town.ts';
import { aMessage } from '../support/bot.ts';

const ADMIN = 'feishu:管';
const GROUP = 'feishu:群';

/** What is abandoned when this happens in a group with 周专员, who serves that group alone, and 李专员 of the district. */
async function abandonedBy(person: string, happening?: Happening): Promise<readonly string[]> {
  const town = await aTown({ admins: [ADMIN] });
  await town.says(ADMIN, '绑定 企业群 洪山区', { group: GROUP });
  await town.says(ADMIN, '绑定 专员 @周', { group: GROUP, mentions: [at('feishu:周')] });
  await town.says(ADMIN, '绑定 专员 @李 洪山区', { group: GROUP, mentions: [at('feishu:李')] });
  const abandoned: string[] = [];
  const step = createLeavingStep({
    roster: town.people.roster,
    abandon: (chat) => void abandoned.push(chat),
  });
  const message = aMessage('1', { chat: GROUP, isGroup: true, from: { id: person, name: '' } });
  const said = { message: happening ? { ...message, happening } : message, now: MONDAY };
  expect(await step(said as unknown as Said)).toBeNull();
  return abandoned;
}

describe('what is still to be said goes elsewhere', () => {
  test.for([
    ['feishu:王', { kind: 'bot-left' }, [GROUP]],
    ['feishu:王', { kind: 'chat-ended' }, [GROUP]],
    ['feishu:周', { kind: 'person-left' }, ['feishu:周']],
    ['feishu:李', { kind: 'person-left' }, []],
    ['feishu:王', { kind: 'person-left' }, []],
    ['nobody', { kind: 'person-left' }, []],
    ['feishu:王', { kind: 'bot-joined' }, []],
  ] as const)('when %s: %j', async ([person, happening, chats]) => {
    expect(await abandonedBy(person, happening)).toEqual(chats);
  });

  test('but not because of words', async () => {
    expect(await abandonedBy('feishu:周')).toEqual([]);
  });
});

describe('an answer', () => {
  const message = aMessage('1', { chat: GROUP, isGroup: true });

  test('goes beneath the message of a group, also where that was put in other words', () => {
    expect(answering(message)).toEqual({ replyTo: { chat: GROUP, message: message.id } });
    const edited = { ...message, happening: { kind: 'edited', message: 'test:0' } } as const;
    expect(answering(edited)).toEqual({ replyTo: { chat: GROUP, message: 'test:0' } });
  });

  test('stands alone in private, and where a button was pressed', () => {
    expect(answering({ ...message, isGroup: false })).toEqual({});
    const pressed = { ...message, happening: { kind: 'chosen', offer: 'o', key: '1' } } as const;
    expect(answering(pressed)).toEqual({});
  });
});
