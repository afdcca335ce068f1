import type { Brand } from '../brand.ts';
import type { Clause, ClauseId, Coverage } from '../document/types.ts';
import type { LocalDate } from '../time.ts';
import type { UnitId } from '../unit/types.ts';

/** A policy's key: its file name without extension. */
export type PolicyId = Brand<string, 'PolicyId'>;

/** 牵头 lead · 责任 responsible · 配合 supporting · 受理 accepting · 咨询 consulting · 解释 interpreting. */
export type UnitRole = 'lead' | 'responsible' | 'supporting' | 'accepting' | 'consulting' | 'interpreting';

/** A unit as a clause names it; `unit` is null where `units.json` does not know it or it is a group. */
export interface ClauseUnit {
  readonly name: string;
  readonly role: UnitRole;
  readonly unit: UnitId | null;
}

/** 扶持: what one kind of beneficiary gets; several tiers make several benefits. */
export interface Benefit {
  /** Who gets it, in the clause's words. */
  readonly who: string;
  /** Yuan; null where only a rate or no figure stands. */
  readonly amountYuan: number | null;
  /** The amount is a ceiling (最高, 不超过, 封顶). */
  readonly atMost: boolean;
  /** Share of a base (0.12 for 12%, 1 for 1:1 matching), null where none. */
  readonly rate: number | null;
  /** Unit price: 「每人」「每亩」, null for a lump sum. */
  readonly per: string | null;
  /** 「人才引进绿色通道」: what is given where no figure stands, in the clause's words; absent where one does. */
  readonly support?: string;
  readonly snippet: string;
}

export type DeadlineKind = 'application' | 'task' | 'objection' | 'validity' | 'other';

/** 截止: the day something is due, or the rule where it is no single day. */
export interface Deadline {
  /** Last day, null where only a rule or a start stands. */
  readonly on: LocalDate | null;
  /** Hour `HH:MM`, null where none stands. */
  readonly at: string | null;
  /** First day of a window. */
  readonly from: LocalDate | null;
  /** What is due and by whom, in the text's words. */
  readonly what: string;
  readonly kind: DeadlineKind;
  /** The year is derived, it does not stand in the sentence. */
  readonly implied: boolean;
  /** `once`, a recurrence (每月…), an event's rule (…之日起30日内), or all year round (常年受理). */
  readonly rhythm: 'once' | 'recurring' | 'relative' | 'rolling';
  /** What contradicts it (weekday, signature later than it …), in a code; null where nothing does. */
  readonly conflict: 'weekday' | 'before-publication' | 'no-year' | null;
  readonly snippet: string;
}

/** 免申即享 automatic · 即申即享 on-application · 竞争评审 competitive. */
export type GrantMode = 'automatic' | 'on-application' | 'competitive';

export interface PolicyClause extends Clause {
  readonly units: readonly ClauseUnit[];
  readonly benefits: readonly Benefit[];
  readonly deadlines: readonly Deadline[];
  readonly grantMode: GrantMode | null;
}

export type Level = '国家' | '省' | '市' | '区';

/** in-force 现行有效 · expired 已失效 · over the plan's period is past · not-yet 尚未施行 · draft 征求意见稿. */
export type Status = 'in-force' | 'expired' | 'over' | 'not-yet' | 'draft' | 'unknown';

export interface PolicyMetadata {
  readonly title: string | null;
  readonly issuingAuthority: string | null;
  readonly documentNumber: string | null;
  /** The page's or issue date. */
  readonly publishedOn: LocalDate | null;
  /** The date under the signature. */
  readonly signedOn: LocalDate | null;
  readonly effectiveOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly level: Level | null;
  /** Official name of the province or city: 「武汉市」「湖南省」; null where unknown, 「全国」 for the state's. */
  readonly region: string | null;
  readonly draft: boolean;
  /** Somebody said that another document stands for it: no text tells that by itself. */
  readonly isReplaced?: true;
  /** First and last year of a plan (2023年工作要点, “十四五”规划 = 2021–2025), null for others. */
  readonly planYears: { readonly from: number; readonly to: number } | null;
}

/** 政策文件, parsed: what is known of it and its clauses. */
export interface Policy extends PolicyMetadata {
  readonly id: PolicyId;
  readonly file: string;
  readonly text: string;
  readonly clauses: readonly PolicyClause[];
  readonly coverage: Coverage;
}

/** Two clauses that say the same: a plan's item and its row in the task list. */
export interface ClauseLink {
  readonly from: { readonly policy: PolicyId; readonly clause: ClauseId };
  readonly to: { readonly policy: PolicyId; readonly clause: ClauseId };
}
