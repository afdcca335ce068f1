import type { ClockSpan } from '../../domain/clock-time.ts';
import { accountId, channelOf } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { isAdministrator } from '../../domain/people/who.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import type { Instant } from '../../domain/time.ts';
import type { Attachments } from '../../ports/attachments.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import { loginWords } from '../../text/zh/wechat.ts';
import type { Tell } from '../tell.ts';
import type { Step } from '../turn/types.ts';

/** A code that wants to be scanned so that a channel can log in. */
export interface LoginCode {
  readonly code: string;
  /** A PNG picture of it; null where there is none. */
  readonly picture: Uint8Array | null;
}

export interface LoginCodeDeps {
  readonly roster: () => Roster;
  readonly attachments: Pick<Attachments, 'put'>;
  readonly tell: Tell;
  readonly now: () => Instant;
  readonly quietHours: ClockSpan;
  /** The channel that logs in; null where none does. */
  readonly channel: string | null;
}

/** How a channel logs in, told where administrators are who cannot see the terminal. */
export interface LoginCodes {
  /** A code is shown. The first one is sent to administrators elsewhere; those that replace it wait to be asked for. */
  readonly shown: (code: LoginCode) => Promise<void>;
  readonly loggedIn: () => void;
  readonly loggedOut: () => void;
  /** Takes 「登录码」 of administrators alone with the bot. */
  readonly step: Step;
}

/** A code lasts a minute or two; nobody is sent another one before so long. */
const AGAIN_MS = 6 * 3_600_000;
/** The terminal shows it already. */
const HERE = 'console';
const ASKED = /^(?:微信)?(?:扫码)?登录(?:码|二维码)$|^(?:微信)?扫码登录$/;

/** Nothing is known yet of any log-in. */
export function createLoginCodes(deps: LoginCodeDeps): LoginCodes {
  const { roster, attachments, tell, now, quietHours, channel } = deps;
  let latest: LoginCode | null = null;
  let isOnline = false;
  let toldAt: Instant | null = null;

  const toMessage = async ({ code, picture }: LoginCode): Promise<OutboundMessage> => {
    if (picture === null) return { text: loginWords.scanLink(code) };
    const id = await attachments.put(picture);
    const file = { id, name: 'login.png', kind: 'image', bytes: picture.length } as const;
    return { text: loginWords.scan, files: [file] };
  };
  return {
    shown: async (code) => {
      latest = code;
      const at = now();
      if (toldAt !== null && at - toldAt < AGAIN_MS) return;
      // In the morning there is a newer one.
      if (quietUntil(at, quietHours) !== null) return;
      toldAt = at;
      const content = await toMessage(code);
      const elsewhere = roster()
        .administrators()
        .filter((account) => channelOf(account) !== channel && channelOf(account) !== HERE);
      for (const account of elsewhere) await tell(account, `login:${at}:${account}`, content);
    },
    loggedIn: () => {
      isOnline = true;
      latest = null;
      toldAt = null;
    },
    loggedOut: () => {
      isOnline = false;
    },
    step: async ({ message, text }) => {
      if (message.isGroup || !ASKED.test(text.trim())) return null;
      const account = accountId(message.from.id);
      if (account === null || !isAdministrator(roster().whoIs(account))) return null;
      if (channel === null) return { reply: { text: loginWords.nothingToLogIn } };
      if (latest !== null) return { reply: await toMessage(latest) };
      return { reply: { text: isOnline ? loginWords.online : loginWords.noneYet } };
    },
  };
}
