import type { Friendship, RoomInvitation, Wechaty } from 'wechaty';
import type { Instant } from '../../src/domain/time.ts';
import type { RoomChange } from './read-room-event.ts';

/** What a bot tells while it runs. */
export interface Ear {
  readonly login: (selfId: string) => void;
  readonly logout: () => void;
  readonly scan: (code: string, status: number) => void;
  readonly message: (id: string) => void;
  readonly roomChange: (change: RoomChange) => void;
  readonly friendship: (friendship: Friendship) => void;
  readonly invitation: (invitation: RoomInvitation) => void;
  /** A heartbeat, or an answer to the question for one. */
  readonly beat: () => void;
  readonly error: (error: unknown) => void;
}

type Puppet = Wechaty['puppet'];

/** Seconds or milliseconds, as the puppet likes; now where it says nothing. */
function instantOf(timestamp: number, now: Instant): Instant {
  if (!(timestamp > 0)) return now;
  return Math.round(timestamp < 1e11 ? timestamp * 1000 : timestamp) as Instant;
}

/**
 * Events of the puppet itself where the order of arrival counts, or where wechaty first asks for a room that we have
 * been removed from: it would tell an error instead of the event.
 */
function listenToPuppet(puppet: Puppet, ear: Ear, now: () => Instant): void {
  puppet.on('login', ({ contactId }) => ear.login(contactId));
  puppet.on('logout', () => ear.logout());
  puppet.on('scan', ({ qrcode, status }) => ear.scan(qrcode ?? '', status));
  puppet.on('message', (event) => ear.message(event.messageId));
  puppet.on('room-join', ({ roomId, inviteeIdList, inviterId, timestamp }) => {
    const at = instantOf(timestamp, now());
    ear.roomChange({ kind: 'joined', room: roomId, people: inviteeIdList, by: inviterId, at });
  });
  puppet.on('room-leave', ({ roomId, removeeIdList, removerId, timestamp }) => {
    const at = instantOf(timestamp, now());
    ear.roomChange({ kind: 'left', room: roomId, people: removeeIdList, by: removerId, at });
  });
  puppet.on('heartbeat', () => ear.beat());
  puppet.on('dong', () => ear.beat());
}

/** Hears a bot that has not been started yet. */
export function listen(bot: Wechaty, ear: Ear, now: () => Instant): void {
  bot.on('puppet', (puppet) => listenToPuppet(puppet, ear, now));
  bot.on('friendship', (friendship) => ear.friendship(friendship));
  bot.on('room-invite', (invitation) => ear.invitation(invitation));
  bot.on('error', (error) => ear.error(error));
}
