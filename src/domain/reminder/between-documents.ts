import { type Reference, referencesIn } from '../policy/references.ts';
import type { Policy } from '../policy/types.ts';
import { readingsOf } from './readings.ts';
import type { ApplicationDeadline, Reading } from './types.ts';

const bare = (title: string): string => title.replace(/[\s\p{P}\p{S}]+/gu, '');

/** The library's documents that another one names. */
function named(policies: readonly Policy[], { title, documentNumber }: Reference): readonly Policy[] {
  return policies.filter(
    (policy) =>
      (documentNumber !== null && policy.documentNumber === documentNumber) ||
      (title !== null && policy.title !== null && bare(policy.title).endsWith(bare(title))),
  );
}

// Documents are compared whenever the library changes; forgotten with them.
const known = new WeakMap<Policy, readonly Reference[]>();

function repealedBy(policy: Policy): readonly Reference[] {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const found = referencesIn(policy.text).filter(({ fate }) => fate === 'repealed');
  known.set(policy, found);
  return found;
}

/** Documents that another one of the library has repealed (「…同时废止」). */
export function repealedIn(policies: readonly Policy[]): ReadonlySet<string> {
  const found = policies.flatMap((policy) =>
    repealedBy(policy)
      .flatMap((reference) => named(policies, reference))
      .filter(({ id }) => id !== policy.id),
  );
  return new Set(found.map(({ id }) => id));
}

/** A deadline that a later document moves. */
export interface Extension {
  /** The document that says so: its day is no deadline of its own. */
  readonly by: string;
  readonly number: number;
  readonly reading: Reading;
}

const EXTENDS = /(?:延长|延期|顺延|调整|推迟)/;
const OF_TIME = /(?:时间|期限|日期|截止|申报|报名)/;

/**
 * 「关于延长《…》申报时间的通知」: a document with one day of its own, about another document with one deadline. Where
 * either has more than one nobody can tell which is meant, and each stays as it is.
 */
export function extensionsIn(
  policies: readonly Policy[],
  deadlines: readonly ApplicationDeadline[],
): readonly Extension[] {
  return policies
    .filter(({ title }) => title !== null && EXTENDS.test(title) && OF_TIME.test(title))
    .flatMap((policy) => {
      const days = readingsOf(policy).filter(({ reading }) => reading.on !== null);
      const about = referencesIn(policy.text)
        .flatMap((reference) => named(policies, reference))
        .filter(({ id }) => id !== policy.id)
        .map(({ id }) => id);
      const moved = deadlines.filter(
        ({ origin, on, closed, kind }) =>
          origin.kind === 'policy' &&
          about.includes(origin.policy) &&
          on !== null &&
          closed === null &&
          kind === 'application',
      );
      const [day, deadline] = [days[0], moved[0]];
      return day && deadline && days.length === 1 && moved.length === 1
        ? [{ by: policy.id, number: deadline.number, reading: day.reading }]
        : [];
    });
}
