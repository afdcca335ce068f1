import { type CorrectField, QUESTION_OF } from '../../domain/enterprise/commands.ts';
import { readAnswer, UNREAD } from '../../domain/enterprise/questions.ts';
import type { Facts } from '../../domain/enterprise/types.ts';
import { enterpriseRefusal } from '../../text/zh/enterprise.ts';
import { enterpriseTalk } from '../../text/zh/enterprise-talk.ts';
import { orderTo, type Saying, viewOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

/** Only what was named is corrected: a name that holds a city does not move the enterprise. */
function only(field: CorrectField, facts: Facts): Facts | null {
  const value = facts[field];
  if (value === undefined) return null;
  const business = field === 'industry' && facts.business !== undefined ? { business: facts.business } : {};
  return { [field]: value, ...business };
}

/** 「改 人数 50人」. */
export function correct(
  deps: EnterpriseDeps,
  scene: Scene,
  { field, value }: { readonly field: CorrectField; readonly value: string },
): Saying {
  const question = QUESTION_OF[field];
  const answer = readAnswer(question, { text: value, on: scene.on }, deps.reader);
  if (!answer.ok) return { text: enterpriseRefusal(answer.error) };
  const facts = only(field, answer.value.facts);
  if (facts === null) return { text: enterpriseRefusal(UNREAD[question]) };
  const isSame = JSON.stringify(facts[field]) === JSON.stringify(scene.profile[field]);
  if (isSame) return { text: enterpriseTalk.nowSame };
  return {
    text: enterpriseTalk.corrected(viewOf(deps, { ...scene.profile, ...facts })),
    orders: [orderTo(scene, { event: { kind: 'told', how: 'corrected' }, facts })],
  };
}
