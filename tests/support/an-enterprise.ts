import { createGazetteer, type RegionData } from '../../src/domain/answer/regions.ts';
import type { Subject } from '../../src/domain/enterprise/judge.ts';
import type { ReaderTools } from '../../src/domain/enterprise/profile-reader.ts';
import {
  emptyProfile,
  type Holding,
  type IndustryCode,
  type Place,
  type Profile,
  type Qualification,
} from '../../src/domain/enterprise/types.ts';
import { findBenefits } from '../../src/domain/policy/benefits/find-benefits.ts';
import { grantModeOf } from '../../src/domain/policy/grant-mode.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { createUnitDirectory } from '../../src/domain/unit/directory.ts';
import { aClause, aPolicy, day } from './an-entry.ts';
import { HOME, industries } from './profile-table.ts';
import { seedJson, unitData } from './seeds.ts';

export const HONGSHAN: Place = { district: '洪山区', city: '武汉市', province: '湖北省' };

export const code = (text: string): IndustryCode => text as IndustryCode;

/** Qualifications without a year, or as `['high-tech', 2022]`. */
export const holdings = (
  ...all: readonly (Qualification | readonly [Qualification, number])[]
): readonly Holding[] =>
  all.map((one) =>
    typeof one === 'string' ? { qualification: one, since: null } : { qualification: one[0], since: one[1] },
  );

/** A company of 洪山区 that makes machines; the rest as told. */
export const aProfile = (known: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  place: HONGSHAN,
  industry: code('34'),
  form: 'company',
  holdings: [],
  ...known,
});

/** An enterprise on 1 June 2023. */
export const aSubject = (known: Partial<Profile> = {}, on = '2023-06-01'): Subject => ({
  profile: aProfile(known),
  on: day(on),
  home: HOME,
  industries,
});

/** A policy of 武汉市 in force whose clauses have these texts, numbered from 1, with the benefits found in them. */
export function aGrant(texts: readonly string[], known: Parameters<typeof aPolicy>[0] = {}): Policy {
  const clauses = texts.map((text, at) =>
    aClause(text, {
      id: String(at + 1),
      number: `${at + 1}.`,
      benefits: findBenefits({ text, heading: '' }),
      grantMode: grantModeOf(text),
    }),
  );
  return aPolicy({ title: '示例措施', effectiveOn: day('2023-01-01'), clauses, ...known });
}

const gazetteer = createGazetteer(seedJson<RegionData>('regions.json'));

export const readerTools: ReaderTools = {
  industries,
  units: createUnitDirectory(unitData()),
  home: HOME,
  regionsIn: (text) => gazetteer.find(text).map(({ region }) => region),
};
