import { expect } from 'vitest';
import { describeChannelContract, describePlatformContract } from '../../contracts/channel.ts';
import { aFeishu, 张三 } from '../../support/a-feishu.ts';
import { shownText } from '../../support/feishu/people.ts';

const SENDING = /^POST .*\/messages$/;

const openBy = (receives: 'websocket' | 'webhook') => async () => {
  const { channel, received, server, people, end } = await aFeishu({ receives });
  let last: Awaited<ReturnType<typeof people.says>> = null;
  return {
    channel,
    received,
    end,
    chat: `feishu:${张三}`,
    personSays: async (text: string): Promise<void> => {
      last = await people.says(张三, null, { text });
    },
    shown: () => server.said.map(shownText).join('\n'),
    repeat: async (): Promise<void> => {
      if (last) await people.says(张三, null, { again: last.message });
    },
    limit: () => server.fail({ path: SENDING, status: 429, code: 99991400, resetSeconds: 3 }),
    refuse: () => void server.world.sensitiveWords.add('不行的话'),
    lose: () => server.fail({ path: SENDING, done: true }),
    reconnect: async (): Promise<void> => {
      const { line } = server;
      const next = line.opened() === 0 ? 0 : line.opened() + 1;
      line.cut();
      await expect.poll(line.opened, { interval: 5 }).toBe(next);
    },
    longText: '一条政策有许多条款，每一条都要说全。\n'.repeat(6000),
  };
};

for (const receives of ['websocket', 'webhook'] as const) {
  describeChannelContract(`Feishu by ${receives}`, openBy(receives));
  describePlatformContract(`Feishu by ${receives}`, openBy(receives));
}
