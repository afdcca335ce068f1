import type { Wish } from '../../domain/appeal/commands.ts';
import { parseAppealNumber } from '../../domain/appeal/number.ts';
import type { Instant } from '../../domain/time.ts';
import type { Attachment } from '../../ports/message.ts';
import { fileWords } from '../../text/zh/appeals/files.ts';
import type { KeepFiles } from '../attachments.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { choiceLabel } from './acting/which.ts';
import { readFilePlan, toFilePlan } from './carried-files.ts';
import { toOrder } from './order-to.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, findOwn, type Found } from './find.ts';

export interface FilesDeps extends AppealDeps {
  readonly keepFiles: KeepFiles;
}

const MOST_CHOICES = 3;

/** Who answers may send a file after the answer for so long without saying what it belongs to. */
const LATELY_MS = 30 * 60_000;

/** The enterprise adds to its appeal; whoever handles it notes what he has, and the enterprise gets it. */
const isMine = ({ relation, possible }: Found): boolean =>
  possible.includes(relation.isAppellant ? 'supplement' : 'note');

const isCurrent = ({ state, relation }: Found, now: Instant): boolean =>
  relation.isAppellant || !('answer' in state) || now - state.answer.at < LATELY_MS;

function wishFor(
  { state, relation }: Found,
  { text, refs }: { text: string; refs: readonly string[] },
): Wish {
  const { lacks } = state;
  return relation.isAppellant
    ? { kind: 'supplement', text, contact: null, attachments: refs, lacks }
    : { kind: 'note', text, contacted: false, attachments: refs };
}

/** Adds files to an appeal; those that cannot be had are named. */
async function addTo(
  deps: FilesDeps,
  said: Said,
  { found, files }: { readonly found: Found; readonly files: readonly Attachment[] },
): Promise<Turn> {
  const { refs, lost } = await deps.keepFiles(files, said.message.chat);
  const reply = lost.length === 0 ? {} : { reply: { text: fileWords.lost(lost) } };
  if (refs.length === 0) return reply;
  const kept = files.map(({ name }) => name).filter((name) => !lost.includes(name));
  const wish = wishFor(found, { text: fileWords.added(kept), refs });
  return { ...reply, deliveries: [toOrder({ number: found.number, wish }, said)] };
}

function askWhich({ message }: Said, found: readonly Found[], files: readonly Attachment[]): Turn {
  const choices = found.slice(-MOST_CHOICES).map(({ number, state }, at) => ({
    key: String(at + 1),
    label: choiceLabel(number, state),
    says: toFilePlan({ number, files }),
  }));
  const offer = { id: message.id, topic: fileWords.topic, for: message.from.id, choices };
  return { reply: { text: fileWords.whichAppeal(choices), offer } };
}

/** Takes files that come without words: they go to the appeal that the sender has, or has in hand. */
export function createFilesStep(deps: FilesDeps): Step {
  return async (said) => {
    const { message, text, picked, now } = said;
    const looking = { by: message.from.id, chat: message.chat, at: now };
    const plan = picked === null ? null : readFilePlan(text);
    if (plan !== null) {
      const found = await findAppeal(deps, plan.number, looking);
      return found !== null && isMine(found) ? addTo(deps, said, { found, files: plan.files }) : null;
    }
    const { files = [] } = message;
    if (files.length === 0 || text.trim() !== '') return null;
    const quoted = parseAppealNumber(message.quote?.text ?? '');
    const answered = quoted === null ? null : await findAppeal(deps, quoted, looking);
    if (answered !== null && isMine(answered)) return addTo(deps, said, { found: answered, files });
    const own = (await findOwn(deps, looking)).filter((found) => isMine(found) && isCurrent(found, now));
    const [only, ...others] = own;
    if (only === undefined) return { reply: { text: fileWords.noAppeal } };
    return others.length === 0 ? addTo(deps, said, { found: only, files }) : askWhich(said, own, files);
  };
}
