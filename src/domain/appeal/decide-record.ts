import { ok, refuse } from '../result.ts';
import type { WishOf } from './commands.ts';
import { type Case, draft, listed, only, type Outcome, unless } from './drafts.ts';
import { type AppealState, isIn, OVER } from './state.ts';
import { happeningsUntil } from './timers.ts';

type RecordWish = WishOf<
  'link' | 'gather' | 'urge' | 'publish' | 'see-contact' | 'export' | 'erase' | 'tick'
>;

const DAY_MS = 86_400_000;

/** What belongs together, who looked, and what time brings. */
export function decideRecord(state: AppealState, wish: RecordWish, asked: Case): Outcome {
  switch (wish.kind) {
    case 'link': {
      const { to, as } = wish;
      if (to === state.number) return refuse('itself');
      const known = { sibling: state.siblings, absorbed: state.absorbed, child: state.children };
      return unless(known[as].includes(to) ? 'already' : null, () =>
        only(
          { kind: 'linked', to, as },
          {
            matter: wish.matter ?? null,
            contact: wish.contact ?? null,
            attachments: listed(wish.attachments ?? []),
          },
        ),
      );
    }
    case 'gather':
      return unless(wish.parent === state.number ? 'itself' : null, () =>
        only({ kind: 'gathered', parent: wish.parent }),
      );
    case 'urge':
      return only({ kind: 'urged' });
    case 'publish':
      return only({ kind: 'published' });
    case 'see-contact':
      return only({ kind: 'contact-seen' });
    case 'export':
      return only({ kind: 'exported' });
    case 'erase': {
      const isOld = isIn(state, OVER) && asked.at - state.endedAt >= wish.afterDays * DAY_MS;
      return unless(isOld ? null : 'not-now', () => only({ kind: 'erased' }));
    }
    case 'tick':
      return ok(happeningsUntil(state, asked, asked.at).map((happening) => draft(happening)));
  }
}
