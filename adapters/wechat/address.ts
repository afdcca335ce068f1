import { cleanText } from './clean-text.ts';

/** Somebody in the room and every name that people see there. */
export interface Member {
  readonly id: string;
  readonly names: readonly string[];
}

export interface Spoken {
  readonly text: string;
  /** What the bot is called here: its name, its alias in the room, its nickname. */
  readonly names: readonly string[];
  /** The puppet says that the bot is mentioned. */
  readonly listed: boolean;
  /** Ids of others of whom the puppet says so. */
  readonly listedOthers?: readonly string[];
  /** Everybody else there; empty where nobody is known. */
  readonly members: readonly Member[];
}

export interface Address {
  /** It is said to the bot: by mention, or by its name in front. */
  readonly addressed: boolean;
  /** Without what addresses the bot. */
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
}

/** U+2005, which WeChat puts behind a mention picked from its list. */
const MENTION_END = '\u2005';
// A message full of @ must not cost a second.
const MOST_MENTIONS = 50;
const AT = /(?<![\w.-])[@＠]/g;
const PICKED = /[^@＠\u2005]{1,64}(?=\u2005)/y;
const AFTER_NAME = /^(?:$|[\s\p{P}\p{S}])/u;
const EVERYBODY = /[@＠](?:所有人|全体成员|all|everyone)(?![\p{L}\p{N}])/iu;
/** What may stand between the bot's name in front and what is said: 「小企，…」「小企 …」, not 「小企业…」. */
const AFTER_CALL = /^(?:[\s，,、：:；;。.!！?？~～…]+|$)/u;

/** 「@小企，…」 */
const LEADING_MARKS = /^[\s，,、：:；;]+/u;

/** For comparing, every character in its place: letters small, every blank but U+2005 the same. */
function folded(text: string): string {
  const blank = text.replace(/[^\S\u2005]/g, ' ');
  const small = blank.toLowerCase();
  return small.length === blank.length ? small : blank;
}

const nameable = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map((name) => folded(cleanText(name)).trim()))].filter((name) => name !== '');

interface Called {
  readonly name: string;
  /** Null for the bot. */
  readonly who: Member | null;
}

/** All names, the longest first: 「@小企鹅」 is not 「@小企」. */
const callable = ({ names, members }: Spoken): readonly Called[] =>
  [
    ...nameable(names).map((name) => ({ name, who: null })),
    ...members.flatMap((who) => nameable(who.names).map((name) => ({ name, who }))),
  ].toSorted((one, other) => other.name.length - one.name.length);

interface Mention {
  readonly start: number;
  readonly end: number;
  /** Everybody of that name; empty where nobody is known by it. */
  readonly who: readonly (Member | null)[];
  readonly picked: boolean;
}

/** Who is called at an @, and where the call ends; null where nobody is. */
function mentionAt(text: string, at: number, names: readonly Called[]): Mention | null {
  PICKED.lastIndex = at + 1;
  const picked = PICKED.exec(text)?.[0];
  const exact = picked === undefined ? [] : names.filter(({ name }) => name === picked.trim());
  if (picked !== undefined && (exact.length > 0 || !/\s/.test(picked))) {
    return { start: at, end: at + 1 + picked.length, who: exact.map(({ who }) => who), picked: true };
  }
  const found = names.find(({ name }) => text.startsWith(name, at + 1));
  if (found === undefined) return null;
  const end = at + 1 + found.name.length;
  // 「@小企帮我查」 is taken for the bot only where no other name is known that goes on like this.
  const isFirm = AFTER_NAME.test(text.slice(end, end + 2));
  if (!isFirm && (found.who !== null || found.name.length < 2 || names.every(({ who }) => who === null))) {
    return null;
  }
  const same = names.filter(({ name }) => name === found.name).map(({ who }) => who);
  return { start: at, end, who: same, picked: false };
}

function mentionsIn(text: string, names: readonly Called[]): readonly Mention[] {
  return [...text.matchAll(AT)]
    .slice(0, MOST_MENTIONS)
    .map(({ index }) => mentionAt(text, index, names))
    .filter((mention) => mention !== null);
}

function without(text: string, mentions: readonly Mention[]): string {
  let rest = text;
  for (const { start, end } of mentions.toReversed()) {
    const after = rest.slice(end).replace(/^[\u2005 ]/, '');
    rest = rest.slice(0, start) + after;
  }
  return rest;
}

/** What is left behind the bot's name in front; null where it does not stand there. */
function afterCall(text: string, names: readonly string[]): string | null {
  const start = text.trimStart();
  const plain = folded(start);
  for (const name of nameable(names).toSorted((one, other) => other.length - one.length)) {
    if (name.length < 2 || !plain.startsWith(name)) continue;
    const gap = AFTER_CALL.exec(start.slice(name.length));
    if (gap !== null) return start.slice(name.length + gap[0].length);
  }
  return null;
}

/** People whose name stands there; of those with the same name the one that the puppet lists, else nobody. */
function othersIn(mentions: readonly Mention[], { text, listedOthers = [] }: Spoken): Address['mentions'] {
  const found = new Map<string, string>();
  for (const { who, start, end } of mentions) {
    const ids = [...new Set(who.map((member) => member?.id))];
    const [id] = ids.length > 1 ? ids.filter((one) => one !== undefined && listedOthers.includes(one)) : ids;
    if (id !== undefined && !who.includes(null)) found.set(id, text.slice(start + 1, end).trim());
  }
  return [...found].map(([id, name]) => ({ id, name }));
}

/**
 * Reads who is spoken to: the puppet's own list first, then `@name` with whatever blank follows it, then the bot's name
 * in front. 「@所有人」 alone never means the bot. Texts are compared by the names that people see.
 */
export function readAddress(spoken: Spoken): Address {
  const plain = folded(spoken.text);
  const mentions = mentionsIn(plain, callable(spoken));
  const byName = mentions.filter(({ who }) => who.includes(null));
  const toAll = EVERYBODY.test(plain);
  const byList = spoken.listed && !toAll;
  // The puppet knows a name of the bot that we do not: it is the one that nobody else has.
  const unknown =
    byList && byName.length === 0 ? mentions.filter(({ who, picked }) => picked && who.length === 0) : [];
  const text = without(spoken.text, [...byName, ...unknown.slice(0, 1)]).trim();
  const called = afterCall(text, spoken.names);
  const others = othersIn(mentions, spoken);
  return {
    addressed: byList || byName.length > 0 || called !== null,
    text: (called ?? (byName.length > 0 ? text.replace(LEADING_MARKS, '') : text))
      .replaceAll(MENTION_END, ' ')
      .trim(),
    mentions: others,
  };
}
