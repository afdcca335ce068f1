import { districtBehind } from './districts.ts';
import type { NamedRegion } from './types.ts';

/** `seeds/regions.json`: provinces with their short names, the one-character names and cities. */
export interface RegionData {
  readonly provinces: readonly {
    readonly name: string;
    readonly short: string;
    /** 「沪」「湘」: counts only where the words around show that a place is meant. */
    readonly letter: string;
    readonly aliases: readonly string[];
    readonly cities: readonly string[];
  }[];
  /** Official city name → what people call it. */
  readonly cityAliases: Readonly<Record<string, readonly string[]>>;
}

export interface Gazetteer {
  /** Regions that a folded text names, in its order, each once. */
  readonly find: (text: string) => readonly {
    readonly region: NamedRegion;
    readonly start: number;
    readonly end: number;
  }[];
  /** The region with this name (official or short), null where there is none. */
  readonly named: (name: string) => NamedRegion | null;
  /** True for a word that is the name of a place. */
  readonly isPlace: (word: string) => boolean;
  /** Names of districts in a folded text. */
  readonly districts: (text: string) => readonly string[];
  /** Every name of a place that can be typed. */
  readonly names: readonly string[];
}

interface PlaceWord {
  readonly region: NamedRegion;
  readonly word: string;
}

const SUFFIX = /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|新区|林区|省|市|州)$/;

/** A short name of two characters is only a place where it is no part of these words. */
const NOT_A_PLACE =
  /沪深|京沪|海南岛|上海证券|北京证券|深圳证券|上证|北交|大连接|中山装|重庆路|吉林路|南京路|长春花|泰山|北京时间|海口径|湘江|湘菜|湘绣|豫剧|琼浆|粤菜|粤剧|沪剧|皖南|桂花|京东|京剧|津贴|浙大|苏打|鲁班|冀望/g;

const LETTER_CONTEXT = (letter: string): RegExp =>
  new RegExp(
    `(?:^|[在来到我全驻赴离回于本])${letter}(?=$|[\\s企上这那区里内的各有是就投办开落创读产])${LEADING.has(letter) ? `|^${letter}(?=\\p{Script=Han})` : ''}`,
    'gu',
  );

// 「京」「新」「青」… begin too many other words; these few are used by themselves for the place.
const LETTERS_IN_USE = new Set('沪湘鄂粤渝皖赣闽浙苏鲁豫冀桂琼黔京津');

function placeWords(data: RegionData): PlaceWord[] {
  return data.provinces.flatMap((province) => {
    const self = { name: province.name, province: province.name };
    const own = [province.name, province.short, ...province.aliases].map((word) => ({ region: self, word }));
    const cities = province.cities.flatMap((name) => {
      const region = { name, province: province.name };
      const words = [name, name.replace(SUFFIX, ''), ...(data.cityAliases[name] ?? [])];
      return words.filter((word) => word.length > 1).map((word) => ({ region, word }));
    });
    return [...own, ...cities];
  });
}

/** These few begin no everyday word, so that 「湘产融合作」 is about 湖南. */
const LEADING = new Set('沪湘鄂粤渝皖赣闽豫冀黔琼');

export interface MorePlaces {
  /** Districts of a city: 「光谷」 → 武汉市. */
  readonly districts?: readonly { readonly word: string; readonly city: string }[];
  /** Official names of further places: counties whose documents are in the library. */
  readonly others?: readonly string[];
}

/** 「江州市」 is also asked for as 「江州」; of two characters nothing is left out. */
const otherWords = (name: string): readonly string[] =>
  [name, name.replace(/(?:市|县|区)$/, '')].filter((word) => word.length > 1);

/** A name that districts of many cities bear. */
const ANYWHERE = /^(?:国家级?)?(?:经|高|开|新区|保税|自贸)/;

/** Finds places in text. */
export function createGazetteer(
  data: RegionData,
  { districts = [], others = [] }: MorePlaces = {},
): Gazetteer {
  const words = placeWords(data);
  const byName = new Map(words.map(({ word, region }) => [word, region]));
  for (const name of others) {
    for (const word of otherWords(name)) if (!byName.has(word)) byName.set(word, { name, province: name });
  }
  const districtNames = new Set<string>();
  for (const { word, city } of districts) {
    const region = byName.get(city);
    if (!region || byName.has(word)) continue;
    byName.set(word, region);
    districtNames.add(word);
  }
  const pattern = new RegExp(
    [...byName.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|') || '(?!)',
    'g',
  );
  const letters = data.provinces
    .filter(({ letter }) => LETTERS_IN_USE.has(letter))
    .map(({ letter, name }) => ({
      pattern: LETTER_CONTEXT(letter),
      region: { name, province: name },
      letter,
    }));

  const find: Gazetteer['find'] = (text) => {
    const masked = text.replace(NOT_A_PLACE, (word) => '\0'.repeat(word.length));
    const found = [...masked.matchAll(pattern)].map((hit) => ({
      region: byName.get(hit[0]) as NamedRegion,
      start: hit.index,
      end: hit.index + hit[0].length,
      isDistrict: districtNames.has(hit[0]),
    }));
    for (const { pattern: inContext, letter, region } of letters) {
      for (const hit of masked.matchAll(inContext)) {
        const start = hit.index + hit[0].indexOf(letter);
        found.push({ region, start, end: start + 1, isDistrict: false });
      }
    }
    // 「经开区」「高新区」 exist in many cities: beside a named city they are that city's.
    const elsewhere = found.some(({ isDistrict }) => !isDistrict);
    const seen = new Set<string>();
    return found
      .filter(
        ({ isDistrict, start, end }) => !isDistrict || !elsewhere || !ANYWHERE.test(text.slice(start, end)),
      )
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ region }) => !seen.has(region.name) && seen.add(region.name));
  };
  return {
    find,
    districts: (text) => {
      const known = [...text.matchAll(pattern)]
        .map(([word]) => word)
        .filter((word) => districtNames.has(word));
      const behind = find(text).flatMap(({ end }) => districtBehind(text.slice(end)) ?? []);
      return [...new Set([...known, ...behind])];
    },
    isPlace: (word) => byName.has(word),
    named: (name) => byName.get(name) ?? null,
    names: [...byName.keys()],
  };
}
