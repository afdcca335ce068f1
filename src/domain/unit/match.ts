import Fuse from 'fuse.js';
import { pinyinOf } from '../hanzi/pinyin.ts';
import { nameForms, nameKey, shortPlace, withoutLevel } from './names.ts';
import { createPlaces, NEAR } from './places.ts';
import type { Body } from './types.ts';

/** 「您是说…吗」: a body whose name is nearly what was written. */
export interface Suggestion {
  readonly body: Body;
  /** Its nearest name. */
  readonly form: string;
  /** 0–1; 1 where the name sounds the same. */
  readonly score: number;
}

export interface UnitMatcher {
  /**
   * Bodies that a mistyped name may mean, best first, at most `limit`: of the region, its province and the
   * country, or of everywhere where the region is null.
   */
  readonly suggest: (
    written: string,
    options: { readonly region: string | null; readonly limit: number },
  ) => readonly Suggestion[];
}

interface Row {
  readonly body: Body;
  readonly form: string;
}

/** Below this the likeness is chance: one wrong character of three is let through, one of two is not. */
const LEAST_SCORE = 0.6;
/** A typed part of a name (「自然资源」) is a likelier wish the less of the name is missing. */
const LENGTH_PENALTY = 0.02;
const LONGEST_QUERY = 32;

function rowsOf(bodies: readonly Body[]): Row[] {
  return bodies.flatMap((body) => {
    const { local, located } = nameForms(body);
    const forms = new Set([...(local.length > 0 ? local : located).map(withoutLevel), nameKey(body.name)]);
    return [...forms].filter((form) => form.length > 1).map((form) => ({ body, form }));
  });
}

/** Toneless pinyin in which sounds that many dialects do not tell apart are one: zh/z, ch/c, sh/s, n/l, -ng/-n. */
const soundOf = (key: string): string =>
  pinyinOf(key)
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/^l(?=.)/, 'n')
        .replace(/ng$/, 'n'),
    )
    .join('');

/** Typed pinyin has no syllables: 「jingxinju」; its sounds are levelled in the same way where they show. */
const typedSound = (key: string): string =>
  key
    .replace(/([zcs])h/g, '$1')
    .replace(/ng(?![aeiouv])/g, 'n')
    .replace(/l(?=[aeiouv])/g, 'n');

function hear(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const heard = new Map<string, Row[]>();
  for (const row of rows) {
    const sound = soundOf(row.form);
    heard.set(sound, [...(heard.get(sound) ?? []), row]);
  }
  return heard;
}

/** An area is known, its street offices are not: 「关山街道办」 may mean what 「关山」 does. */
const STREET = /(?<=..)街道(?:办(?:事处)?)?$/u;
/** 「市经信局、市财政局」「市经信局和市财政局」 */
const BETWEEN = /[,，、;；和与及]/u;

/** What was written without the place and level that all names of the region share. */
function core(written: string, region: string | null): string {
  const key = nameKey(written);
  const place = region === null ? '' : shortPlace(region);
  return withoutLevel(
    place && key.startsWith(place) && key.length > place.length + 2 ? key.slice(place.length) : key,
  ).replace(STREET, '');
}

/** Several names at once, each of them right; none where one is not. */
function listed(rows: readonly Row[], parts: readonly string[]): readonly Row[] {
  if (parts.length === 1) return [];
  const known = parts.map((part) => rows.filter(({ form }) => form === part));
  return known.every((some) => some.length > 0) ? known.flat() : [];
}

interface Known {
  readonly rows: readonly Row[];
  readonly nearness: ReturnType<typeof createPlaces>;
  readonly fuse: Fuse<Row>;
}

function learn(bodies: readonly Body[]): Known {
  const rows = rowsOf(bodies);
  const fuse = new Fuse(rows, {
    keys: ['form'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 1 - LEAST_SCORE,
  });
  return { rows, nearness: createPlaces(bodies), fuse };
}

/** Finds bodies by nearly right names, by homophones (精信局) and by pinyin (jingxinju). */
export function createUnitMatcher(bodies: readonly Body[]): UnitMatcher {
  // Worked out at the first question: most programs are asked none.
  let known: Known | null = null;
  // Later still: pinyin costs more than all the rest.
  let sounds: ReadonlyMap<string, readonly Row[]> | null = null;

  const homophones = (query: string, rows: readonly Row[]): readonly Row[] => {
    sounds ??= hear(rows);
    return sounds.get(/^[a-z]+$/.test(query) ? typedSound(query) : soundOf(query)) ?? [];
  };
  const suggest: UnitMatcher['suggest'] = (written, { region, limit }) => {
    const query = core(written, region).slice(0, LONGEST_QUERY);
    if (query.length < 2) return [];
    known ??= learn(bodies);
    const { rows, nearness, fuse } = known;
    const parts = written.split(BETWEEN).map((part) => core(part, region));
    const alike = fuse.search(query).map(({ item, score }) => ({
      row: item,
      score: 1 - (score ?? 1) - LENGTH_PENALTY * Math.abs(item.form.length - query.length),
    }));
    const best = new Map<Body, Suggestion>();
    const sure = [...listed(rows, parts), ...homophones(query, rows)];
    const candidates = [...sure.map((row) => ({ row, score: 1 })), ...alike];
    for (const { row, score } of candidates.toSorted((a, b) => b.score - a.score)) {
      if (score < LEAST_SCORE || best.has(row.body)) continue;
      if (region !== null && nearness(row.body, region) === NEAR.elsewhere) continue;
      best.set(row.body, { body: row.body, form: row.form, score });
    }
    return [...best.values()].slice(0, limit);
  };
  return { suggest };
}
