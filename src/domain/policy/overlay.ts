import type { Policy, PolicyMetadata } from './types.ts';

/** What a person may put right in a parsed document. */
export type PolicyField =
  | 'title'
  | 'documentNumber'
  | 'issuingAuthority'
  | 'publishedOn'
  | 'signedOn'
  | 'effectiveOn'
  | 'validUntil';

export type PolicyCorrections = Partial<Pick<PolicyMetadata, PolicyField>>;

/** What people said of one document; it is laid over every parse of it. */
export interface PolicyNotes {
  readonly file: string;
  readonly corrections: PolicyCorrections;
  /** 撤下: kept, not answered from. */
  readonly isWithdrawn: boolean;
  /** 替换: another document stands for it. */
  readonly isReplaced: boolean;
}

const REPLACED = '（已被替换）';

/** A replaced document is still found, and says so; what it says of its own end does not count. */
const replaced = (policy: Policy): Policy => ({
  ...policy,
  title: `${policy.title ?? policy.file}${REPLACED}`,
  validUntil: null,
  isReplaced: true,
});

/** The policies as people left them: put right, withdrawn ones left out, replaced ones marked. */
export function layOver(
  policies: readonly Policy[],
  notes: ReadonlyMap<string, PolicyNotes>,
): readonly Policy[] {
  return policies.flatMap((policy) => {
    const note = notes.get(policy.file);
    if (note === undefined) return [policy];
    if (note.isWithdrawn) return [];
    const corrected = { ...policy, ...note.corrections };
    return [note.isReplaced ? replaced(corrected) : corrected];
  });
}
