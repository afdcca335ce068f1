import type { Brand } from '../brand.ts';
import type { Instant } from '../time.ts';
import type { DistrictId, UnitId } from '../unit/types.ts';
import type { AccountId } from './account.ts';

/** An enterprise that owners are members of. */
export type EnterpriseId = Brand<string, 'EnterpriseId'>;

/** What a desk can be of: a department, or a district as its government. */
export type DeskUnit = UnitId | DistrictId;

/** 市—区—街—站 below the home city: district, street, station (park, building); empty for the whole city. */
export type StationPath = readonly string[];

/** What a specialist serves: one group, or a station with its path. */
export type Area =
  | { readonly kind: 'group'; readonly chat: string }
  | { readonly kind: 'station'; readonly path: StationPath };

/** A role and what it reaches. Who has none is an owner. */
export type Grant =
  | { readonly role: 'specialist'; readonly area: Area }
  | { readonly role: 'handler'; readonly unit: DeskUnit }
  | { readonly role: 'supervisor'; readonly path: StationPath }
  | { readonly role: 'administrator' };

export type Role = Grant['role'];

/** A grant under its number; numbers are never used twice, so that 「解绑 12」 means one thing for good. */
export interface Held {
  readonly number: number;
  readonly grant: Grant;
}

/** 请假: until then (not included) the substitute takes what comes; null where nobody was named. */
export interface Absence {
  readonly until: Instant;
  readonly substitute: AccountId | null;
}

/** What is known of one account. People who are owners only have no record. */
export interface Person {
  readonly account: AccountId;
  /** A hint for choosing among people already known by id. */
  readonly name: string | null;
  readonly grants: readonly Held[];
  readonly absence: Absence | null;
  /** 关联账号: the other account of the same person, and when they were joined. */
  readonly link: { readonly to: AccountId; readonly at: Instant } | null;
  /** The channel's ids have changed: nothing that this account had counts until it is bound again. */
  readonly suspended: boolean;
  /** When it was bound again after a suspension; what older links say of it is void. */
  readonly boundAgainAt: Instant | null;
}

/** What a group is for. */
export type Binding =
  | {
      readonly kind: 'enterprise-group';
      /** Null where it belongs to the whole city. */
      readonly district: string | null;
      /** Street and station below the district; mostly empty. */
      readonly station: StationPath;
      readonly enterprise: EnterpriseId | null;
    }
  | { readonly kind: 'desk'; readonly unit: DeskUnit };

/** A group and its binding; `binding` is null where it was revoked. */
export interface Place {
  readonly chat: string;
  readonly binding: Binding | null;
  readonly number: number;
  readonly suspended: boolean;
}

/** Somebody who belongs, or asks to belong, to an enterprise. */
export interface Member {
  readonly number: number;
  readonly account: AccountId;
  /** A hint, shown to those who confirm. */
  readonly name: string | null;
  /** Null while it waits to be confirmed. */
  readonly confirmedBy: AccountId | null;
}

export interface Enterprise {
  readonly id: EnterpriseId;
  readonly name: string;
  readonly district: string | null;
  readonly members: readonly Member[];
}

/** Which account did what, when; `by` is null where the program itself did. */
export interface Stamp {
  readonly at: Instant;
  readonly by: AccountId | null;
}

/** What every event of a chain carries: the delivery that caused it, so that it is not done twice. */
export interface Caused {
  readonly cause: string;
}
