import type { Instant } from '../time.ts';
import type { AppealNumber } from './number.ts';
import type { Actor, DeskId, EvidenceRef, Ground, LimitName, Opening, Rating, Stage } from './types.ts';

/** From a question to the enterprise until its answer. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** A reminder or an escalation that was sent; a new round begins anew. */
export interface SentStage {
  readonly kind: 'reminded' | 'escalated';
  readonly what: LimitName;
  readonly stage: Stage;
  readonly round: number;
}

/** 延期: asked for once an appeal; granted it counts in its round. */
export interface Extension {
  readonly kind: 'asked' | 'granted' | 'refused';
  readonly workingDays: number;
  readonly round: number;
}

/** 退单 or 改派 by a unit. */
export interface Bounce {
  readonly kind: 'returned' | 'reassigned';
  readonly unit: DeskId;
  readonly at: Instant;
}

/** What is true of an appeal in every state. */
interface Whole extends Opening {
  readonly submittedAt: Instant;
  /** Other members of the enterprise who told the same: they hear of it where they did. */
  readonly joined: readonly { readonly person: string; readonly chat: string }[];
  /** 公开: the answer may be told in the group. */
  readonly isPublic: boolean;
  /** Contacts and attachments are gone. */
  readonly isErased: boolean;
  readonly parent: AppealNumber | null;
  readonly siblings: readonly AppealNumber[];
  /** Merged into this one. */
  readonly absorbed: readonly AppealNumber[];
  readonly children: readonly AppealNumber[];
  /** 催办: the last one of the enterprise. */
  readonly urgedAt: Instant | null;
  readonly pauses: readonly Pause[];
  readonly sent: readonly SentStage[];
  readonly bounces: readonly Bounce[];
  readonly extension: Extension | null;
  readonly causes: readonly string[];
}

/** 反问: the enterprise was asked and has not answered; the clock stands still. */
export interface Waiting {
  readonly since: Instant;
  readonly remindedAt: Instant | null;
}

/** Who is in charge, and who stands in for him until when (请假). */
export interface Charge {
  readonly person: string;
  readonly standIn: { readonly person: string; readonly until: Instant } | null;
}

/** From acceptance, or from reopening (二次办理), on. */
export interface Round {
  /** 1 for the first time. */
  readonly number: number;
  readonly startedAt: Instant;
  readonly contactedAt: Instant | null;
}

/** Where it was sent. */
export interface Desk {
  readonly lead: DeskId;
  readonly supporting: readonly DeskId[];
  readonly evidence: readonly EvidenceRef[];
  readonly dispatchedAt: Instant;
}

interface Taken extends Whole {
  readonly acceptedAt: Instant;
  /** The specialist. */
  readonly charge: Charge;
  readonly round: Round;
}

interface Answered extends Taken {
  readonly desk: Desk | null;
  readonly handler: Charge | null;
  readonly answer: {
    readonly at: Instant;
    readonly by: Actor;
    readonly unit: DeskId | null;
    readonly from: AppealNumber | null;
  };
  readonly ratingRemindedAt: Instant | null;
  readonly rating: Rating | null;
}

/** Over without an answer. */
interface Ended extends Whole {
  readonly endedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly charge: Charge | null;
  readonly round: Round | null;
  readonly desk: Desk | null;
  readonly handler: Charge | null;
}

