import type { Brand } from '../brand.ts';
import { ok, refuse, type Result } from '../result.ts';

/** One person on one channel, `channel:personId`; the chat alone with the person has the same id. */
export type AccountId = Brand<string, 'AccountId'>;

// A person's id may hold anything that a platform or the console makes, but nothing that breaks a line.
const ACCOUNT = /^[a-z][a-z0-9-]{0,31}:[^\s\p{Cc}\p{Cf}]{1,200}$/u;

/** Reads `channel:personId`; null for anything else. */
export const accountId = (raw: string): AccountId | null => (ACCOUNT.test(raw) ? (raw as AccountId) : null);

/** 「feishu:ou_1」 → 「feishu」. */
export const channelOf = (id: string): string => id.slice(0, id.indexOf(':'));

/** Reads a list of accounts as `QIFU_ADMINS` holds it, between commas; each once. */
export function parseAccounts(text: string): Result<readonly AccountId[], 'bad-account'> {
  const written = text
    .split(/[,，;；\s]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const accounts = written.flatMap((part) => accountId(part) ?? []);
  return accounts.length === written.length ? ok([...new Set(accounts)]) : refuse('bad-account');
}
