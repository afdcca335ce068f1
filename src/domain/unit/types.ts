import type { Brand } from '../brand.ts';

export type UnitId = Brand<string, 'UnitId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type DistrictId = Brand<string, 'DistrictId'>;

export type UnitLevel = '国家' | '省' | '市' | '区';

/** Official names of the province and city a body belongs to; both null where it is the whole country's. */
export interface Seat {
  readonly province: string | null;
  /** Null for a province's own bodies; a municipality is its own city. */
  readonly city: string | null;
}

/** 职责: words for a matter, and the clause that makes the unit responsible for it. */
export interface Duty {
  readonly words: readonly string[];
  /** `FILESTEM#N`, N the clause's id in that document: `2.1.2`, `2.8`, `0.4` before the body. */
  readonly clause: string;
}

/** 责任单位: a department or body under its official name. */
export interface Unit extends Seat {
  readonly kind: 'unit';
  readonly id: UnitId;
  readonly name: string;
  /** As documents write it: 「市经信局」. */
  readonly short: string;
  readonly aliases: readonly string[];
  readonly level: UnitLevel;
  readonly duties: readonly Duty[];
}

/** Several bodies named at once (各区人民政府, 各成员单位); stays a group, who is in it is not known here. */
export interface UnitGroup extends Seat {
  readonly kind: 'group';
  readonly id: GroupId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where a group is of no certain level (各有关部门). */
  readonly level: UnitLevel | null;
}

/** A district or an area run like one (开发区, 风景区); a responsible unit where documents name it. */
export interface District extends Seat {
  readonly kind: 'district';
  readonly id: DistrictId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The body that governs it. */
  readonly government: string;
}

/** Whatever a unit mark can name. */
export type Body = Unit | UnitGroup | District;

/** What `seeds/units.json` holds, its shape already checked. */
export interface UnitData {
  readonly units: readonly Plain<Unit>[];
  readonly groups: readonly Plain<UnitGroup>[];
  readonly districts: readonly Plain<District>[];
}

type Plain<Value extends Body> = Omit<Value, 'kind' | 'id'> & { readonly id: string };

/** A body named in a sentence. */
export interface Mention {
  readonly body: Body;
  /** The name as it stands in the folded sentence. */
  readonly written: string;
}

/** The departments that are known, found by any of their names. */
export interface UnitDirectory {
  readonly bodies: readonly Body[];
  readonly unit: (id: UnitId) => Unit | null;
  /**
   * The body with exactly this written name in a text about `region` (official name of a city or province,
   * null where the text is of no known region: then only names that carry their place count).
   * Null for unknown names and for those that mean two bodies there.
   */
  readonly resolve: (written: string, region: string | null) => Body | null;
  /** Bodies named anywhere in a sentence, each once, in its order; the longest name wins. */
  readonly mentions: (text: string, region: string | null) => readonly Mention[];
}

export const unitId = (raw: string): UnitId => raw as UnitId;
export const groupId = (raw: string): GroupId => raw as GroupId;
export const districtId = (raw: string): DistrictId => raw as DistrictId;
