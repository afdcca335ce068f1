import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentReader } from '../../adapters/documents/index.ts';
import { structureDocument } from '../../src/domain/document/structure.ts';
import { createIndustries, type IndustryData } from '../../src/domain/enterprise/industries.ts';
import { matchPolicies } from '../../src/domain/enterprise/match-policies.ts';
import type { Offer, Verdict } from '../../src/domain/enterprise/matching-types.ts';
import {
  emptyProfile,
  type Holding,
  type IndustryCode,
  type Place,
  type Profile,
  type Qualification,
} from '../../src/domain/enterprise/types.ts';
import { parsePolicy } from '../../src/domain/policy/parse-policy.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { createUnitDirectory } from '../../src/domain/unit/directory.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';
import { seedJson, unitData } from './seeds.ts';

/** The documents of the table by their letter. */
const DOCUMENTS = {
  W: 'seeds/policies/002_a0e7209d04bd7a8d.txt',
  P: 'seeds/policies/000_e95d2d2d2c89878a.txt',
  T: 'seeds/policies/001_5bcc126b24722924.txt',
  G: 'seeds/policies/003_ef3031e70cf633e3.txt',
  N: 'seeds/policies/004_c0cb0cb25fa645ef.txt',
  J: 'tests/fixtures/notices/06-ruogan-zhengce.txt',
  Z: 'tests/fixtures/notices/01-zjtx-chain.txt',
  H: 'tests/fixtures/notices/07-zijin-banfa.txt',
  S: 'tests/fixtures/notices/11-renwu-fenjie.html',
  X: 'tests/fixtures/notices/12-banshi-zhinan.txt',
  V: 'tests/fixtures/notices/15-taiwan.txt',
  L: 'tests/fixtures/notices/23-zhengce-page.html',
} as const;

const MACROS: Readonly<Record<string, string>> = {
  '@lamp': 'W2.4.1=10000000 W2.4.1=5000000 W2.4.1=2000000',
  '@std':
    'W2.4.2=1000000 W2.4.2=500000 W2.4.2=300000 W2.4.2=100000 W2.4.2=100000 W2.4.2=300000 W2.4.2=200000 W2.4.2=100000 W2.4.2=50000',
  '@maker': 'W2.4.3=300000 W2.4.3=200000 W2.4.3=100000 W2.4.3=50000',
  '@scale': 'W2.1.3=200000 W2.1.3=x1',
  '@base': 'W2.1.2=1000000 W2.1.2=500000 W2.1.2=300000',
  '@j-any':
    'J1.3=500000 J2.5=3000000 J2.5=1000000 J2.5=300000 J2.6=1000000 J2.6=400000 J2.6=150000 J2.7=x1 J2.7=x0.8 J3.8=300000 J3.9=36000 J3.9=360000 J3.11=8000000 J3.12=200000 J4.13=20000 J4.14=100000 J4.14=2400',
  '@j-works': 'J2.7=5000000 J4.15=500000',
};

export const HOME: Place = { district: null, city: '武汉市', province: '湖北省' };
export const industries = createIndustries(seedJson<IndustryData>('industries.json'));

const root = join(import.meta.dirname, '../..');
const units = createUnitDirectory(unitData());

