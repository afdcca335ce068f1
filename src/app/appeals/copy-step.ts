import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { replyDueOf } from '../../domain/appeal/limits.ts';
import { deskOf } from '../../domain/appeal/state.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import { maskSecrets } from '../../domain/privacy/mask-secrets.ts';
import { copyWords } from '../../text/zh/appeals/copy.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import { aboutWord, dueWord } from '../../text/zh/appeals/words.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { toOrder } from './order-to.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, type Found } from './find.ts';
import { enterpriseNameOf } from './teller.ts';
import { unitName } from './types.ts';

type Act = 'copy' | 'delivered';

const NUMBER = '[\\s:：,，]*([A-Za-z]{1,2}[\\s-]?\\d{4})[\\s:：,，]*';
const ACTS: readonly (readonly [Act, RegExp])[] = [
  ['copy', new RegExp(`^(?:抄送${NUMBER}|${NUMBER}抄送)[。.!！]?$`)],
  [
    'delivered',
    new RegExp(`^(?:已(?:经)?(?:送达|转到|转达)${NUMBER}|${NUMBER}已(?:经)?(?:送达|转到|转达)了?)[。.!！]?$`),
  ],
];

/** 「抄送 A0321」「A0321 已送达」; null for anything else. */
function readAct(text: string): { readonly act: Act; readonly number: AppealNumber } | null {
  for (const [act, pattern] of ACTS) {
    const number = pattern.test(text.trim()) ? parseAppealNumber(text) : null;
    if (number !== null) return { act, number };
  }
  return null;
}

const saying = (text: string): Turn => ({ reply: { text } });
const refused = (number: string, code: 'no-such-appeal' | 'not-yours'): Turn =>
  saying(refusalText(number, { code, possible: [], kind: 'take' }));

function copyOf(deps: AppealDeps, said: Said, { number, state, appeal }: Found): Turn {
  const desk = deskOf(state);
  const due = replyDueOf(state, { ...deps, now: said.now });
  if (desk === null || due === null) return saying(copyWords.notDispatched(number));
  const text = copyWords.order({
    number,
    unit: unitName(deps, desk.lead),
    about: aboutWord(state, enterpriseNameOf(deps, state.enterprise)),
    // Whoever it is forwarded to is not known: numbers of people do not go along.
    matter: maskSecrets(matterOf(appeal.chain)),
    due: dueWord(due, said.now),
  });
  return {
    reply: { text },
    deliveries: [{ to: said.message.chat, content: { text: copyWords.next(number) } }],
  };
}

/** 抄送: the text of an order to be passed on by hand, and the note that it was. */
export function createCopyStep(deps: AppealDeps): Step {
  return async (said) => {
    const read = readAct(said.text);
    if (read === null) return null;
    const { act, number } = read;
    const { chat, from, isGroup } = said.message;
    const found = await findAppeal(deps, number, { by: from.id, chat, at: said.now });
    if (found === null) return refused(number, 'no-such-appeal');
    const { isInCharge, isSupervisor, isAdministrator } = found.relation;
    if (!isInCharge && !isSupervisor && !isAdministrator) return refused(number, 'not-yours');
    const desk = deskOf(found.state);
    if (act === 'copy') return isGroup ? saying(copyWords.privately(number)) : copyOf(deps, said, found);
    if (desk === null) return saying(copyWords.notDispatched(number));
    const text = copyWords.delivered(unitName(deps, desk.lead));
    return { deliveries: [toOrder({ number, wish: { kind: 'note', text, contacted: false } }, said)] };
  };
}
