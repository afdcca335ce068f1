import { ok, refuse } from '../result.ts';
import type { AppealCommand, WishOf } from './commands.ts';
import { type Case, draft, isBlank, listed, only, type Outcome, unless } from './drafts.ts';
import type { Step } from './facts.ts';
import { unitOf } from './acting-unit.ts';
import type { Relation } from './relation.ts';
import { type AppealState, chargeOf, deskOf, handlerOf, isIn, waitingOf } from './state.ts';

/** Opens an appeal: for oneself, or by a specialist or the bot for whoever said it. */
export function submit(command: AppealCommand & WishOf<'submit'>, relation: Relation): Outcome {
  const { matter, contact, attachments, at: _at, by, cause: _cause, kind: _kind, ...opening } = command;
  const { isSpecialist, isSupervisor, isAdministrator, isBot, isClock } = relation;
  const maySpeakFor = isSpecialist || isSupervisor || isAdministrator || isBot;
  if (isClock || (command.appellant !== by && !maySpeakFor)) return refuse('not-yours');
  if (isBlank(matter) && attachments.length === 0) return refuse('needs-text');
  return only({ kind: 'submitted', ...opening }, { matter, contact, attachments: listed(attachments) });
}

type OpeningWish = WishOf<
  'supplement' | 'join' | 'take' | 'hand-over' | 'ask-back' | 'inform' | 'not-accept'
>;

/** Until an appeal is accepted, and who is in charge of it. */
export function decideOpening(state: AppealState, wish: OpeningWish & Step, asked: Case): Outcome {
  switch (wish.kind) {
    case 'supplement':
      return supplement(state, wish, asked);
    case 'join':
      return join(state, wish, asked);
    case 'take':
      return only({ kind: 'accepted' });
    case 'hand-over':
      return handOver(state, wish, asked);
    case 'ask-back':
      return unless(isBlank(wish.question) ? 'needs-text' : null, () =>
        only({ kind: 'asked-back', unit: unitOf(state, asked) }, { question: wish.question }),
      );
    case 'inform':
      return unless(isBlank(wish.answer) && wish.attachments.length === 0 ? 'needs-text' : null, () =>
        only({ kind: 'informed' }, { information: wish.answer, attachments: listed(wish.attachments) }),
      );
    case 'not-accept':
      // Which law it is has to be said.
      return unless(wish.ground === 'other-law' && isBlank(wish.reason) ? 'needs-reason' : null, () =>
        only({ kind: 'not-accepted', ground: wish.ground }, { reason: wish.reason }),
      );
  }
}

const BEFORE_DESK = ['submitted', 'accepted', 'returned'] as const;

function supplement(
  state: AppealState,
  { text, contact, attachments, lacks, category }: WishOf<'supplement' | 'join'>,
  { roles }: Case,
): Outcome {
  if (isBlank(text) && isBlank(contact) && attachments.length === 0) return refuse('needs-text');
  const words = { matter: text, contact, attachments: listed(attachments) };
  // Once it lies with a unit, what it is about is settled.
  const seen = category === undefined || !isIn(state, BEFORE_DESK) ? {} : { category };
  const supplemented = draft({ kind: 'supplemented', lacks, ...seen }, words);
  const isAnswer = waitingOf(state) !== null && roles.includes('appellant');
  return ok(isAnswer ? [supplemented, draft({ kind: 'informed' })] : [supplemented]);
}

/** Another member's words go along with those of the first. */
function join(state: AppealState, wish: WishOf<'join'>, asked: Case): Outcome {
  const added = supplement(state, wish, asked);
  return added.ok ? ok([draft({ kind: 'joined', chat: wish.chat }), ...added.value]) : added;
}

type Part = 'appeal' | 'desk';

/** One part goes to another person, or both do; of both, those that he may take. */
function handOver(state: AppealState, { of, to, until }: WishOf<'hand-over'>, asked: Case): Outcome {
  const part = (one: Part): Outcome => handOverPart(state, { of: one, to, until }, asked);
  if (of !== 'both') return part(of);
  const outcomes = [part('appeal'), part('desk')];
  const drafts = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
  return drafts.length > 0 ? ok(drafts) : part('appeal');
}

function handOverPart(
  state: AppealState,
  { of, to, until }: Omit<WishOf<'hand-over'>, 'kind' | 'of'> & { readonly of: Part },
  { at, roles }: Case,
): Outcome {
  const held = of === 'appeal' ? chargeOf(state) : handlerOf(state);
  const lead = deskOf(state)?.lead;
  // A handler gives away his unit's part, not the specialist's.
  if (of === 'appeal' && !roles.some((role) => HANDS_OVER.includes(role))) return refuse('not-yours');
  if (held === null) return refuse('not-now');
  const isFit = of === 'appeal' ? to.isSpecialist : lead !== undefined && to.handlerOf.includes(lead);
  if (!isFit) return refuse('no-such-person');
  if (until !== null && until <= at) return refuse('too-late');
  if (to.person === held.person && held.standIn === null) return refuse('already');
  return only({ kind: 'handed-over', of, to: to.person, until });
}

const HANDS_OVER: readonly string[] = ['in-charge', 'supervisor', 'administrator', 'bot'];
