import type { Policy } from '../policy/types.ts';
import { judge, type Subject } from './judge.ts';
import { matchPolicies } from './match-policies.ts';
import type { Fit, Requirement } from './matching-types.ts';
import { preparedOf } from './prepared.ts';
import { isBlank } from './profile-record.ts';
import { wordsFit } from './words-fit.ts';

/** What an enterprise may be told of. */
export interface Matter {
  /** The title, and the words of what is due. */
  readonly text: string;
  /** The document behind it; null for what was typed by hand. */
  readonly policy: Policy | null;
}

/** What a profile can be known to fall short of; the rest is for a person to see. */
const TELLING: ReadonlySet<Requirement['kind']> = new Set([
  'title',
  'industry',
  'size',
  'form',
  'revenue',
  'age',
]);

/** Every one of its benefits asks for something that this enterprise is known not to have. */
function refuses(policy: Policy, subject: Subject): boolean {
  const all = preparedOf(policy).flatMap(({ asked }) => asked);
  return (
    all.length > 0 &&
    all.every(({ requirements }) =>
      requirements.some((requirement) => {
        const judgement = judge(requirement, subject, policy);
        return TELLING.has(requirement.kind) && judgement.kind === 'unmet' && judgement.step === null;
      }),
    )
  );
}

/** At least one benefit is for this enterprise, by more than its place. */
const gives = (policy: Policy, subject: Subject): boolean =>
  matchPolicies([policy], subject).some(
    ({ verdict, because }) => verdict !== 'one-step' && because.some(({ kind }) => kind !== 'region'),
  );

/** Whether an enterprise is to be told of a matter, as far as its profile tells. */
export function fitOf({ text, policy }: Matter, subject: Subject): Fit {
  if (isBlank(subject.profile)) return 'open';
  const words = wordsFit(text, subject);
  if (words === 'excluded') return 'excluded';
  if (policy !== null && gives(policy, subject)) return 'fits';
  if (words === 'fits') return 'fits';
  return policy !== null && refuses(policy, subject) ? 'excluded' : 'open';
}
