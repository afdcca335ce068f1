import { fold } from '../hanzi/fold.ts';
import type { Body, Unit } from './types.ts';

/**
 * The ways one name is written. `local` forms (市经信局, 经信局) mean a body only in the region of the text,
 * `located` ones (武汉市经信局) carry their region with them.
 */
export interface NameForms {
  readonly local: readonly string[];
  readonly located: readonly string[];
}

/** A written name as it is compared: folded, without white space and quotation marks. */
export const nameKey = (written: string): string => fold(written).replace(/[\s"'“”‘’「」『』]+/gu, '');

/** 「各区人民政府(含开发区管委会,下同)」 — remarks in brackets are no part of a name. */
export const withoutRemarks = (key: string): string =>
  key.replace(/[(<〈《[【〔][^)>〉》\]】〕]*[)>〉》\]】〕]?/gu, '');

/** 「武汉市」 → 「武汉」. */
export const shortPlace = (place: string): string => place.replace(/(?:省|市|自治区|特别行政区)$/u, '');

/** 「市经信局」 → 「经信局」, but 「市场监管局」 and 「市委宣传部」 begin with other words. */
export const withoutLevel = (key: string): string => key.replace(/^(?:市(?![场监民委])|省(?!委))/u, '');

/** Official names are mostly written without their first words: 「中共武汉市委宣传部」「中华人民共和国长沙海关」. */
const STATE_OR_PARTY = /^(?:中国共产党|中共|中华人民共和国|中国(?=人民银行))/u;

/** 「各有关部门」「市有关单位」「…领导小组成员单位」: several bodies at once, whether or not the directory knows them. */
const GROUP = /^(?:[省市区县]直?)?(?:各|有关|相关)|(?:各|有关|相关|涉企)(?:部门|单位)$|成员单位$/u;

/** Whether a written name stands for several bodies, such as 「各县(市、区)政府」. */
export const isGroupName = (written: string): boolean => GROUP.test(nameKey(written));

/** What a level's bodies put before their names when they do not name their place. */
const LEVEL_MARK: Readonly<Record<string, string>> = { 省: '省', 市: '市' };

const GOVERNMENT_ENDINGS = ['人民政府', '政府', '管委会', '管理委员会'];

function writtenNames(body: Body): readonly string[] {
  if (body.kind === 'unit') return [body.short, ...body.aliases];
  if (body.kind === 'group') return [body.name, ...body.aliases];
  const areas = [body.name, ...body.aliases];
  const governed = areas
    .filter((area) => area.endsWith('区'))
    .flatMap((area) => GOVERNMENT_ENDINGS.map((ending) => area + ending));
  return [...areas, ...governed, body.government];
}

/** An official name carries its place; without the place it is a local one (经济和信息化局). */
function officialForms({ name, level }: Unit, place: string): NameForms {
  const official = nameKey(name);
  const usual = official.replace(STATE_OR_PARTY, '');
  const rest = usual.startsWith(place) ? usual.slice(place.length) : '';
  const located = [official, usual];
  // 「市委…」 is one word: without 市 nothing is left that is a name.
  if (rest.length < 3 || rest.startsWith('委')) return { local: [], located };
  return { local: [rest, (LEVEL_MARK[level] ?? '') + rest], located: [...located, shortPlace(place) + rest] };
}

function usualForms(name: string, { place, mark }: { place: string; mark: string }): NameForms {
  const short = shortPlace(place);
  const key = nameKey(name);
  if (key.includes(short)) return { local: [], located: [key] };
  const bare = mark ? withoutLevel(key) : key;
  return { local: [key, bare, mark + bare], located: [short + key, short + bare, place + bare] };
}

/** Every form a body may be written in, as keys; units of the whole country have no local ones. */
export function nameForms(body: Body): NameForms {
  const names = writtenNames(body);
  const place = body.city ?? body.province;
  const keys = (written: readonly string[]): string[] =>
    [...new Set(written)].filter((key) => key.length > 1);
  if (place === null) {
    const all = keys([body.name, ...names].map(nameKey));
    return body.kind === 'unit' ? { local: [], located: all } : { local: all, located: [] };
  }
  const mark = body.kind === 'unit' ? (LEVEL_MARK[body.level] ?? '') : '';
  const forms = names.map((name) => usualForms(name, { place, mark }));
  if (body.kind === 'unit') forms.push(officialForms(body, place));
  return {
    local: keys(forms.flatMap(({ local }) => local)),
    located: keys(forms.flatMap(({ located }) => located)),
  };
}
