import { erase, wordsOf } from '../chain.ts';
import type { AppealChain, AppealWords, WordName } from './facts.ts';

/** A text of an event; empty where it has none. */
export const textIn = (words: AppealWords, name: WordName): string => words[name] ?? '';

/** A text of an event; null where it has none. */
export const wordIn = (words: AppealWords, name: WordName): string | null => words[name] ?? null;

/** A text of an appeal with who said it when; null where it was erased. */
export interface Telling {
  readonly at: AppealChain[number]['fact']['at'];
  readonly by: string;
  readonly kind: AppealChain[number]['fact']['kind'];
  readonly text: string | null;
}

/** All texts of one name, the oldest first. */
export const tellingsOf = (chain: AppealChain, name: WordName): readonly Telling[] =>
  chain
    .filter(({ digests }) => name in digests)
    .map((link) => {
      const { at, by, kind } = link.fact;
      return { at, by, kind, text: wordsOf(link)[name] ?? null };
    });

/** The last text of one name; null where none was said or it was erased. */
export const lastWord = (chain: AppealChain, name: WordName): string | null =>
  tellingsOf(chain, name).at(-1)?.text ?? null;

/** 诉求内容: the first message with all that the enterprise added, a line each. */
export const matterOf = (chain: AppealChain): string =>
  tellingsOf(chain, 'matter')
    .flatMap(({ text }) => text ?? [])
    .join('\n');

/** Ids of the files that came with it, in their order. */
export const attachmentsOf = (chain: AppealChain): readonly string[] =>
  tellingsOf(chain, 'attachments').flatMap(({ text }) => (text === null ? [] : readList(text)));

function readList(text: string): readonly string[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map(String) : [];
}

const ERASED: readonly string[] = ['contact', 'attachments'] satisfies readonly WordName[];

/** The chain without contacts and attachments, for which the event `erased` stands; its hashes stay true. */
export const withoutContact = (chain: AppealChain): AppealChain =>
  erase(chain, (_, name) => !ERASED.includes(name));
