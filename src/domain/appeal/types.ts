import type { Category } from '../category.ts';
import type { Instant } from '../time.ts';
import type { Body } from '../unit/types.ts';
import type { AppealNumber } from './number.ts';

/** Who did it: the id of a person, or one of the two below. */
export type Actor = string;

export const CLOCK: Actor = 'clock';
/** The bot on its own: its questions, and orders from another appeal. */
export const BOT: Actor = 'bot';

/** A unit, a district's government or a group of bodies that an appeal can be sent to. */
export type DeskId = Body['id'];

export const APPEAL_CLASSES = ['consultation', 'ordinary', 'complex'] as const;
/** 咨询, 一般, 复杂: decides how long the answer may take. */
export type AppealClass = (typeof APPEAL_CLASSES)[number];

export const GROUNDS = [
  'outside-city',
  'in-court',
  'in-petition',
  'secret-or-private',
  'abusive-or-empty',
  'already-handled',
  'other-law',
] as const;
/** 不予受理: the seven grounds. */
export type Ground = (typeof GROUNDS)[number];

export const RATINGS = ['satisfied', 'mostly-satisfied', 'dissatisfied'] as const;
/** 满意, 基本满意, 不满意. */
export type Rating = (typeof RATINGS)[number];

/** 「5分」: five and four are 满意, three 基本满意, two and one 不满意; null for other numbers. */
export function ratingOf(score: number): Rating | null {
  const ratings: readonly Rating[] = [
    'dissatisfied',
    'dissatisfied',
    'mostly-satisfied',
    'satisfied',
    'satisfied',
  ];
  return ratings[score - 1] ?? null;
}

/** Why a unit was proposed: a clause of a document. */
export interface EvidenceRef {
  readonly policy: string;
  readonly clause: string;
}

/** Where and about what an appeal was first said. */
export interface Opening {
  readonly number: AppealNumber;
  /** Null where nobody knows yet for which enterprise the person speaks. */
  readonly enterprise: string | null;
  /** The person whose matter it is, not who forwarded it. */
  readonly appellant: string;
  /** Where it was asked and the answer goes: `channel:chatId`. */
  readonly chat: string;
  readonly firstMessageAt: Instant;
  readonly category: Category | null;
  readonly district: string | null;
  /** Proposed by category, set at dispatch. */
  readonly class: AppealClass;
  /** 待补: codes of what is still missing. */
  readonly lacks: readonly string[];
}

/** How two appeals belong together, seen from the one that says it. */
export type LinkKind = 'sibling' | 'absorbed' | 'child';

export type LimitName = 'accept' | 'first-contact' | 'reply';
/** Before a limit, at it, past it. */
export type Stage = 'before' | 'at' | 'past';
export type Audience = 'specialist' | 'handler' | 'supervisor' | 'enterprise';
