import type { FeatureSources } from '../../src/domain/dispatch/features.ts';
import type { AppealText, DutyClause, Matter } from '../../src/domain/dispatch/types.ts';

/** A matter about loans; the rest as told. */
export const aMatter = (known: Partial<Matter> = {}): Matter => ({
  id: 'loan',
  category: '融资',
  clauses: ['p#1'],
  leads: ['市地方金融局', '市财政局'],
  general: ['资金'],
  signs: [{ weight: 4, any: ['贷款', '续贷'] }],
  sayings: ['银行不肯放款', '借不到钱'],
  ...known,
});

/** Clauses of one policy under their numbers, with the units that they name. */
export const someDuties = (
  units: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, DutyClause> =>
  new Map(
    Object.entries(units).map(([clause, names]) => [
      `p#${clause}`,
      {
        key: `p#${clause}`,
        policy: 'p',
        clause,
        text: `${clause}.条文(责任单位:${names.join('、')})`,
        units: names,
      },
    ]),
  );

export const anAppeal = (text: string, known: Partial<AppealText> = {}): AppealText => ({
  text,
  corrected: text,
  expansions: [],
  district: null,
  ...known,
});

/** Neither dictionary nor thesaurus. */
export const NO_SOURCES: FeatureSources = { words: () => [], meanings: () => [] };
