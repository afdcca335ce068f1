import { isTelling } from '../../domain/category.ts';
import type { Wish } from '../../domain/appeal/commands.ts';
import { type AppealState, isIn } from '../../domain/appeal/state.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import type { AppealChain } from '../../domain/appeal/facts.ts';
import { missingIn } from '../../domain/conversation/missing.ts';
import { contactIn } from './matter.ts';
import type { AppealTools } from './types.ts';

/** With the specialists still: what is added may change to whom it goes. */
export const BEFORE_DESK = ['submitted', 'accepted', 'returned'] as const;

/** More words of the enterprise. */
export const isAddition = ({ kind }: Wish): boolean => kind === 'supplement' || kind === 'join';

/** What the enterprise adds, with what all of its words together tell: what it is about, and what is missing still. */
export function whole(
  wish: Wish,
  {
    tools,
    state,
    chain,
  }: { tools: Pick<AppealTools, 'dispatch'>; state: AppealState | null; chain: AppealChain },
): Wish {
  if ((wish.kind !== 'supplement' && wish.kind !== 'join') || state === null) return wish;
  const missing: readonly string[] = missingIn(wish.text);
  const told = {
    ...wish,
    lacks: state.lacks.filter((code) => missing.includes(code)),
    contact: wish.contact ?? contactIn(wish.text),
  };
  if (!isIn(state, BEFORE_DESK) || state.class === 'consultation') return told;
  const { category } = tools.dispatch({
    text: `${matterOf(chain)}\n${wish.text}`,
    ...(state.district === null ? {} : { district: state.district }),
  });
  const isSeen = isTelling(category) && category !== state.category;
  return isSeen ? { ...told, category } : told;
}