/** A stored document, parsed as the library does it. */
export async function parsedDocument(path: string): Promise<Policy> {
  const reader = createDocumentReader();
  const name = path.replace(/^.*\//, '');
  const source = await reader.read({ name, bytes: readFileSync(join(root, path)) });
  return parsePolicy({
    document: structureDocument({ source, segmenter: createFakeSegmenter() }),
    resolveUnit: (written, region) => {
      const body = units.resolve(written, region);
      return body?.kind === 'unit' ? body.id : null;
    },
  });
}

let library: Promise<Readonly<Record<string, Policy>>> | undefined;

/** The library of the table, parsed once a worker: the five seeds and seven documents of other cities. */
export const tableLibrary = (): Promise<Readonly<Record<string, Policy>>> => (library ??= parseAll());

async function parseAll(): Promise<Readonly<Record<string, Policy>>> {
  const parsed = await Promise.all(
    Object.entries(DOCUMENTS).map(async ([letter, path]) => [letter, await parsedDocument(path)] as const),
  );
  return Object.fromEntries(parsed);
}

/** One row of a profile table. */
export interface ProfileCase {
  readonly line: string;
  readonly on: LocalDate;
  readonly past: boolean;
  readonly profile: Profile;
  readonly expected: Readonly<Record<Verdict, readonly string[]>>;
}

const VERDICTS = { fits: 'fits', check: 'check', near: 'one-step' } as const;

const numberOrNull = (text: string | undefined): number | null =>
  text === undefined || text === '?' ? null : Number(text);

function placeOf(name: string): Place | null {
  if (name === '?') return null;
  const district = units.mentions(name, '武汉市').find(({ body }) => body.kind === 'district')?.body;
  if (district?.kind === 'district')
    return { district: district.name, city: district.city, province: district.province };
  const provinces: Readonly<Record<string, string>> = {
    长沙市: '湖南省',
    黄石市: '湖北省',
    仙桃市: '湖北省',
    上海市: '上海市',
  };
  if (name.endsWith('区')) return { district: name, city: '江州市', province: null };
  return { district: null, city: name, province: provinces[name] ?? null };
}

function holdingsOf(text: string): readonly Holding[] | null {
  if (text === '?') return null;
  const words = text.split(' ').filter((word) => word !== '' && word !== '-');
  return words.map((word) => {
    const [qualification, since] = word.split('@');
    return { qualification: qualification as Qualification, since: numberOrNull(since) };
  });
}

function profileOf(place: string, facts: string, more: { titles: string; business: string }): Profile {
  const [form, industry, staff, revenue, founded] = facts.split(' ');
  return {
    ...emptyProfile,
    place: placeOf(place),
    industry: industry === '?' ? null : ((industry ?? '').padStart(2, '0') as IndustryCode),
    business: more.business === '' ? null : more.business,
    form: form === '?' ? null : form === '个体' ? 'sole-trader' : 'company',
    staff: numberOrNull(staff),
    revenueYuan: numberOrNull(revenue),
    founded: numberOrNull(founded),
    holdings: holdingsOf(more.titles),
  };
}

function expectedOf(text: string): Readonly<Record<Verdict, readonly string[]>> {
  const spelled = Object.entries(MACROS).reduce((all, [name, keys]) => all.replaceAll(name, keys), text);
  const parts = Object.fromEntries(
    spelled.split(';').map((part) => {
      const [verdict, ...keys] = part.trim().split(/\s+/);
      return [verdict, keys];
    }),
  );
  return Object.fromEntries(
    Object.entries(VERDICTS).map(([word, verdict]) => [verdict, (parts[word] ?? []).toSorted()]),
  ) as Record<Verdict, readonly string[]>;
}

/** The rows of `tests/fixtures/enterprise/<name>`. */
export function profileCases(name: string): readonly ProfileCase[] {
  const text = readFileSync(join(root, 'tests/fixtures/enterprise', name), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [given = '', expected = ''] = line.split('=>');
    const [day = '', place = '', facts = '', titles = '', business = ''] = given
      .split('|')
      .map((part) => part.trim());
    return {
      line,
      on: day.slice(0, 10) as LocalDate,
      past: day.endsWith('+past'),
      profile: profileOf(place, facts, { titles, business }),
      expected: expectedOf(expected.trim()),
    };
  });
}

/** What is given without a figure has a table of its own. */
const figuresOf = ({ benefits }: Offer) => benefits.filter(({ support }) => support === undefined);

/** `W2.1.4=500000`, or `=x1` for a rate without a sum. */
const keysOf = (offer: Offer, letter: string): readonly string[] =>
  figuresOf(offer).map(
    ({ amountYuan, rate }) => `${letter}${offer.clause.id}=${amountYuan ?? `x${rate ?? '?'}`}`,
  );

/** What the matcher says to a row, in the row's words. */
export function foundFor(
  { on, past, profile }: ProfileCase,
  library: Readonly<Record<string, Policy>>,
): Readonly<Record<Verdict, readonly string[]>> {
  const letters = new Map(Object.entries(library).map(([letter, policy]) => [policy.id, letter]));
  const offers = matchPolicies(Object.values(library), { profile, on, past, home: HOME, industries });
  const keys = (verdict: Verdict): readonly string[] =>
    offers
      .filter((offer) => offer.verdict === verdict)
      .flatMap((offer) => keysOf(offer, letters.get(offer.policy.id) ?? '?'))
      .toSorted();
  return { fits: keys('fits'), check: keys('check'), 'one-step': keys('one-step') };
}
