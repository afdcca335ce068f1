/** Ids on both sides of the border: `feishu:ou_…` outside, `ou_…` on the platform. */

export const CHANNEL = 'feishu';

export const outer = (id: string): string => `${CHANNEL}:${id}`;

const PERSON = /^feishu:(ou_[\w-]+)$/;
const GROUP = /^feishu:(oc_[\w-]+)$/;
const MESSAGE = /^feishu:(om_[\w-]+)$/;
/** `feishu:om_…/file_v3_…` */
const FILE = /^feishu:(om_[\w-]+)\/([\w-]+)$/;

/** Where a message goes; alone with a person it is the person. */
export interface Address {
  readonly kind: 'open_id' | 'chat_id';
  readonly id: string;
}

/** Null where the chat is not one of this platform. */
export function addressOf(chat: string): Address | null {
  const person = PERSON.exec(chat)?.[1];
  if (person !== undefined) return { kind: 'open_id', id: person };
  const group = GROUP.exec(chat)?.[1];
  return group === undefined ? null : { kind: 'chat_id', id: group };
}

/** The platform's id of a person or a message; null where it is none. */
export const personIn = (id: string | undefined): string | null => PERSON.exec(id ?? '')?.[1] ?? null;
export const messageIn = (id: string | undefined): string | null => MESSAGE.exec(id ?? '')?.[1] ?? null;

export const fileId = (message: string, key: string): string => outer(`${message}/${key}`);

export function fileIn(id: string): { readonly message: string; readonly key: string } | null {
  const found = FILE.exec(id);
  return found ? { message: found[1] as string, key: found[2] as string } : null;
}
