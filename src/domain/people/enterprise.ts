import { append, type Chain, type ChainTools, type Digest, wordsOf } from '../chain.ts';
import { fold } from '../hanzi/fold.ts';
import type { AccountId } from './account.ts';
import type { Caused, Enterprise, EnterpriseId, Member, Stamp } from './types.ts';

interface Founded {
  readonly kind: 'founded';
  readonly enterprise: string;
  readonly district: string | null;
}

/** What becomes of somebody who asks to belong to it. */
export type MemberEvent =
  | { readonly kind: 'asked'; readonly number: number; readonly account: AccountId }
  | { readonly kind: 'confirmed'; readonly number: number }
  | { readonly kind: 'removed'; readonly number: number };

/**
 * What is to become of an enterprise and its members. Each order carries the enterprise's name, for the first of all
 * makes the record; `name` is how the person who asks was called.
 */
export interface EnterpriseOrder extends Stamp {
  readonly enterprise: string;
  readonly district: string | null;
  /** Null where the enterprise is but to be known. */
  readonly event: MemberEvent | null;
  readonly name?: string;
}

export type EnterpriseFact = (Founded | MemberEvent) & Stamp & Caused;

/** One enterprise, as it is kept. Other rooms may add fields of their own: they are left as they are. */
export interface EnterpriseRecord {
  readonly id: EnterpriseId;
  readonly chain: Chain<EnterpriseFact>;
}

/** 「示例科技（武汉）有限公司」 and 「示例科技(武汉) 有限公司」 are one name. */
export const enterpriseKey = (name: string): string => fold(name).replace(/[\s\p{P}\p{S}]+/gu, '');

const ID_LENGTH = 24;

/** The same name gives the same id: two people who name a new enterprise at one moment make one record. */
export const enterpriseId = (name: string, digest: Digest): EnterpriseId =>
  digest(enterpriseKey(name)).slice(0, ID_LENGTH) as EnterpriseId;

const isIn = (members: readonly Member[], account: AccountId): boolean =>
  members.some((member) => member.account === account);

function membersAfter(members: readonly Member[], event: MemberEvent & Pick<Stamp, 'by'>): readonly Member[] {
  switch (event.kind) {
    case 'asked': {
      const { number, account } = event;
      return isIn(members, account)
        ? members
        : [...members, { number, account, name: null, confirmedBy: null }];
    }
    case 'confirmed': {
      const waits = members.some(
        ({ number, confirmedBy }) => number === event.number && confirmedBy === null,
      );
      if (!waits) return members;
      return members.map((one) => (one.number === event.number ? { ...one, confirmedBy: event.by } : one));
    }
    case 'removed': {
      const others = members.filter(({ number }) => number !== event.number);
      return others.length === members.length ? members : others;
    }
  }
}

/** What an enterprise's events come to. */
export const readEnterprise = ({ id, chain }: EnterpriseRecord): Enterprise =>
  chain.reduce<Enterprise>(
    (before, link) => {
      const { fact } = link;
      if (fact.kind === 'founded')
        return { ...before, name: fact.enterprise, district: fact.district ?? before.district };
      const name = wordsOf(link)['name'] ?? null;
      const members = membersAfter(before.members, fact).map((member) =>
        fact.kind === 'asked' && member.number === fact.number ? { ...member, name } : member,
      );
      return { ...before, members };
    },
    { id, name: '', district: null, members: [] },
  );

/** An enterprise before its first event. */
export const noEnterprise = (id: EnterpriseId): EnterpriseRecord => ({ id, chain: [] });

/** The record with the order as its newest event; null where it knows the cause or nothing would change. */
export function applyEnterpriseOrder<Kept extends EnterpriseRecord>(
  record: Kept,
  { order, cause }: { readonly order: EnterpriseOrder; readonly cause: string },
  tools: ChainTools,
): Kept | null {
  if (record.chain.some(({ fact }) => fact.cause === cause)) return null;
  const { at, by, enterprise, district, event, name = '' } = order;
  const now = readEnterprise(record);
  const founded: EnterpriseFact = { kind: 'founded', enterprise, district, at, by, cause };
  const isNews = record.chain.length === 0 || (now.district === null && district !== null);
  const chain = isNews ? append<EnterpriseFact>(record.chain, { fact: founded }, tools) : record.chain;
  if (event === null || membersAfter(now.members, { ...event, by }) === now.members)
    return isNews ? { ...record, chain } : null;
  const words = name === '' ? {} : { name };
  const fact: EnterpriseFact = { ...event, at, by, cause };
  return { ...record, chain: append<EnterpriseFact>(chain, { fact, words }, tools) };
}
