import type { AppealNumber } from '../../domain/appeal/number.ts';
import type { Attachment } from '../../ports/message.ts';
import { fileWords } from '../../text/zh/appeals/files.ts';
import type { Said } from '../turn/types.ts';

// A picked choice carries files that came with an earlier message. Read only where picked.
const OF_APPEAL = '附件:';
const WITH_WORDS = '带附件:';

/** Files that were sent before it was known where they go: to this appeal. */
export interface FilePlan {
  readonly number: AppealNumber;
  readonly files: readonly Attachment[];
}

/** Words with the files that came with them. */
interface WordsPlan {
  readonly says: string;
  readonly files: readonly Attachment[];
}

export const toFilePlan = (plan: FilePlan): string => OF_APPEAL + JSON.stringify(plan);
export const readFilePlan = (words: string): FilePlan | null =>
  words.startsWith(OF_APPEAL) ? (JSON.parse(words.slice(OF_APPEAL.length)) as FilePlan) : null;

export const toWordsPlan = (plan: WordsPlan): string => WITH_WORDS + JSON.stringify(plan);
export const readWordsPlan = (words: string): WordsPlan | null =>
  words.startsWith(WITH_WORDS) ? (JSON.parse(words.slice(WITH_WORDS.length)) as WordsPlan) : null;

/** Files that this person sent a moment ago, of which it was asked whose they are, and which nobody has picked. */
function sentBefore({ message, conversation, now }: Said): readonly Attachment[] {
  const asked = conversation.offers.findLast(
    ({ topic, for: whom, until }) => topic === fileWords.topic && whom === message.from.id && until > now,
  );
  return readFilePlan(asked?.choices[0]?.says ?? '')?.files ?? [];
}

/** The files that go with somebody's words: those of the message, of his own that it quotes, or sent just before. */
export function filesWith(said: Said): readonly Attachment[] {
  const { files = [], quote, from } = said.message;
  // A quoted message of others is what is answered, not what is said.
  const own = quote?.from.id === from.id ? (quote.files ?? []) : [];
  const sent = [...files, ...own];
  return sent.length > 0 ? sent : sentBefore(said);
}
