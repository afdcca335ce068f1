import { parseAppealNumber } from '../../../domain/appeal/number.ts';
import type { UnitMatcher } from '../../../domain/unit/match.ts';
import type { Body } from '../../../domain/unit/types.ts';
import type { OutboundMessage } from '../../../ports/message.ts';
import { unknownUnit } from '../../../text/zh/appeals/asking.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { AppealDeps } from '../carry-out.ts';

/** What acting on an appeal rests on. */
export interface ActingDeps extends AppealDeps {
  readonly matcher: UnitMatcher;
}

const MOST_CHOICES = 3;

/** A unit that nobody knows: those with nearly that name can be picked. */
export function suggestUnit(
  deps: ActingDeps,
  said: Said,
  { number, name }: { number: string; name: string },
): Turn {
  const near = deps.matcher
    .suggest(name, { region: deps.home, limit: MOST_CHOICES })
    .filter(({ body }) => body.kind !== 'group');
  const choices = near.map(({ body }, at) => ({
    key: String(at + 1),
    label: shortOf(body),
    says: withNumber(said.text.replace(name, body.name), number),
  }));
  const offer: OutboundMessage['offer'] = {
    id: said.message.id,
    topic: number,
    for: said.message.from.id,
    choices,
  };
  return { reply: { text: unknownUnit(name, choices), ...(choices.length > 0 ? { offer } : {}) } };
}
const shortOf = (body: Body): string => (body.kind === 'unit' ? body.short : body.name);
const withNumber = (text: string, number: string): string =>
  parseAppealNumber(text) === null ? `${number} ${text}` : text;
