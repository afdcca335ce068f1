import { districtOf } from '../../domain/dispatch/district.ts';
import { accountId } from '../../domain/people/account.ts';
import { findSecrets } from '../../domain/privacy/mask-secrets.ts';
import { openingWords } from '../../text/zh/appeals/opening.ts';
import type { Said } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn } from './find.ts';
import { relationIn } from './relation.ts';

/** What is submitted: whose it is, and their own words. */
export interface Matter {
  readonly appellant: string;
  readonly text: string;
  readonly isForwarded: boolean;
}

/** Who may open an appeal for whoever said it; what others quote or forward belongs to their own. */
function maySpeakForOthers({ roster }: AppealDeps, { message, now }: Said): boolean {
  const { id: by } = message.from;
  const may = relationIn(roster(), { by, chat: message.chat, state: null, at: now });
  return may.isSpecialist || may.isSupervisor || may.isAdministrator;
}

/** A quoted or forwarded message is the matter of whoever said it, in their own words. */
export function matterIn(deps: AppealDeps, said: Said, words: string): Matter {
  const { message } = said;
  const enclosed = message.forwarded ?? (message.quote ? [message.quote] : []);
  const texts = enclosed.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (texts.length === 0) return { appellant: message.from.id, text: words, isForwarded: false };
  const named = enclosed.find(({ from }) => from.id !== null)?.from.id ?? message.from.id;
  const author = maySpeakForOthers(deps, said) ? named : message.from.id;
  const own = words.length > 0 && author !== message.from.id ? [openingWords.remark(words)] : [words];
  return {
    appellant: author,
    text: [...texts, ...own.filter((text) => text !== '')].join('\n'),
    isForwarded: author !== message.from.id,
  };
}

/** The matters of a forwarded bundle, one for each known author, by whoever may speak for others. */
export function mattersOfSeveral(deps: AppealDeps, said: Said): readonly Matter[] {
  const forwarded = said.message.forwarded ?? [];
  if (forwarded.length < 2 || !maySpeakForOthers(deps, said)) return [];
  const authors = [...new Set(forwarded.flatMap(({ from }) => from.id ?? []))];
  return authors.map((appellant) => ({
    appellant,
    text: forwarded
      .filter(({ from }) => from.id === appellant)
      .map(({ text }) => text.trim())
      .join('\n'),
    isForwarded: true,
  }));
}

/** Telephone numbers and the like in a text; null where there are none. */
export const contactIn = (text: string): string | null => {
  const found = findSecrets(text).filter(
    ({ kind }) => kind === 'mobile' || kind === 'landline' || kind === 'wechat',
  );
  return found.length === 0 ? null : found.map(({ from, to }) => text.slice(from, to)).join('、');
};

/** For whom and where somebody speaks, as far as it is known. */
export interface Origin {
  readonly enterprise: string | null;
  readonly district: string | null;
}

/** Where the last appeal of the same person came from. */
async function lastOrigin(deps: AppealDeps, { message, now }: Said, person: string): Promise<Origin | null> {
  const looking = { by: person, chat: message.chat, at: now };
  const found = await findOwn(deps, looking, [appealKeys.of(person)]);
  return found.at(-1)?.state ?? null;
}

/** The group's district comes first, then that of the words, then that of what the same person told before. */
export async function originOf(deps: AppealDeps, said: Said, matter: Matter): Promise<Origin> {
  const { message } = said;
  const roster = deps.roster();
  const binding = roster.placeOf(message.chat)?.binding ?? null;
  const account = accountId(matter.appellant);
  const enterprise =
    account === null ? null : (roster.enterpriseOf(account, message.chat)?.enterprise ?? null);
  const ofGroup = binding?.kind === 'enterprise-group' ? binding.district : null;
  const told = districtOf({ text: matter.text, given: null }, { units: deps.units, city: deps.home });
  const before = await lastOrigin(deps, said, matter.appellant);
  return {
    enterprise: enterprise?.id ?? before?.enterprise ?? null,
    district: ofGroup ?? enterprise?.district ?? told ?? before?.district ?? null,
  };
}
