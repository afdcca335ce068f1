import { lastWord, matterOf } from '../../../domain/appeal/words.ts';
import type { AnsweredQuestion } from '../../../domain/conversation/answered.ts';
import { dayOf } from '../../../domain/time.ts';
import { nothingToTakeUp, takenUp } from '../../../text/zh/answered.ts';
import { withoutBot } from '../../../text/zh/appeals/opening.ts';
import { refusalText } from '../../../text/zh/appeals/refusals.ts';
import { ANSWERED } from '../../answering/answered-questions.ts';
import { recordTarget } from '../../orders.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { Found } from '../find.ts';

const saying = (text: string): Turn => ({ reply: { text } });

/** 「收录」: the question and its answer are given to whoever asks the same. */
export function takeUp({ number, state, appeal, relation }: Found, { now }: Said): Turn {
  const answer = lastWord(appeal.chain, 'reply');
  if (!relation.isInCharge)
    return saying(refusalText(number, { code: 'not-yours', possible: [], kind: 'reply' }));
  if (answer === null) return saying(nothingToTakeUp(number));
  const on = 'answer' in state ? dayOf(state.answer.at) : dayOf(now);
  const order: AnsweredQuestion = {
    id: number,
    question: withoutBot(matterOf(appeal.chain)),
    answer,
    on,
    until: null,
  };
  return {
    reply: { text: takenUp(number) },
    deliveries: [{ to: recordTarget(ANSWERED.name, number), content: { order } }],
  };
}
