import { ok, refuse } from '../result.ts';
import { unitOf } from './acting-unit.ts';
import type { WishOf } from './commands.ts';
import { type Case, draft, isBlank, listed, only, type Outcome, unless } from './drafts.ts';
import { type AppealState, type Desk, deskOf } from './state.ts';

type DeskWish = WishOf<
  | 'dispatch'
  | 'recall-dispatch'
  | 'acknowledge'
  | 'note'
  | 'return'
  | 'reassign'
  | 'ask-extension'
  | 'decide-extension'
>;

/** Between the specialist and the units. */
export function decideAtDesk(state: AppealState, wish: DeskWish, asked: Case): Outcome {
  switch (wish.kind) {
    case 'dispatch':
      return dispatch(wish, asked);
    case 'recall-dispatch':
      return only({ kind: 'dispatch-recalled' });
    case 'acknowledge':
      return only({ kind: 'acknowledged' });
    case 'note': {
      const { text, contacted, attachments = [] } = wish;
      const words = { note: text, attachments: listed(attachments) };
      return unless(isBlank(text) && !contacted ? 'needs-text' : null, () =>
        only({ kind: 'noted', unit: unitOf(state, asked), contacted }, words),
      );
    }
    case 'return':
      return withDesk(state, (desk) => giveBack(state, desk, wish));
    case 'reassign':
      return withDesk(state, (desk) => reassign(desk, wish, asked));
    case 'ask-extension':
      return askExtension(wish, asked);
    case 'decide-extension':
      return unless(!wish.granted && isBlank(wish.reason) ? 'needs-reason' : null, () =>
        only({ kind: 'extension-decided', granted: wish.granted }, { reason: wish.reason }),
      );
  }
}

const withDesk = (state: AppealState, act: (desk: Desk) => Outcome): Outcome => {
  const desk = deskOf(state);
  return desk === null ? refuse('not-now') : act(desk);
};

function dispatch(wish: WishOf<'dispatch'>, { isUnit }: Case): Outcome {
  const { lead, evidence, reason } = wish;
  const supporting = [...new Set(wish.supporting)].filter((unit) => unit !== lead);
  if (![lead, ...supporting].every(isUnit)) return refuse('no-such-unit');
  // Fifteen working days are not given away for nothing.
  if (wish.class === 'complex' && isBlank(reason)) return refuse('needs-reason');
  return only({ kind: 'dispatched', lead, supporting, class: wish.class, evidence }, { reason });
}

function giveBack(state: AppealState, { lead }: Desk, { reason, basis }: WishOf<'return'>): Outcome {
  if (isBlank(reason)) return refuse('needs-reason');
  const returned = draft({ kind: 'returned', unit: lead }, { reason, basis });
  const isFirst = !state.bounces.some(({ kind }) => kind === 'returned');
  if (isFirst) return ok([returned]);
  return ok([returned, draft({ kind: 'escalated', what: 'returns', stage: 'past', to: 'supervisor' })]);
}

function reassign({ lead }: Desk, { to, reason }: WishOf<'reassign'>, { isUnit }: Case): Outcome {
  if (!isUnit(to)) return refuse('no-such-unit');
  if (to === lead) return refuse('already');
  return only({ kind: 'reassigned', from: lead, to }, { reason });
}

function askExtension({ workingDays, reason }: WishOf<'ask-extension'>, { rules }: Case): Outcome {
  const isSensible =
    Number.isInteger(workingDays) && workingDays > 0 && workingDays <= rules.extension.most.workingDays;
  if (!isSensible) return refuse('bad-days');
  if (isBlank(reason)) return refuse('needs-reason');
  return only({ kind: 'extension-asked', workingDays }, { reason });
}
