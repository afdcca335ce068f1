import { outer } from './ids.ts';

/** Somebody whom a message names; `key` stands for them in its text. */
export interface Mention {
  readonly key: string;
  readonly openId: string;
  readonly name: string;
  /** A bot, as far as the platform tells. */
  readonly isBot: boolean;
}

/** Everything that a message's text needs to become readable. */
export interface Named {
  readonly mentions: readonly Mention[];
  /** Open id of the bot; null where it could not be learnt. */
  readonly bot: string | null;
  readonly everybody: string;
}

const KEY = /@_user_\d+|@_all/g;
const ALL = '@_all';

/** The words of a text without the mention of the bot; others are called by their names. */
export function withoutKeys(text: string, { mentions, bot, everybody }: Named): string {
  const byKey = new Map(mentions.map((one) => [one.key, one]));
  const readable = text.replace(KEY, (key) => {
    if (key === ALL) return `@${everybody}`;
    const found = byKey.get(key);
    // A person can type such a key: then it is a word like any other.
    if (found === undefined) return key;
    return found.openId === bot ? '\0' : `@${found.name}`;
  });
  // The platform puts a blank behind a mention; one that somebody typed stands on both sides.
  return readable
    .replace(/([^\S\n]*)\0([^\S\n]*)/g, (_all, before, after) => (before && after ? ' ' : ''))
    .trim();
}

export const namesBot = ({ mentions, bot }: Named): boolean =>
  bot !== null && mentions.some((one) => one.key !== ALL && one.openId === bot);

/** The people among them, each once. */
export function peopleIn(
  mentions: readonly Mention[],
): readonly { readonly id: string; readonly name: string }[] {
  const people = mentions.filter((one) => one.openId.startsWith('ou_') && !one.isBot && one.key !== ALL);
  return [...new Map(people.map((one) => [one.openId, { id: outer(one.openId), name: one.name }])).values()];
}
