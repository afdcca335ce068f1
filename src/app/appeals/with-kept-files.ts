import { fileWords } from '../../text/zh/appeals/files.ts';
import { type KeepFiles, readRef } from '../attachments.ts';
import type { Step } from '../turn/types.ts';

/**
 * Has a step see the files of a message, and of the one that it quotes, as they are kept: they outlive the chat, and go
 * along to other channels. Those that cannot be had are named.
 */
export const withKeptFiles =
  (keepFiles: KeepFiles, step: Step): Step =>
  async (said) => {
    const { message } = said;
    const sent = [...(message.files ?? []), ...(message.quote?.files ?? [])];
    if (sent.length === 0) return step(said);
    const { refs, lost } = await keepFiles(sent, message.chat);
    // Appeals keep ids of files: here the whole reference is one.
    const files = refs.flatMap((ref) => {
      const file = readRef(ref);
      return file === null ? [] : [{ ...file, id: ref }];
    });
    const turn = await step({ ...said, message: { ...message, files } });
    if (turn === null || lost.length === 0) return turn;
    const told = { to: message.chat, content: { text: fileWords.lost(lost) } };
    return { ...turn, deliveries: [...(turn.deliveries ?? []), told] };
  };
