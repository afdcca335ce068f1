import type { Wish } from '../../domain/appeal/commands.ts';
import type { AppealChain, AppealFact, AppealWords } from '../../domain/appeal/facts.ts';
import type { AppealClock } from '../../domain/appeal/rules.ts';
import type { AppealState } from '../../domain/appeal/state.ts';
import type { Actor } from '../../domain/appeal/types.ts';
import type { ClockSpan } from '../../domain/clock-time.ts';
import type { Correction } from '../../domain/dispatch/types.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Instant } from '../../domain/time.ts';
import type { Body, UnitDirectory } from '../../domain/unit/types.ts';
import type { Answered, Attachment, OutboundOffer } from '../../ports/message.ts';
import type { Dispatch } from '../dispatching/types.ts';
import type { DispatchOffer } from './proposal.ts';

/** What an appeal is ordered to do: a wish with who has it, when, and where he is answered. */
export interface AppealOrder {
  readonly wish: Wish;
  readonly by: Actor;
  readonly at: Instant;
  /** The chat that the order came from; null where nobody waits for an answer. */
  readonly chat: string | null;
  readonly isGroup: boolean;
  /** In a group: the bot was spoken to. */
  readonly isAddressed?: boolean;
  /** The message of a group that gave it: answers go beneath. */
  readonly replyTo?: Answered;
  /** How he is called at the moment: for showing. */
  readonly name: string | null;
  /** Said to the appellant with the receipt. */
  readonly question?: string | null;
}

/** Something to be said because of what happened. */
export interface Say {
  readonly to: string;
  readonly text: string;
  readonly offer?: OutboundOffer;
  readonly mention?: string;
  readonly files?: readonly Attachment[];
  /** It asks for an answer in words. */
  readonly wantsWords?: true;
  /** An answer to what was just said: never held back. */
  readonly isAnswer?: true;
}

/** What happened to an appeal, with all that is needed to tell of it. */
export interface News {
  readonly fact: AppealFact;
  readonly words: AppealWords;
  readonly before: AppealState | null;
  readonly after: AppealState;
  readonly chain: AppealChain;
  readonly order: AppealOrder;
  /** The bot had asked the appellant something at the beginning, and nothing was answered yet. */
  readonly wasAsked: boolean;
  /** The appellant heard before that what is added is taken. */
  readonly isAdditionTold: boolean;
  /** The units that are proposed now, where what was added makes them others; null where they are the same. */
  readonly renewal: DispatchOffer | null;
  /** Accounts that it had been put to. */
  readonly offeredTo: readonly string[];
}

/** What the use cases about appeals rest on. */
export interface AppealTools extends AppealClock {
  readonly roster: () => Roster;
  readonly units: UnitDirectory;
  /** Where units are looked for by their names. */
  readonly home: string;
  readonly dispatch: Dispatch;
  /** Where specialists sent what was proposed to go elsewhere. */
  readonly corrections: () => readonly Correction[];
  readonly quietHours: ClockSpan;
  /** When somebody last wrote in a chat; null where nobody did since the start. */
  readonly lastSpokeAt: (chat: string) => Instant | null;
}

/** How a unit is called in short. */
export function unitName({ units }: Pick<AppealTools, 'units'>, id: Body['id']): string {
  const body = units.bodies.find((one) => one.id === id);
  if (!body) return String(id);
  if (body.kind === 'unit') return body.short;
  return body.kind === 'district' ? body.government : body.name;
}
