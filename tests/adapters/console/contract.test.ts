import { describeChannelContract } from '../../contracts/channel.ts';
import { aConsole } from '../../support/console.ts';

describeChannelContract('the console', async () => {
  const { channel, input, received, shown } = await aConsole({ silent: true });
  return {
    channel,
    received,
    shown,
    chat: 'console:我',
    personSays: async (text) => void input.write(`${text}\n`),
  };
});
