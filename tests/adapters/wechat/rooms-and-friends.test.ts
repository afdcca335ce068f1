import { describe, expect, test } from 'vitest';
import type { FriendAsking } from '../../../adapters/wechat/options.ts';
import { aFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { aLoggedInWechat, turns, until, type WechatBenchOptions } from '../../support/wechat/channel.ts';

const ROOM = 'room@chatroom';

async function aBench(options: WechatBenchOptions = {}) {
  const bench = await aLoggedInWechat(options);
  const { mocker } = bench.phone;
  const room = mocker.RoomMock.load(ROOM);
  const [self, zhangsan, lisi] = ['wxid_qifu', 'zhangsan', 'lisi'].map((id) => mocker.ContactMock.load(id));
  if (self === undefined || zhangsan === undefined || lisi === undefined) throw new Error('nobody there');
  const happened = async (count: number) => {
    await until(() => bench.received.length >= count);
    return bench.received.map(({ happening, chat, from }) => [happening?.kind, chat, from.id]);
  };
  return { ...bench, room, self, zhangsan, lisi, happened };
}

describe('who comes and goes', () => {
  test('people join and leave', async () => {
    const { channel, room, zhangsan, lisi, happened } = await aBench();
    room.remove(lisi).by(zhangsan);
    room.add(lisi).by(zhangsan);
    expect(await happened(2)).toEqual([
      ['person-left', `wechat:${ROOM}`, 'wechat:lisi'],
      ['person-joined', `wechat:${ROOM}`, 'wechat:lisi'],
    ]);
    await channel.stop();
  });

  test('the bot is brought in, and told who did', async () => {
    const { channel, room, self, zhangsan, happened } = await aBench();
    room.add(self).by(zhangsan);
    expect(await happened(1)).toEqual([['bot-joined', `wechat:${ROOM}`, 'wechat:zhangsan']]);
    await channel.stop();
  });

  test('the bot is removed, also where the platform says nothing of the room any more', async () => {
    const { channel, phone, room, self, zhangsan, happened } = await aBench();
    phone.puppet().roomRawPayload = async () => Promise.reject(new Error('no such room'));
    room.remove(self).by(zhangsan);
    expect(await happened(1)).toEqual([['bot-left', `wechat:${ROOM}`, 'wechat:zhangsan']]);
    await channel.stop();
  });

  test('the same change told twice has the same id', async () => {
    const { channel, phone, received } = await aBench();
    const change = { inviteeIdList: ['lisi'], inviterId: 'zhangsan', roomId: ROOM, timestamp: Date.now() };
    phone.puppet().emit('room-join', change);
    phone.puppet().emit('room-join', change);
    await until(() => received.length === 2);
    expect(received[0]?.id).toBe(received[1]?.id);
    await channel.stop();
  });
});

describe('requests', () => {
  const passing = async (clock: FakeClock, isSo: () => boolean): Promise<void> => {
    for (let seconds = 0; seconds < 15 && !isSo(); seconds += 1) {
      await turns();
      await clock.advance(1_000);
    }
  };

  test('a friend is taken at a human pace, and told of with the greeting', async () => {
    const clock = aFakeClock();
    const asked: string[][] = [];
    const { channel, phone, received } = await aBench({
      clock,
      acceptFriend: async ({ hello, person, name }) => {
        asked.push([hello, person, name]);
        return true;
      },
    });
    phone.asksForFriendship('lisi', '我是示例科技，绑定码 1234');
    await until(() => asked.length === 1);
    await clock.advance(3_000);
    expect(phone.taken()).toEqual([]);
    await passing(clock, () => received.length > 0);
    expect(phone.taken()).toEqual(['friendship-lisi']);
    expect(asked).toEqual([['我是示例科技，绑定码 1234', 'wechat:lisi', '李四']]);
    expect(received[0]).toMatchObject({
      chat: 'wechat:lisi',
      isGroup: false,
      happening: { kind: 'befriended', hello: '我是示例科技，绑定码 1234' },
    });
    await channel.stop();
  });

  test('others wait until somebody has decided, also beyond the end', async () => {
    const { channel, phone, received } = await aBench({ acceptFriend: () => new Promise(() => undefined) });
    phone.asksForFriendship('lisi', '你好');
    phone.says({ from: 'zhangsan', text: '还听得见吗' });
    await until(() => received.length === 1);
    await channel.stop();
    expect(phone.taken()).toEqual([]);
  });

  test('who waited when the program ended is brought again after the next log-in, and taken', async () => {
    const asked: FriendAsking[] = [];
    const ask = async (asking: FriendAsking): Promise<boolean> => {
      asked.push(asking);
      return new Promise(() => undefined);
    };
    const before = await aBench({ acceptFriend: ask });
    before.phone.asksForFriendship('lisi', '你好');
    await until(() => asked.length === 1);
    await before.channel.stop();
    const [waiting] = asked;
    const clock = aFakeClock();
    const { channel, phone, received } = await aBench({
      clock,
      acceptFriend: async (asking) => asked.push(asking) > 0,
      waitingFriends: async () => [
        { person: waiting?.person ?? '', ticket: waiting?.ticket ?? '' },
        // Ids of another log-in, and what cannot be read.
        { person: 'feishu:ou_1', ticket: waiting?.ticket ?? '' },
        { person: 'wechat:wang', ticket: 'no ticket' },
      ],
    });
    await passing(clock, () => received.length > 0);
    expect(phone.taken()).toEqual(['friendship-lisi']);
    expect(asked.map(({ person, hello }) => [person, hello])).toEqual([
      ['wechat:lisi', '你好'],
      ['wechat:lisi', '你好'],
    ]);
    await channel.stop();
  });

  test('who is agreed to after the log-in was lost is not taken by what is gone', async () => {
    const clock = aFakeClock();
    let agree: (agreed: boolean) => void = () => undefined;
    const decision = new Promise<boolean>((resolve) => (agree = resolve));
    const { channel, phone, logIn } = await aBench({ clock, acceptFriend: () => decision });
    phone.asksForFriendship('lisi', '你好');
    await turns();
    await phone.logOut();
    await logIn();
    agree(true);
    await passing(clock, () => phone.taken().length > 0);
    expect(phone.taken()).toEqual([]);
    await channel.stop();
  });

  test('those who are not welcome are not taken', async () => {
    const clock = aFakeClock();
    const decided: string[] = [];
    const { channel, phone, received } = await aBench({
      clock,
      acceptFriend: async ({ person }) => decided.push(person) < 0,
      acceptInvitation: async (inviter, topic) => decided.push(inviter, topic) < 0,
    });
    phone.asksForFriendship('lisi', '你好');
    phone.invites('lisi', '广告群');
    await until(() => decided.length === 3);
    await passing(clock, () => false);
    await channel.stop();
    expect(received).toEqual([]);
    expect(decided.toSorted()).toEqual(['wechat:lisi', 'wechat:lisi', '广告群'].toSorted());
    expect(phone.taken()).toEqual([]);
  });

  test('an invitation of a specialist is followed', async () => {
    const clock = aFakeClock();
    const { channel, phone } = await aBench({ clock });
    phone.invites('zhangsan', '企业服务二群');
    await passing(clock, () => phone.taken().length > 0);
    expect(phone.taken()).toEqual(['invitation-zhangsan']);
    await channel.stop();
  });
});
