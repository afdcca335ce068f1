import type { Growth, NextStep } from '../../domain/enterprise/growth.ts';
import type { Choice } from '../../ports/message.ts';
import { gainText, growthReply, stepTitle, unitsText } from './ladder.ts';

/** What the digits of the growth ladder are about. */
export const GROWTH_TOPIC = '成长';

/** Steps that are told whole; of the others the name. */
const WHOLE = 2;
const LONGEST_LABEL = 18;

const labelOf = (step: NextStep): string => stepTitle(step).split('，')[0]?.slice(0, LONGEST_LABEL) ?? '';

/** Each step by its number. */
export const growthChoices = ({ next }: Growth): readonly Choice[] =>
  next.map((step, at) => ({ key: String(at + 1), label: labelOf(step), says: `成长路径 ${at + 1}` }));

/** 「下一步」: where it stands and the next steps with benefit and units; `question` asks for the titles. */
export function growthText(growth: Growth, question: string | null): string {
  const { next } = growth;
  // A question is answered in words; the digits need no line of their own then.
  const isSilent = next.length === 0 || question !== null;
  const others = next.slice(WHOLE).map((step, at) => `${WHOLE + at + 1} ${labelOf(step)}`);
  return [
    growthReply({ ...growth, next: next.slice(0, WHOLE) }),
    isSilent ? '' : `回数字看细节${others.length === 0 ? '' : ` | ${others.join(' | ')}`}`,
    question ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const MOST_GAINS = 3;
const MOST_CLAUSES = 2;

/** One step with what it brings and who is responsible. */
export function stepDetail(step: NextStep): string {
  const gains = step.gains.slice(0, MOST_GAINS).map((offer) => `可得：${gainText(offer, step.after)}`);
  const units = step.clauses.slice(0, MOST_CLAUSES).map((clause) => `找谁：${unitsText(clause, undefined)}`);
  return [stepTitle(step), ...(gains.length === 0 ? ['可得：政策库里没有写奖励金额'] : gains), ...units].join(
    '\n',
  );
}

export const noSuchStep = '没有这一步，发“下一步”看现在的。';
