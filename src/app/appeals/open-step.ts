import { openingWords } from '../../text/zh/appeals/opening.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import { mattersOfSeveral, matterIn } from './matter.ts';
import { consult, dislike } from './opening/ask-a-person.ts';
import { addTo, joined } from './opening/joined.ts';
import { MARKS } from '../../text/zh/appeals/typed.ts';
import { open, openSeveral } from './opening/open.ts';
import { openApart } from './opening/two-matters.ts';
import type { OpeningDeps } from './opening/types.ts';

const afterMark = ({ text, picked }: Said, mark: string): string | null =>
  picked !== null && text.startsWith(mark) ? text.slice(mark.length) : null;

/** Takes appeals in the enterprise's own words, what is added to them, and requests for a person. */
export function createOpenStep(deps: OpeningDeps): Step {
  return async (said) => {
    const { message, text } = said;
    if (afterMark(said, MARKS.question) !== null) return null;
    const apart = afterMark(said, MARKS.apart);
    if (apart !== null) return openApart(deps, said, apart);
    const together = afterMark(said, MARKS.together);
    if (together !== null) return { reply: { text: openingWords.asOne(together) } };
    const opening = deps.openingOf(text);
    // What was picked elsewhere is no part of what is being told.
    if (said.picked !== null && opening === null) return null;
    if (opening?.kind === 'human') return consult(deps, said, opening.rest);
    if (opening?.kind === 'dislike') return dislike(said);
    const several = mattersOfSeveral(deps, said);
    if (several.length > 1) return openSeveral(deps, said, several);
    const matter = matterIn(deps, said, opening?.rest ?? text);
    if (opening?.kind === 'appeal' && matter.text === '')
      return { reply: { text: openingWords.whatToReport } };
    const hasOpen = (await deps.records.find(deps.kind, appealKeys.of(message.from.id))).length > 0;
    const intent = opening?.kind === 'appeal' ? 'appeal' : deps.intentOf(text, hasOpen);
    const found = matter.isForwarded
      ? undefined
      : await joined(deps, said, { intent, text: matter.text, isOpened: opening !== null });
    if (found) return addTo(said, { found, text: matter.text });
    if (intent === 'appeal') return open(deps, said, matter);
    return intent === 'unsure' ? askWhich(said) : null;
  };
}

function askWhich({ message, text }: Said): Turn {
  const choices = [
    { key: '1', label: openingWords.asking, says: `${MARKS.question}${text}` },
    { key: '2', label: openingWords.reporting, says: `${MARKS.appeal}${text}` },
  ];
  const offer = { id: message.id, topic: openingWords.topic, for: message.from.id, choices };
  return { reply: { text: openingWords.which, offer } };
}