/** Waits for somebody to take it; the bot may be asking. */
export interface Submitted extends Whole {
  readonly kind: 'submitted';
  readonly waiting: Waiting | null;
}
/** With the specialist. */
export interface Accepted extends Taken {
  readonly kind: 'accepted';
  readonly waiting: Waiting | null;
}
/** 退单: with the specialist again. */
export interface Returned extends Taken {
  readonly kind: 'returned';
  readonly waiting: Waiting | null;
  readonly returned: Bounce;
}
export interface Dispatched extends Taken {
  readonly kind: 'dispatched';
  readonly waiting: Waiting | null;
  readonly desk: Desk;
}
/** 签收: somebody of the desk is in charge. */
export interface Acknowledged extends Taken {
  readonly kind: 'acknowledged';
  readonly waiting: Waiting | null;
  readonly desk: Desk;
  readonly handler: Charge;
}
export interface InHand extends Taken {
  readonly kind: 'in-hand';
  readonly waiting: Waiting | null;
  readonly desk: Desk;
  readonly handler: Charge;
}
export interface Replied extends Answered {
  readonly kind: 'replied';
}
/** The enterprise said that it is solved; it may still rate. */
export interface Confirmed extends Answered {
  readonly kind: 'confirmed';
  readonly confirmed: { readonly at: Instant; readonly how: 'enterprise' | 'call-back' };
}
export interface Closed extends Answered {
  readonly kind: 'closed';
  readonly endedAt: Instant;
  readonly as: 'solved' | 'unrated';
}
export interface Withdrawn extends Ended {
  readonly kind: 'withdrawn';
  readonly why: 'enterprise' | 'no-information';
}
export interface NotAccepted extends Ended {
  readonly kind: 'not-accepted';
  readonly ground: Ground;
}
export interface Merged extends Ended {
  readonly kind: 'merged';
  readonly into: AppealNumber;
}

/** 诉求, as its events leave it. */
export type AppealState =
  | Submitted
  | Accepted
  | Returned
  | Dispatched
  | Acknowledged
  | InHand
  | Replied
  | Confirmed
  | Closed
  | Withdrawn
  | NotAccepted
  | Merged;

export type StateKind = AppealState['kind'];
export type StateOf<Kind extends StateKind> = Extract<AppealState, { readonly kind: Kind }>;

export const TAKEN = ['accepted', 'returned', 'dispatched', 'acknowledged', 'in-hand'] as const;
export const AT_DESK = ['dispatched', 'acknowledged', 'in-hand'] as const;
export const OPEN = ['submitted', ...TAKEN] as const;
export const ANSWERED = ['replied', 'confirmed'] as const;
export const OVER = ['closed', 'withdrawn', 'not-accepted', 'merged'] as const;
export const STATE_KINDS: readonly StateKind[] = [...OPEN, ...ANSWERED, ...OVER];

/** True, and known to the compiler, where the state is of one of these kinds. */
export function isIn<Kind extends StateKind>(
  state: AppealState,
  kinds: readonly Kind[],
): state is StateOf<Kind> {
  const names: readonly string[] = kinds;
  return names.includes(state.kind);
}

/** Whether the enterprise asked in this chat, first or with a colleague. */
export const isAskedIn = (state: AppealState, chat: string): boolean =>
  state.chat === chat || state.joined.some((one) => one.chat === chat);

/** Where it lies with a unit or lay when it was answered; null otherwise. */
export const deskOf = (state: AppealState): Desk | null => ('desk' in state ? state.desk : null);

/** The unit in the lead and those that support it; empty where it lies with none. */
export function unitsOf(state: AppealState | null): readonly DeskId[] {
  const desk = state === null ? null : deskOf(state);
  return desk === null ? [] : [desk.lead, ...desk.supporting];
}

/** Who of the desk is in charge; null where nobody has answered yet. */
export const handlerOf = (state: AppealState): Charge | null => ('handler' in state ? state.handler : null);

/** The specialist in charge; null before acceptance. */
export const chargeOf = (state: AppealState): Charge | null => ('charge' in state ? state.charge : null);

/** The question that the enterprise has not answered yet; null where there is none. */
export const waitingOf = (state: AppealState): Waiting | null => ('waiting' in state ? state.waiting : null);

/** The person, or who stands in for him at that instant. */
export const isCharged = (charge: Charge | null, person: string, at: Instant): boolean =>
  charge !== null &&
  (charge.person === person ||
    (charge.standIn !== null && charge.standIn.person === person && at < charge.standIn.until));

/** Number of the present round; 0 before acceptance. */
export const roundOf = (state: AppealState): number => ('round' in state ? (state.round?.number ?? 0) : 0);
