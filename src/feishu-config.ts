import type { ConfigRefusal } from './text/zh/config.ts';

/** How Feishu is reached, and how its events come. */
export interface FeishuConfig {
  readonly credentials: { readonly appId: string; readonly appSecret: string; readonly domain: string };
  readonly receive: 'websocket' | 'webhook';
  /** What pushes are sealed and signed with; null where the console has none. */
  readonly encryptKey: string | null;
  readonly verificationToken: string | null;
}

/** Where the web server listens. */
export interface HttpConfig {
  readonly host: string;
  readonly port: number;
}

/** The settings that belong here, each as it was given. */
export interface FeishuSettings {
  readonly FEISHU_APP_ID?: string | undefined;
  readonly FEISHU_APP_SECRET?: string | undefined;
  readonly FEISHU_ENCRYPT_KEY?: string | undefined;
  readonly FEISHU_VERIFICATION_TOKEN?: string | undefined;
  readonly FEISHU_DOMAIN: string;
  readonly FEISHU_RECEIVE: 'websocket' | 'webhook';
  readonly HTTP_HOST: string;
}

const DOMAINS: Readonly<Record<string, string>> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/** Address of the open platform for `feishu`, `lark` or a URL; null for anything else. Secrets go there: TLS or this machine. */
export function domainOf(text: string): string | null {
  if (Object.hasOwn(DOMAINS, text)) return DOMAINS[text] as string;
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)) ? origin : null;
}

/** What is missing for the settings that are there. */
export function feishuTroubles(given: FeishuSettings): readonly (readonly [string, ConfigRefusal])[] {
  const { FEISHU_APP_ID: id, FEISHU_APP_SECRET: secret } = given;
  if (id === undefined) return secret === undefined ? [] : [['FEISHU_APP_ID', 'missing-app-id']];
  if (secret === undefined) return [['FEISHU_APP_SECRET', 'missing-app-secret']];
  if (given.FEISHU_RECEIVE === 'websocket' || given.FEISHU_ENCRYPT_KEY !== undefined) return [];
  // Nothing is signed: whoever can reach the address and knows the token can say anything.
  if (!LOOPBACK.test(given.HTTP_HOST)) return [['FEISHU_ENCRYPT_KEY', 'missing-encrypt-key']];
  return given.FEISHU_VERIFICATION_TOKEN === undefined
    ? [['FEISHU_VERIFICATION_TOKEN', 'missing-verification-token']]
    : [];
}

/** Null where no app is named. */
export function toFeishu(given: FeishuSettings): FeishuConfig | null {
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret } = given;
  if (appId === undefined || appSecret === undefined) return null;
  return {
    credentials: { appId, appSecret, domain: domainOf(given.FEISHU_DOMAIN) as string },
    receive: given.FEISHU_RECEIVE,
    encryptKey: given.FEISHU_ENCRYPT_KEY ?? null,
    verificationToken: given.FEISHU_VERIFICATION_TOKEN ?? null,
  };
}
