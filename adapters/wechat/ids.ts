import { createHash } from 'node:crypto';

const CHANNEL = 'wechat:';
const MARK = '~';

/** Puppets that speak WeChat's web protocol: contacts and rooms get new ids at every log-in. */
const WEB_PUPPETS: ReadonlySet<string> = new Set([
  'wechaty-puppet-wechat',
  'wechaty-puppet-wechat4u',
  'wechaty-puppet-puppeteer',
]);

/** An id of the web protocol, as a gateway in front of such a puppet hands it on. */
const WEB_ID = /^@{1,2}[0-9a-f]{16,}$/;

/** Turns ids of the platform into ours and back, for one log-in. */
export interface Ids {
  /** Of the log-in; null where ids outlive it. */
  readonly generation: string | null;
  /** Of a chat or person: `wechat:<id>`, or `wechat:<generation>~<id>`. */
  readonly toOurs: (id: string) => string;
  /** Null for an id of another channel or another generation. */
  readonly toTheirs: (id: string) => string | null;
}

/** Messages keep their ids. */
export const messageId = (id: string): string => `${CHANNEL}${id}`;

export const isOfWechat = (id: string): boolean => id.startsWith(CHANNEL) && id.length > CHANNEL.length;

/** The platform's id of one of our message ids. */
export const rawMessageId = (id: string): string | null => (isOfWechat(id) ? id.slice(CHANNEL.length) : null);

/** Whether ids are the same after the next log-in. */
export const idsOutliveLogin = (puppet: string, selfId: string): boolean =>
  !WEB_PUPPETS.has(puppet) && !WEB_ID.test(selfId);

/** Ids for a log-in. The account's own id changes with all others: its digest names the generation. */
export function createIds(puppet: string, selfId: string): Ids {
  const generation = idsOutliveLogin(puppet, selfId)
    ? null
    : createHash('sha256').update(selfId).digest('hex').slice(0, 8);
  const prefix = generation === null ? CHANNEL : `${CHANNEL}${generation}${MARK}`;
  return {
    generation,
    toOurs: (id) => `${prefix}${id}`,
    toTheirs: (id) => (id.startsWith(prefix) && id.length > prefix.length ? id.slice(prefix.length) : null),
  };
}
