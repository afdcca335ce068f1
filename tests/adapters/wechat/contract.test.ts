import { describeChannelContract, describePlatformContract } from '../../contracts/channel.ts';
import { aLoggedInWechat, until } from '../../support/wechat/channel.ts';

const CHAT = 'wechat:zhangsan';

async function open() {
  const { channel, phone, received, logIn } = await aLoggedInWechat();
  let last = { from: 'zhangsan', text: '', id: '' };
  const fail = (words: string) => (): void => {
    phone.puppet().messageSendText = async () => {
      throw new Error(words);
    };
  };
  return {
    channel,
    received,
    chat: CHAT,
    personSays: async (text: string): Promise<void> => {
      last = { from: 'zhangsan', text, id: phone.says({ from: 'zhangsan', text }) };
    },
    shown: () =>
      phone
        .sent()
        .map(({ text }) => text)
        .join('\n'),
    repeat: async () => void phone.says(last),
    limit: fail('操作太频繁，请稍后再试'),
    refuse: fail('对方开启了朋友验证，你还不是他（她）朋友'),
    lose: fail('14 UNAVAILABLE: Connection dropped'),
    reconnect: async () => {
      await phone.logOut();
      await until(() => !phone.puppet().isLoggedIn);
      await logIn();
    },
    longText: Array.from({ length: 200 }, (_, at) => `${'长'.repeat(10)}第${at}句。`).join(''),
  };
}

describeChannelContract('WeChat', open);
describePlatformContract('WeChat', open);
