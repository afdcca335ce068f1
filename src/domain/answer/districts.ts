import type { Entry } from './types.ts';

const DISTRICT = /^(?<name>[\u4e00-\u9fa5]{1,7}?)(?<suffix>自治县|新区|开发区|[区县旗市])/;
/** 「龙泉驿」 for 「龙泉驿区」; of one character nothing is left out. */
const LEAST_SHORT = 2;

/** 「广东省佛山市南海区科技局」 → 「南海区科技局」. */
function behindCity(text: string, city: string): string {
  const at = text.indexOf(city);
  return at >= 0 && at <= LONGEST_PROVINCE ? text.slice(at + city.length) : text;
}

const LONGEST_PROVINCE = 8;

/** What districts that have documents of their own are called: 「龙泉驿区」, 「龙泉驿」 of 成都市. */
export function districtsIn(
  entries: Iterable<Pick<Entry, 'policy' | 'region'>>,
): readonly { readonly word: string; readonly city: string }[] {
  const found = new Map<string, string>();
  for (const { policy, region } of entries) {
    if (policy.level !== '区') continue;
    for (const text of [policy.issuingAuthority, policy.region, policy.title]) {
      const own = behindCity(text ?? '', region);
      const { name = '', suffix = '' } = DISTRICT.exec(own)?.groups ?? {};
      if (name === '' || `${name}${suffix}` === region) continue;
      found.set(`${name}${suffix}`, region);
      if (name.length >= LEAST_SHORT && suffix.length === 1) found.set(name, region);
      break;
    }
  }
  return [...found].map(([word, city]) => ({ word, city }));
}

/** 「园区」 「小区」 「开发区」 are in every city. */
const NO_NAME =
  /(?:[园小社地片景城市辖山库校厂街全我各本老灾郊农林些]|开发|高新|经开|保税|功能|示范|集聚|聚集|先导|试验|自贸|综保|物流|商务)[区县]$/;
const BEHIND_CITY =
  /^市?的?(?<name>(?![和与跟及有在都是哪各的])[\u4e00-\u9fa5]{1,4}?[区县])(?!域|别|块|级|内|分|间)/;

/** A district that follows the name of its city, 「佛山顺德区」, known or not; null where none does. */
export function districtBehind(rest: string): string | null {
  const name = BEHIND_CITY.exec(rest)?.groups?.['name'] ?? null;
  return name === null || NO_NAME.test(name) || name.length < 3 ? null : name;
}
