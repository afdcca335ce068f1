import type { Body } from '../unit/types.ts';

/** Whom a place's deadlines concern, seen from the home city. */
export type Reach =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'district'; readonly name: string }
  | { readonly kind: 'elsewhere' };

/** Finds the reach of a place as a document or a person writes it (「武汉市」「湖北」「洪山」「全国」); null is everyone. */
export type ReachOf = (place: string | null) => Reach;

const EVERYONE: Reach = { kind: 'everyone' };
const ELSEWHERE: Reach = { kind: 'elsewhere' };
const bare = (name: string): string => name.replace(/(?:省|市|自治区|特别行政区|区|县|开发区|新区)$/u, '');

/** Knows the city, its province and its districts. */
export function createReachOf(home: string, bodies: readonly Body[]): ReachOf {
  const districts = bodies.flatMap((body) => (body.kind === 'district' && body.city === home ? [body] : []));
  const province = bodies.find(({ city }) => city === home)?.province ?? null;
  const wide = new Set(['全国', home, bare(home), ...(province === null ? [] : [province, bare(province)])]);
  const names = new Map(
    districts.flatMap(({ name, aliases }) =>
      [name, bare(name), ...aliases].map((word) => [word, name] as const),
    ),
  );
  return (place) => {
    if (place === null || wide.has(place)) return EVERYONE;
    const inside = place.startsWith(home) && place !== home ? place.slice(home.length) : place;
    const name = names.get(inside) ?? names.get(bare(inside));
    return name === undefined ? ELSEWHERE : { kind: 'district', name };
  };
}
