import { objection } from '../../../domain/appeal/permission.ts';
import { readAppealSaying } from '../../../domain/conversation/appeal-saying.ts';
import type { InboundMessage } from '../../../ports/message.ts';
import { clickWords } from '../../../text/zh/offers.ts';
import type { AppealDeps } from '../carry-out.ts';
import { findAppeal } from '../find.ts';
import { COMMANDS_OF } from './commands-of.ts';

const UNHAPPY = /不满意/;

/** Why words about an appeal would come to nothing if this person said them; null where they would not. */
export const createObjection =
  (deps: AppealDeps) =>
  async ({ from, chat }: InboundMessage, words: string): Promise<string | null> => {
    const act = readAppealSaying(words, null);
    const kinds = (act === null ? [] : (COMMANDS_OF[act.verb] ?? [])).filter(
      // Words can mean either; a button is for rating, and one of them opens anew what is closed.
      (kind) => kind !== 'supplement' && (kind !== 'reopen' || UNHAPPY.test(words)),
    );
    const [first] = kinds;
    if (act === null || act.number === null || first === undefined) return null;
    const at = deps.now();
    const found = await findAppeal(deps, act.number, { by: from.id, chat, at });
    if (found === null) return clickWords.over;
    if (kinds.some((kind) => found.possible.includes(kind))) return null;
    const asking = { ...deps, by: from.id, at, relation: found.relation };
    const isTheirs = objection(found.state, first, asking) !== 'not-yours';
    return isTheirs ? clickWords.done(act.number) : clickWords.notYours(act.number);
  };
