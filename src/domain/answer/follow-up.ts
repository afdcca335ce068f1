import type { Question } from './types.ts';

/** What a conversation remembers of the question before. */
export interface Before {
  readonly lastQuestion: string | null;
  readonly lastRegion: string | null;
}

/** 「那省级的呢?」「上海呢」「换成国家级的呢」: a new value for something in the question before. */
const INSTEAD =
  /^(?:那|那么|哪|还有|换成|如果是|要是|假如是)?(.{1,14}?)(?:的|的话)?(?:呢|咧|嘞|呐|怎么样|怎样|咋样|么样)[?？。!！]*$/;
const THEN = /^(?:那么?|哪|换成|如果是|要是)(.{2,14}?)[?？。!！]*$/;

/** Longer messages stand by themselves. */
const SHORT = 16;

/** What is asked for in place of something before: 「省级」 of 「那省级的呢?」; null where the message stands by itself. */
export function insteadOf(text: string): string | null {
  if (text.length > SHORT) return null;
  const found = INSTEAD.exec(text) ?? THEN.exec(text);
  const rest = found?.[1]?.trim() ?? '';
  return rest === '' ? null : rest;
}

/** Tiers of one kind: naming another one takes the place of the first. */
const KINDS: readonly RegExp[] = [
  /国家级|省级|市级|区级|县级|世界级/g,
  /国家|省|市/g,
  /(?:[一二三特]等|优秀)奖?/g,
  /20\d\d年?|今年|去年|明年/g,
];

/** 「三等呢」 is short for the prize that stood there. */
const asLong = (named: string, before: string): string =>
  before.endsWith('奖') && !named.endsWith('奖') ? `${named}奖` : named;

function replaceTier(before: string, value: string): string | null {
  for (const kind of KINDS) {
    const named = value.match(kind)?.[0];
    if (named && before.search(kind) >= 0) return before.replace(kind, (was) => asLong(named, was));
  }
  return null;
}

/** Regions of the answer before; one that took another's place (「那上海呢?」) does not stand in the question itself. */
function regionsBefore(
  { lastQuestion, lastRegion }: Before,
  read: (message: string) => Question,
): Question['regions'] {
  if (lastQuestion === null || lastRegion === null) return [];
  const written = read(lastQuestion).regions;
  return written[0]?.name === lastRegion ? written : read(lastRegion).regions;
}

/** Puts a message that leans on the question before together with it; a message that stands by itself comes back. */
export function followUp(
  question: Question,
  { memory, read }: { memory: Before; read: (message: string) => Question },
): Question {
  if (memory.lastQuestion === null || question.speech !== null) return question;
  const value = insteadOf(question.text);
  if (value === null) return question;
  if (question.regions.length > 0 && question.subject === '') {
    const before = read(memory.lastQuestion);
    return { ...before, regions: question.regions };
  }
  const kept = question.regions.length > 0 ? question.regions : regionsBefore(memory, read);
  const replaced = replaceTier(memory.lastQuestion, value) ?? `${value} ${memory.lastQuestion}`;
  const joined = read(replaced);
  const asks = question.asks.length > 0 ? question.asks : joined.asks;
  return { ...joined, asks, regions: kept };
}

/** Whether a message only puts another tier, place or year in: 「那省级的呢」 asks the same of the same thing. */
export const changesTierOnly = (own: Question, { lastQuestion }: Before): boolean => {
  const value = insteadOf(own.text);
  return value !== null && lastQuestion !== null && replaceTier(lastQuestion, value) !== null;
};

/**
 * Where a follow-up found nothing (「那省级小巨人呢」 after a question about guarantee fees): the same is asked of what
 * it names alone.
 */
export function insteadAlone(
  joined: Question,
  { own, read }: { own: Question; read: (message: string) => Question },
): Question | null {
  const value = insteadOf(own.text);
  return value === null || own.regions.length > 0
    ? null
    : { ...read(value), asks: joined.asks, regions: joined.regions };
}
