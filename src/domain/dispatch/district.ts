import type { UnitDirectory } from '../unit/types.ts';

/** The district that an appeal names, else the one it is known to come from; by its usual name (光谷 → 东湖高新区). */
export function districtOf(
  { text, given }: { readonly text: string; readonly given: string | null },
  { units, city }: { readonly units: UnitDirectory; readonly city: string },
): string | null {
  const named = units.mentions(text, city).find(({ body }) => body.kind === 'district' && body.city === city);
  if (named) return named.body.name;
  const known = given === null ? null : units.resolve(given, city);
  return known?.kind === 'district' ? known.name : given;
}
