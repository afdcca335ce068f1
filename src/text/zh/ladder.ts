import type { Growth, NextStep, Path, StepClause } from '../../domain/enterprise/growth.ts';
import type { Offer } from '../../domain/enterprise/matching-types.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import { placeOf, shortTitle, standing } from './answer-source.ts';
import { offerSource, restates } from './enterprise-offers.ts';
import { amountsText, checkText, qualificationName, stepText, yuanText } from './enterprise-words.ts';

const PATHS: Readonly<Record<Path, string>> = {
  rung: '梯度培育',
  convert: '个转企',
  scale: '小进规',
  quota: '小进限',
  refine: '规做精',
  list: '精上市',
};

/** 「规做精：先认定国家级专精特新“小巨人”（…）」. */
export function stepTitle({ path, to, fromYuan }: NextStep): string {
  const bound = fromYuan === null ? '' : `，统计口径为年营收${yuanText(fromYuan)}起`;
  return `${PATHS[path]}：${stepText(to)}${bound}`;
}

/** What the step brings, with the clause that says so; `profile` is the enterprise with the step taken. */
export function gainText(offer: Offer, profile: Profile): string {
  const open = offer.checks.filter((one) => !restates(one, offer)).map((one) => checkText(one, profile));
  const remark = open.length === 0 ? '' : `（需核对：${open.join('，')}）`;
  return `${offer.who}：${amountsText(offer)}${remark}——${offerSource(offer)}`;
}

/** The departments of a step, with the clause that names them unless it stands above. */
export function unitsText({ clause, policy, status }: StepClause, above: Offer | undefined): string {
  const names = clause.units.map(({ name }) => name).join('、');
  if (above?.clause === clause) return names;
  const ended = status === 'in-force' ? '' : `，${standing({ policy, status })}`;
  return `${names}（《${shortTitle(policy)}》${placeOf({ clause })}${ended}）`;
}

function stepLines(step: NextStep): readonly string[] {
  const [best] = step.gains;
  const [clause] = step.clauses;
  return [
    `下一步 ${stepTitle(step)}`,
    best ? `可得：${gainText(best, step.after)}` : '可得：政策库里没有写奖励金额',
    ...(clause ? [`找谁：${unitsText(clause, best)}`] : []),
  ];
}

/** Where an enterprise stands on the ladder and what comes next. */
export function growthReply({ standsOn, next }: Growth): string {
  const stands = standsOn === null ? '还没有梯度培育的认定' : `现在是${qualificationName(standsOn)}`;
  if (next.length === 0) return `${stands}，已到梯度的最高一级。`;
  return [`${stands}。`, ...next.flatMap(stepLines)].join('\n');
}
