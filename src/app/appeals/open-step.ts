import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Destination } from '../../domain/dispatch/types.ts';
import { partsOf } from '../../domain/dispatch/parts.ts';
import { asksSomething, isMerelyPolite } from '../../domain/conversation/asks.ts';
import type { IntentKind } from '../../domain/conversation/intent.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import { openingWords } from '../../text/zh/appeals/opening.ts';
import { askedOf } from '../conversation.ts';
import { recordTarget } from '../orders.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import { toOrder } from './appeal-step.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn, type Found } from './find.ts';
import { contactIn, mattersOfSeveral, type Matter, matterIn, type Origin, originOf } from './matter.ts';
import { nextNumber } from './numbers.ts';
import type { AppealOrder } from './types.ts';

export interface OpenStepDeps extends AppealDeps {
  /** What a message that is no command is meant as; `open`: an appeal of the person is. */
  readonly intentOf: (text: string, open: boolean) => IntentKind;
  /** 「诉求 …」「转人工」「答错了」, with what comes behind. */
  readonly openingOf: (
    text: string,
  ) => { readonly kind: 'appeal' | 'human' | 'dislike'; readonly rest: string } | null;
  readonly isSameMatter: (one: string, other: string) => boolean;
  /** Codes of what a matter does not say. */
  readonly lacksOf: (text: string) => readonly string[];
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A longer message tells something of its own. */
const SHORT = 30;
/** Words that a picked choice puts in front, so that it is not asked again. */
export const MARKS = { question: '问政策 ', appeal: '诉求 ', apart: '分开办 ', together: '一起办 ' } as const;

/** What the words do not say and the group or the members' list does not either. */
const lacksOf = (deps: OpenStepDeps, text: string, { enterprise, district }: Origin): readonly string[] =>
  deps
    .lacksOf(text)
    .filter((code) => !(code === 'firm' && enterprise !== null) && !(code === 'place' && district !== null));

interface Submission {
  readonly matter: Matter;
  readonly destination: Pick<Destination, 'category'>;
  readonly class: 'ordinary' | 'consultation';
  readonly question: string | null;
}

/** An order that opens a new appeal, under a number of its own. */
async function submit(deps: OpenStepDeps, said: Said, one: Submission) {
  const { matter, destination, question } = one;
  const { message, now } = said;
  const number = await nextNumber(deps.records);
  const origin = await originOf(deps, said, matter);
  const inGroup = message.isGroup ? message.chat : matter.appellant;
  const wish: AppealOrder['wish'] = {
    kind: 'submit',
    number,
    ...origin,
    appellant: matter.appellant,
    chat: matter.isForwarded ? inGroup : message.chat,
    firstMessageAt: now,
    category: destination.category,
    class: one.class,
    lacks: one.class === 'consultation' ? [] : lacksOf(deps, matter.text, origin),
    matter: matter.text,
    contact: contactIn(matter.text),
    attachments: (message.files ?? []).map(({ id }) => id),
  };
  return { number, delivery: toOrder({ number, wish, question }, said) };
}

/** Opens one appeal; where two matters are told, it is asked whether each shall be one of its own. */
async function open(deps: OpenStepDeps, said: Said, matter: Matter): Promise<Turn> {
  const { district } = await originOf(deps, said, matter);
  const proposal = deps.dispatch({ text: matter.text, ...(district === null ? {} : { district }) });
  const isTwo = proposal.also !== null && !matter.isForwarded;
  const { number, delivery } = await submit(deps, said, {
    matter,
    destination: proposal,
    class: 'ordinary',
    question: isTwo ? null : proposal.question,
  });
  if (!isTwo || proposal.also === null) return { deliveries: [delivery] };
  const topics = [proposal.category, proposal.also.category] as const;
  const choices = [
    { key: '1', label: openingWords.apart, says: `${MARKS.apart}${number} ${matter.text}` },
    { key: '2', label: openingWords.together, says: `${MARKS.together}${number}` },
  ];
  const offer = { id: said.message.id, topic: openingWords.topic, for: said.message.from.id, choices };
  return { reply: { text: openingWords.twoMatters(topics), offer }, deliveries: [delivery] };
}

const openAs = async (deps: OpenStepDeps, said: Said, one: Submission): Promise<Turn> => ({
  deliveries: [(await submit(deps, said, one)).delivery],
});

/** A forwarded bundle of several people's words: one appeal for each of them. */
async function openSeveral(deps: OpenStepDeps, said: Said, matters: readonly Matter[]): Promise<Turn> {
  const turns: Turn[] = [];
  for (const matter of matters) {
    const destination = deps.dispatch({ text: matter.text });
    turns.push(await openAs(deps, said, { matter, destination, class: 'ordinary', question: null }));
  }
  return { deliveries: turns.flatMap(({ deliveries = [] }) => deliveries) };
}

/** The pieces of a message by the two matters that it tells of; all of it where they cannot be told apart. */
function partsByMatter({ dispatch }: OpenStepDeps, text: string) {
  const first = dispatch({ text });
  const second = first.also ?? first;
  const { pieces } = partsOf(text);
  const isSecond = (piece: string): boolean => dispatch({ text: piece }).matter === second.matter;
  const textOf = (wanted: boolean): string =>
    pieces.filter((piece) => isSecond(piece) === wanted).join('，') || text;
  return [
    { destination: first, text: textOf(false) },
    { destination: second, text: textOf(true) },
  ];
}

/** The second matter of an appeal gets a number of its own; the two know of each other. */
async function openApart(deps: OpenStepDeps, said: Said, words: string): Promise<Turn> {
  const first = parseAppealNumber(words);
  if (first === null) return {};
  const all = words.slice(words.indexOf(' ') + 1);
  const [, part] = partsByMatter(deps, all);
  if (!part) return {};
  const matter = { appellant: said.message.from.id, text: part.text, isForwarded: false };
  const opened = await submit(deps, said, {
    matter,
    destination: part.destination,
    class: 'ordinary',
    question: null,
  });
  const link = (number: AppealNumber, to: AppealNumber) => ({
    to: recordTarget('appeal', number),
    content: {
      order: {
        ...toOrder({ number, wish: { kind: 'link', to, as: 'sibling' } }, said).content.order,
        by: 'bot',
        chat: null,
      },
    },
  });
  return { deliveries: [opened.delivery, link(first, opened.number), link(opened.number, first)] };
}

/** The appeal that the words belong to: one that is just being told, waits for an answer, or is about the same. */
async function joined(
  deps: OpenStepDeps,
  said: Said,
  { intent, text, isOpened }: { intent: IntentKind; text: string; isOpened: boolean },
) {
  const { message, now } = said;
  const looking = { by: message.from.id, chat: message.chat, at: now };
  const account = accountId(message.from.id);
  const accounts = account === null ? [] : deps.roster().whoIs(account).accounts;
  const own = (await findOwn(deps, looking, accounts.map(appealKeys.of))).filter(({ possible }) =>
    possible.includes('supplement'),
  );
  const isTelling = ({ appeal, state }: Found): boolean =>
    state.kind === 'submitted' && appeal.offerAt !== null && state.chat === message.chat;
  const isAsked = ({ state }: Found): boolean => 'waiting' in state && state.waiting !== null;
  // 「诉求 …」 begins anew, unless it is about the same; 「在关山街」 asks nothing, whatever the library finds for it.
  const isOther = isOpened || (intent === 'question' && asksSomething(text));
  const told = isOther || intent === 'small-talk' ? undefined : own.findLast(isTelling);
  const asked = isOther || isMerelyPolite(text) ? [] : own.filter(isAsked);
  // 「钱到账了」 within a day of the answer is about the answer.
  const isFresh = ({ state }: Found): boolean =>
    ('answer' in state || ('round' in state && (state.round?.number ?? 0) > 1)) &&
    now - ('answer' in state ? state.answer.at : (state.round?.startedAt ?? 0)) < DAY_MS;
  const isAfterAnswer = !isOther && intent !== 'small-talk' && (intent !== 'appeal' || text.length < SHORT);
  const same = (found: Found): boolean =>
    now - found.state.submittedAt < WEEK_MS && deps.isSameMatter(matterOf(found.appeal.chain), text);
  return (
    told ??
    (asked.length === 1 ? asked[0] : undefined) ??
    (isAfterAnswer ? own.findLast(isFresh) : undefined) ??
    (intent === 'appeal' ? own.findLast(same) : undefined)
  );
}

function addTo(deps: OpenStepDeps, said: Said, { found, text }: { found: Found; text: string }): Turn {
  const matter = `${matterOf(found.appeal.chain)}\n${text}`;
  const lacks = lacksOf(deps, matter, found.state);
  const attachments = (said.message.files ?? []).map(({ id }) => id);
  const contact = contactIn(text);
  return {
    deliveries: [
      toOrder(
        { number: found.number, wish: { kind: 'supplement', text, contact, attachments, lacks } },
        said,
      ),
    ],
  };
}

/** 「转人工」: the last question and what it was answered go to the specialist. */
async function consult(deps: OpenStepDeps, said: Said, rest: string): Promise<Turn> {
  const asked = askedOf(said.conversation, said.message.from.id, said.now);
  const question = rest || asked?.question || '';
  if (question === '') return { reply: { text: openingWords.whatToAsk } };
  const text = asked && rest === '' ? `${question}${openingWords.botSaid(asked.reply)}` : question;
  const matter = { appellant: said.message.from.id, text, isForwarded: false };
  const { category } = deps.dispatch({ text: question });
  return openAs(deps, said, { matter, destination: { category }, class: 'consultation', question: null });
}

const afterMark = ({ text, picked }: Said, mark: string): string | null =>
  picked !== null && text.startsWith(mark) ? text.slice(mark.length) : null;

/** Takes appeals in the enterprise's own words, what is added to them, and requests for a person. */
export function createOpenStep(deps: OpenStepDeps): Step {
  return async (said) => {
    const { message, text } = said;
    if (afterMark(said, MARKS.question) !== null) return null;
    const apart = afterMark(said, MARKS.apart);
    if (apart !== null) return openApart(deps, said, apart);
    const together = afterMark(said, MARKS.together);
    if (together !== null) return { reply: { text: openingWords.asOne(together) } };
    const opening = deps.openingOf(text);
    // What was picked elsewhere is no part of what is being told.
    if (said.picked !== null && opening === null) return null;
    if (opening?.kind === 'human') return consult(deps, said, opening.rest);
    if (opening?.kind === 'dislike') return dislike(said);
    const several = mattersOfSeveral(deps, said);
    if (several.length > 1) return openSeveral(deps, said, several);
    const matter = matterIn(deps, said, opening?.rest ?? text);
    if (opening?.kind === 'appeal' && matter.text === '')
      return { reply: { text: openingWords.whatToReport } };
    const hasOpen = (await deps.records.find(deps.kind, appealKeys.of(message.from.id))).length > 0;
    const intent = opening?.kind === 'appeal' ? 'appeal' : deps.intentOf(text, hasOpen);
    const found = matter.isForwarded
      ? undefined
      : await joined(deps, said, { intent, text: matter.text, isOpened: opening !== null });
    if (found) return addTo(deps, said, { found, text: matter.text });
    if (intent === 'appeal') return open(deps, said, matter);
    return intent === 'unsure' ? askWhich(said) : null;
  };
}

function askWhich({ message, text }: Said): Turn {
  const choices = [
    { key: '1', label: openingWords.asking, says: `${MARKS.question}${text}` },
    { key: '2', label: openingWords.reporting, says: `${MARKS.appeal}${text}` },
  ];
  const offer = { id: message.id, topic: openingWords.topic, for: message.from.id, choices };
  return { reply: { text: openingWords.which, offer } };
}

/** 「答错了」: right after an answer a person is offered; otherwise nobody knows what was wrong. */
function dislike({ conversation, message, now }: Said): Turn | null {
  if (!askedOf(conversation, message.from.id, now)) return null;
  const choices = [{ key: '1', label: openingWords.human, says: openingWords.human }];
  const offer = { id: message.id, topic: openingWords.topic, for: message.from.id, choices };
  return { reply: { text: openingWords.sorry, offer } };
}
