import type { AppealSaying } from './appeal-saying.ts';
import { readLettingGo } from './letting-go.ts';
import { readVerdict } from './verdict.ts';

const NUMBER_FIRST = /^[\s#【「(（]*[A-Za-z]{1,2}[\s_-]?[\dOIlo]{4}[\s】」)）:：,，、。.]*/;

/**
 * What the same words say of an appeal in another state, the first reading in front: 「没人管」 urges while it is being
 * dealt with, and rates what was answered; 「解决了」 before any answer says that nobody need go on.
 */
export function withOtherReadings(
  act: AppealSaying,
  text: string,
): readonly [AppealSaying, ...AppealSaying[]] {
  const { number, verb } = act;
  const rest = text.replace(NUMBER_FIRST, '').trim();
  const verdict = readVerdict(rest);
  const isOver = verb === 'solved' || (verb === 'appraise' && verdict?.says === 'solved');
  if (verb === 'urge' && verdict !== null) return [act, { number, verb: 'appraise', rest }];
  return isOver || (verb === 'appraise' && readLettingGo(rest) !== null)
    ? [act, { number, verb: 'let-go', rest }]
    : [act];
}
