import { findMentions } from './mentions.ts';
import { nameForms, nameKey, withoutRemarks } from './names.ts';
import { createPlaces, NEAR } from './places.ts';
import { type Body, districtId, groupId, type UnitData, type UnitDirectory, unitId } from './types.ts';

interface Entry {
  readonly body: Body;
  /** The name carries its place: it means this body in any text. */
  readonly located: boolean;
}

type NameIndex = ReadonlyMap<string, readonly Entry[]>;

function bodiesOf(data: UnitData): readonly Body[] {
  return [
    ...data.units.map((unit): Body => ({ ...unit, kind: 'unit', id: unitId(unit.id) })),
    ...data.groups.map((group): Body => ({ ...group, kind: 'group', id: groupId(group.id) })),
    ...data.districts.map((area): Body => ({ ...area, kind: 'district', id: districtId(area.id) })),
  ];
}

function indexNames(bodies: readonly Body[]): NameIndex {
  const index = new Map<string, Entry[]>();
  const put = (key: string, entry: Entry): void => {
    const entries = index.get(key);
    if (!entries) index.set(key, [entry]);
    else if (!entries.some(({ body }) => body === entry.body)) entries.push(entry);
  };
  for (const body of bodies) {
    const { local, located } = nameForms(body);
    for (const key of located) put(key, { body, located: true });
    for (const key of local) put(key, { body, located: false });
  }
  return index;
}

/** Puts the departments of `seeds/units.json` into a directory; expects ids that are unique. */
export function createUnitDirectory(data: UnitData): UnitDirectory {
  const bodies = bodiesOf(data);
  const index = indexNames(bodies);
  const nearness = createPlaces(bodies);
  const units = new Map(bodies.flatMap((body) => (body.kind === 'unit' ? [[body.id, body] as const] : [])));

  const lookUp = (key: string, region: string | null): Body | null => {
    const entries = index.get(key);
    if (!entries) return null;
    const ranked = entries.map(({ body, located }) => ({
      body,
      near: located ? NEAR.city + 1 : nearness(body, region),
    }));
    const best = Math.max(...ranked.map(({ near }) => near));
    const [nearest, ...others] = ranked.filter(({ near }) => near === best && near > NEAR.elsewhere);
    return nearest && others.length === 0 ? nearest.body : null;
  };

  const keys = [...index.keys()];
  const longest = keys.reduce((length, key) => Math.max(length, key.length), 0);
  const beginnings = new Set(keys.map((key) => key.slice(0, 1)));
  return {
    bodies,
    unit: (id) => units.get(id) ?? null,
    resolve: (written, region) => {
      const key = nameKey(written);
      return lookUp(key, region) ?? lookUp(withoutRemarks(key), region);
    },
    mentions: (text, region) =>
      findMentions(nameKey(text), { longest, beginnings, lookUp: (key) => lookUp(key, region) }),
  };
}
