import { isEmptyAnswer } from '../../domain/appeal/empty-answer.ts';
import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import {
  type AppealSaying,
  asksForContact,
  readAppealSaying,
} from '../../domain/conversation/appeal-saying.ts';
import { isMerelyPolite } from '../../domain/conversation/asks.ts';
import { withOtherReadings } from '../../domain/conversation/other-readings.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { Step, Turn } from '../turn/types.ts';
import { actOn } from './acting/act-on.ts';
import { meant } from './acting/meant.ts';
import type { ActingDeps } from './acting/suggest-unit.ts';
import { answeredWhy, givenUp } from './acting/withdrawal.ts';
import { showAppeal } from './show.ts';

const saying = (text: string): Turn => ({ reply: { text } });

const AT_WORK = /收到|处理|办理|跟进|核实|落实|联系|转交|协调/;

/** 「已收到，正在处理」 without a number is about the only appeal that a desk has in hand, if about any. */
const hollow = (text: string): AppealSaying | null =>
  text.length < 60 && AT_WORK.test(text) && isEmptyAnswer(text) && !isMerelyPolite(text)
    ? { number: null, verb: 'progress', rest: text }
    : null;

const bareContact = (text: string): AppealSaying | null =>
  asksForContact(text) ? { number: null, verb: 'contact', rest: '' } : null;

/** Takes what is said of an appeal: its number alone, or an act, by number, by quote, or by the only one there is. */
export function createAppealStep(deps: ActingDeps): Step {
  return async (said) => {
    const answer = answeredWhy(said);
    if (answer !== null) return answer;
    const quoted: AppealNumber | null = said.message.quote
      ? parseAppealNumber(said.message.quote.text)
      : null;
    const act = readAppealSaying(said.text, quoted) ?? hollow(said.text) ?? bareContact(said.text);
    if (act === null) return null;
    const one = await meant(deps, said, withOtherReadings(act, said.text));
    if (one === null) return givenUp(said);
    if (!('found' in one)) return one;
    const { found } = one;
    if (one.act.verb !== 'show') return actOn(deps, said, one);
    return mayRead(found.state, found.relation)
      ? saying(showAppeal(deps, found, { now: said.now, isGroup: said.message.isGroup }))
      : saying(refusalText(found.number, { code: 'not-yours', possible: [], kind: 'take' }));
  };
}
