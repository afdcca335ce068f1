import { FileBox } from 'file-box';
import { type payloads, types } from 'wechaty';
import { mock, type PuppetMock } from 'wechaty-puppet-mock';

export const SELF = 'wxid_qifu';

export interface Utterance {
  readonly from: string;
  /** The room that it is said in; alone with the bot where absent. */
  readonly room?: string;
  readonly text?: string;
  readonly type?: number;
  /** Who the puppet says is mentioned; absent where the puppet does not say. */
  readonly mentions?: readonly string[];
  readonly id?: string;
  /** Milliseconds. */
  readonly at?: number;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** WeChat as the bot's account sees it: people, rooms, what is said. Works on wechaty's own mock puppet. */
export interface Phone {
  readonly mocker: mock.Mocker;
  /** The puppet that is running. */
  readonly puppet: () => PuppetMock;
  /** How many puppets there have been. */
  readonly puppets: () => number;
  readonly person: (id: string, name: string, more?: Partial<payloads.Contact>) => void;
  readonly room: (id: string, topic: string, members: readonly string[]) => void;
  readonly logIn: (selfId?: string) => void;
  readonly logOut: () => Promise<void>;
  /** Returns the message's id. */
  readonly says: (utterance: Utterance) => string;
  /** Texts and file names that the account has sent, in order. */
  readonly sent: () => readonly { readonly to: string; readonly text: string }[];
  readonly asksForFriendship: (person: string, hello: string) => void;
  readonly invites: (inviter: string, topic: string) => void;
  /** Ids of friendships and invitations that were taken. */
  readonly taken: () => readonly string[];
}

/** The mock takes one puppet for life; a bot that starts anew brings another. */
function letPuppetsFollow(
  mocker: mock.Mocker,
  brought: PuppetMock[],
  bring: (puppet: PuppetMock) => void,
): void {
  Object.defineProperty(mocker, 'puppet', {
    get: () => brought.at(-1),
    set: (puppet: PuppetMock) => {
      brought.push(puppet);
      bring(puppet);
      // The mock takes a second of the machine's time, whatever the clock of the test says.
      puppet.ding = (data = '') => void puppet.emit('dong', { data });
    },
  });
}

type Requests = Map<string, payloads.Friendship | payloads.RoomInvitation>;

function answerFrom(requests: Requests, taken: string[], puppet: PuppetMock): void {
  const payload = async (id: string): Promise<never> => requests.get(id) as never;
  const take = async (id: string): Promise<void> => void taken.push(id);
  Object.assign(puppet, {
    friendshipRawPayload: payload,
    roomInvitationRawPayload: payload,
    friendshipAccept: take,
    roomInvitationAccept: take,
  });
}

/** A phone with an account that nobody has logged in to. */
export function aPhone(now: () => number = Date.now): Phone {
  const mocker = new mock.Mocker();
  const brought: PuppetMock[] = [];
  const requests: Requests = new Map();
  const taken: string[] = [];
  const accounts = new Set<string>();
  let count = 0;
  letPuppetsFollow(mocker, brought, (puppet) => answerFrom(requests, taken, puppet));
  const puppet = (): PuppetMock => brought.at(-1) as PuppetMock;
  const known = (id: string): boolean => mocker.cacheContactPayload.has(id);
  const person: Phone['person'] = (id, name, more = {}) => {
    mocker.createContact({ alias: '', friend: true, ...more, id, name });
  };
  const ask = (request: payloads.Friendship | payloads.RoomInvitation): void => {
    requests.set(request.id, request);
  };
  return {
    mocker,
    puppet,
    puppets: () => brought.length,
    person,
    room: (id, topic, members) => void mocker.createRoom({ id, topic, memberIdList: [...members] }),
    logIn: (selfId = SELF) => {
      if (!known(selfId)) person(selfId, '企服助手');
      accounts.add(selfId);
      mocker.login(mocker.ContactMock.load(selfId));
    },
    logOut: () => puppet().logout('test'),
    says: ({ from, room, text = '', type = types.Message.Text, mentions, id, at, file }) => {
      count += 1;
      const base = { id: id ?? `message-${count}`, talkerId: from, text, timestamp: at ?? now(), type };
      const place = room === undefined ? { listenerId: puppet().currentUserId } : { roomId: room };
      const listed = mentions === undefined ? {} : { mentionIdList: [...mentions] };
      const named = file === undefined ? {} : { filename: file.name };
      if (file !== undefined) {
        const box = FileBox.fromBase64(Buffer.from(file.bytes).toString('base64'), file.name);
        mocker.cacheFileBoxPayload.set(base.id, box.toJSON());
      }
      const payload = { ...base, ...place, ...listed, ...named } as payloads.Message;
      mocker.cacheMessagePayload.set(payload.id, payload);
      puppet().emit('message', { messageId: payload.id });
      return payload.id;
    },
    sent: () =>
      [...mocker.cacheMessagePayload.values()]
        .filter(({ talkerId, id }) => accounts.has(talkerId) && !id.startsWith('message-'))
        .map(({ roomId, listenerId, text, id }) => {
          const file = mocker.cacheFileBoxPayload.get(id);
          return { to: roomId ?? listenerId ?? '', text: file === undefined ? (text ?? '') : file.name };
        }),
    asksForFriendship: (contactId, hello) => {
      const id = `friendship-${contactId}`;
      const type = types.Friendship.Receive;
      ask({ id, contactId, hello, timestamp: now(), type, ticket: 'ticket' });
      puppet().emit('friendship', { friendshipId: id });
    },
    invites: (inviterId, topic) => {
      const id = `invitation-${inviterId}`;
      const members = { memberCount: 2, memberIdList: [inviterId] };
      ask({
        id,
        inviterId,
        topic,
        avatar: '',
        invitation: '',
        receiverId: SELF,
        timestamp: now(),
        ...members,
      });
      puppet().emit('room-invite', { roomInvitationId: id });
    },
    taken: () => taken,
  };
}
