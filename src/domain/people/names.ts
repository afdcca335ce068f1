import { fold } from '../hanzi/fold.ts';
import { createUnitMatcher, type UnitMatcher } from '../unit/match.ts';
import { shortPlace } from '../unit/names.ts';
import type { Body, District, Unit, UnitDirectory } from '../unit/types.ts';
import type { DeskUnit, StationPath } from './types.ts';

/** Words that mean one thing, may mean some (the same words with each name put right), or nothing known. */
export type Reading<Value> =
  | ({ readonly kind: 'one' } & Value)
  | {
      readonly kind: 'some';
      readonly choices: readonly { readonly label: string; readonly words: string }[];
    }
  | { readonly kind: 'none' };

/** Reads names of districts, stations and units as they are typed in a command. */
export interface Names {
  /** 「洪山区—关山街道 示例科技」: a station, and the words behind it. */
  readonly station: (words: string) => Reading<{ readonly path: StationPath; readonly rest: string }>;
  /** 「经信局」: the body whose desk it may be. */
  readonly unit: (words: string) => Reading<{ readonly unit: DeskUnit; readonly name: string }>;
  /** How a unit is called; its id where it is not known any more. */
  readonly nameOf: (unit: DeskUnit) => string;
}

const MOST_CHOICES = 3;
const DEEPEST = 3;
const BETWEEN = /[—–―－\-/>＞、·]+/u;
const LOOKS_LIKE_STATION = /(?:街道?|街道办(?:事处)?|镇|乡|社区|园区?|站|中心|大厦|楼宇|广场|小镇)$/u;
const LOOKS_LIKE_ENTERPRISE = /(?:公司|企业|集团|厂|合作社|事务所)$/u;

const isDesk = (body: Body): body is Unit | District => body.kind !== 'group';
const isDistrict = (body: Body): body is District => body.kind === 'district';
const nameOfBody = (body: Unit | District): string => (body.kind === 'unit' ? body.short : body.name);

/** 「关山街」, 「关山街道办」 and 「关山街道办事处」 are 「关山街道」. */
const tidyStation = (written: string): string =>
  written.replace(/街道办(?:事处|$)/u, '街道').replace(/(?<=.)街$/u, '街道');

/** Splits 「关山街道创意天地」 behind the street. */
function splitStreet(written: string): readonly string[] {
  const found = /^(.+?(?:街道|镇|乡))(.+)$/u.exec(written);
  return found ? [found[1] as string, found[2] as string] : written === '' ? [] : [written];
}

interface Written {
  readonly district: string;
  readonly below: readonly string[];
  readonly rest: string;
}

/** The first word names the district; what is joined to it, or looks like a street or a park, lies below. */
function takeApart(words: string, isKnown: (name: string) => boolean): Written {
  const [first = '', ...others] = words.trim().split(/\s+/u);
  const [head = '', ...joined] = first.split(BETWEEN).filter((part) => part !== '');
  const lengths = Array.from({ length: head.length }, (_, at) => head.length - at);
  const known = lengths.find((length) => length > 1 && isKnown(head.slice(0, length))) ?? head.length;
  const behind = head.slice(known);
  const isBelow = behind !== '' && !LOOKS_LIKE_ENTERPRISE.test(behind);
  const below = [...(isBelow ? splitStreet(tidyStation(behind)) : []), ...joined];
  const rest = [...(behind === '' || isBelow ? [] : [behind]), ...others];
  while (rest[0] !== undefined && LOOKS_LIKE_STATION.test(rest[0]) && !LOOKS_LIKE_ENTERPRISE.test(rest[0])) {
    below.push(...(rest.shift() as string).split(BETWEEN));
  }
  return { district: head.slice(0, known), below: below.map(tidyStation), rest: rest.join(' ') };
}

/** Reads names by this directory; `home` is the city whose districts are meant. */
export function createNames({
  units,
  home,
}: {
  readonly units: UnitDirectory;
  readonly home: string;
}): Names {
  const bodies = units.bodies.filter(isDesk);
  const names = new Map<string, string>(bodies.map((body) => [body.id, nameOfBody(body)]));
  const deskMatcher = createUnitMatcher(bodies);
  const districtMatcher = createUnitMatcher(bodies.filter(isDistrict));
  const city = new Set(['全市', '市', '市级', '本市', home, shortPlace(home)].map(fold));

  const suggest = (matcher: UnitMatcher, word: string, rest: string) => {
    const choices = matcher
      .suggest(word, { region: home, limit: MOST_CHOICES })
      .flatMap(({ body }) => (isDesk(body) ? [nameOfBody(body)] : []))
      .map((label) => ({ label, words: rest === '' ? label : `${label} ${rest}` }));
    return choices.length > 0 ? ({ kind: 'some', choices } as const) : ({ kind: 'none' } as const);
  };
  const districtOf = (word: string): string | null => {
    const body = units.resolve(word, home);
    return body?.kind === 'district' && body.city === home ? body.name : null;
  };
  return {
    station: (words) => {
      const isKnown = (name: string): boolean => city.has(fold(name)) || districtOf(name) !== null;
      const { district, below, rest } = takeApart(words, isKnown);
      if (city.has(fold(district)) && below.length === 0) return { kind: 'one', path: [], rest };
      const name = districtOf(district);
      if (name !== null) return { kind: 'one', path: [name, ...below].slice(0, DEEPEST), rest };
      return suggest(districtMatcher, district, [...below, rest].filter((part) => part !== '').join(' '));
    },
    unit: (words) => {
      const body = units.resolve(words, home);
      if (body && isDesk(body)) return { kind: 'one', unit: body.id, name: nameOfBody(body) };
      return suggest(deskMatcher, words, '');
    },
    nameOf: (unit) => names.get(unit) ?? unit,
  };
}
