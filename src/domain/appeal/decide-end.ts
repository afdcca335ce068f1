import { ok, refuse } from '../result.ts';
import { unitOf } from './acting-unit.ts';
import type { WishOf } from './commands.ts';
import { type Case, type Draft, draft, isBlank, listed, only, type Outcome, unless } from './drafts.ts';
import { isEmptyAnswer } from './empty-answer.ts';
import type { AppealState } from './state.ts';
import { ratingOf } from './types.ts';

type EndWish = WishOf<'reply' | 'rate' | 'reopen' | 'confirm-solved' | 'call-back' | 'withdraw' | 'merge'>;

/** The answer, what the enterprise says of it, and the ends. */
export function decideEnd(state: AppealState, wish: EndWish, asked: Case): Outcome {
  switch (wish.kind) {
    case 'reply':
      return reply(state, wish, asked);
    case 'rate':
      return rate(state, wish);
    case 'reopen':
      return unless(isBlank(wish.reason) ? 'needs-reason' : null, () =>
        only({ kind: 'reopened' }, { reason: wish.reason }),
      );
    case 'confirm-solved':
      return only({ kind: 'confirmed', how: 'enterprise' });
    case 'call-back':
      return callBack(wish);
    case 'withdraw':
      return only({ kind: 'withdrawn', why: 'enterprise' }, { reason: wish.reason });
    case 'merge':
      return unless(wish.into === state.number ? 'itself' : null, () =>
        only({ kind: 'merged', into: wish.into }),
      );
  }
}

function reply(
  state: AppealState,
  { text, from, unit: ofParent = null, attachments = [] }: WishOf<'reply'>,
  asked: Case,
): Outcome {
  if (isBlank(text)) return refuse('needs-text');
  if (isEmptyAnswer(text)) return refuse('empty-answer');
  const isOrder = asked.roles.includes('bot');
  const unit = isOrder ? ofParent : unitOf(state, asked);
  const words = { reply: text, attachments: listed(attachments) };
  return only({ kind: 'replied', unit, from: isOrder ? from : null }, words);
}

function rate(state: AppealState, { rating, score, reason }: WishOf<'rate'>): Outcome {
  if (score !== null && ratingOf(score) !== rating) return refuse('bad-score');
  const rated = draft({ kind: 'rated', rating, score }, { reason });
  if (rating === 'dissatisfied') return ok([rated, draft({ kind: 'reopened' })]);
  const confirmed: readonly Draft[] =
    state.kind === 'confirmed' ? [] : [draft({ kind: 'confirmed', how: 'enterprise' })];
  return ok([rated, ...confirmed, draft({ kind: 'closed', as: 'solved' })]);
}

function callBack({ solved, text }: WishOf<'call-back'>): Outcome {
  if (solved) return only({ kind: 'confirmed', how: 'call-back' }, { note: text });
  return isBlank(text) ? refuse('needs-reason') : only({ kind: 'reopened' }, { reason: text });
}
