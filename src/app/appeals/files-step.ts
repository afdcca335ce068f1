import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import type { Attachment } from '../../ports/message.ts';
import { fileWords } from '../../text/zh/appeals/files.ts';
import type { KeepFiles } from '../attachments.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { toOrder } from './appeal-step.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, findOwn, type Found } from './find.ts';

export interface FilesDeps extends AppealDeps {
  readonly keepFiles: KeepFiles;
}

const MOST_CHOICES = 3;

// A picked choice carries the files: they came with an earlier message. Read only where picked.
const MARK = '附件:';

interface Plan {
  readonly number: string;
  readonly files: readonly Attachment[];
}

const readPlan = (words: string): Plan | null =>
  words.startsWith(MARK) ? (JSON.parse(words.slice(MARK.length)) as Plan) : null;

const isMine = ({ relation, possible }: Found): boolean =>
  relation.isAppellant && possible.includes('supplement');

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
  const { lacks } = found.state;
  const wish = {
    kind: 'supplement',
    text: fileWords.added(kept),
    contact: null,
    attachments: refs,
    lacks,
  } as const;
  return { ...reply, deliveries: [toOrder({ number: found.number, wish }, said)] };
}

function askWhich({ message }: Said, found: readonly Found[], files: readonly Attachment[]): Turn {
  const choices = found.slice(-MOST_CHOICES).map(({ number, state }, at) => ({
    key: String(at + 1),
    label: `${number}${state.category === null ? '' : ` ${state.category}`}`,
    says: MARK + JSON.stringify({ number, files } satisfies Plan),
  }));
  const offer = { id: message.id, topic: fileWords.topic, for: message.from.id, choices };
  return { reply: { text: fileWords.whichAppeal(choices), offer } };
}

/** Takes files that come without words: they go to the sender's appeal. */
export function createFilesStep(deps: FilesDeps): Step {
  return async (said) => {
    const { message, text, picked, now } = said;
    const looking = { by: message.from.id, chat: message.chat, at: now };
    const plan = picked === null ? null : readPlan(text);
    const meant: AppealNumber | null = plan === null ? null : parseAppealNumber(plan.number);
    if (plan !== null && meant !== null) {
      const found = await findAppeal(deps, meant, looking);
      return found !== null && isMine(found) ? addTo(deps, said, { found, files: plan.files }) : null;
    }
    const { files = [] } = message;
    if (files.length === 0 || text.trim() !== '') return null;
    const own = (await findOwn(deps, looking)).filter(isMine);
    const [only, ...others] = own;
    if (only === undefined) return { reply: { text: fileWords.noAppeal } };
    return others.length === 0 ? addTo(deps, said, { found: only, files }) : askWhich(said, own, files);
  };
}
