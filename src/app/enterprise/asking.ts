import type { QuestionId } from '../../domain/enterprise/questions.ts';
import type { Dialogue, Goal } from '../../domain/enterprise/profile-record.ts';
import type { Instant } from '../../domain/time.ts';
import { privateChat } from './saying.ts';
import type { Scene } from './types.ts';

const OPEN_MS = 30 * 60_000;

/** The dialogue with this question put to whoever speaks. */
export function asking(
  scene: Scene,
  { asked }: Pick<Dialogue, 'asked'>,
  put: { readonly question: QuestionId; readonly goal: Goal; readonly tries?: number },
): Dialogue {
  const { person, said } = scene;
  const until = (said.now + OPEN_MS) as Instant;
  return { asked, open: { tries: 0, ...put, person, chat: privateChat(scene), until } };
}

/** The dialogue with no question put. */
export const resting = ({ asked }: Pick<Dialogue, 'asked'>): Dialogue => ({ asked, open: null });
