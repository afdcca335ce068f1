import { createHash } from 'node:crypto';
import { ChannelError, type Receipt } from '../../src/ports/channel.ts';
import type { Attachment, OutboundMessage } from '../../src/ports/message.ts';
import type { FeishuApi, Letter } from './api.ts';
import { FeishuError } from './feishu-error.ts';
import { upload } from './files.ts';
import { type Address, addressOf, messageIn, outer } from './ids.ts';
import { lettersOf, wantsAnswer } from './letters.ts';
import { createRecent } from './recent.ts';
import { toChannelError, TOO_MANY_REQUESTS } from './refusals.ts';
import type { FeishuWords } from './words.ts';

export interface SpeakerDeps {
  readonly api: FeishuApi;
  readonly words: FeishuWords;
  readonly readFile: (file: Attachment) => Promise<Uint8Array>;
  /** Everything said in groups reaches us, not mentions alone. */
  readonly hearsAll: () => Promise<boolean>;
}

const LONGEST_UUID = 50;
const MOST_SENT = 5000;
const MOST_UPLOADED = 200;

/** The platform's key of one message of a delivery. */
function uuidOf(key: string, index: number): string {
  if (index === 0 && /^[\w:.-]+$/.test(key) && key.length <= LONGEST_UUID) return key;
  return createHash('sha256').update(`${key}\n${index}`).digest('base64url');
}

/** Says messages. Throws `ChannelError` where nothing was said, and other errors where that is not known. */
export function createSpeaker(
  deps: SpeakerDeps,
): (chat: string, message: OutboundMessage) => Promise<Receipt> {
  const { api } = deps;
  /** What of a delivery has gone, by uuid: its next try goes on from there. */
  const sent = createRecent<string | null>(MOST_SENT);
  /** Files of deliveries that are under way: the next try need not take them up again. */
  const uploaded = createRecent<Letter>(MOST_UPLOADED);

  const uploadOnce = async (file: Attachment, key: string | undefined): Promise<Letter> => {
    const name = `${key} ${file.id}`;
    const letter = (key === undefined ? undefined : uploaded.get(name)) ?? (await upload(file, deps));
    if (key !== undefined) uploaded.set(name, letter);
    return letter;
  };

  const deliver = async (
    to: Address,
    letter: Letter,
    options: { readonly uuid?: string; readonly replyTo: string | null },
  ) => {
    const { uuid, replyTo } = options;
    const sending = { letter, ...(uuid === undefined ? {} : { uuid }) };
    if (uuid !== undefined) {
      const before = sent.get(uuid);
      if (before !== undefined) return before;
    }
    const message =
      replyTo === null
        ? await api.send(to, sending)
        : await api.reply(replyTo, sending).catch((error: unknown) => {
            if (!isGone(error)) throw error;
            return api.send(to, sending);
          });
    if (uuid !== undefined) sent.set(uuid, message);
    return message;
  };

  const sayAll = async (chat: string, to: Address, message: OutboundMessage): Promise<Receipt> => {
    const { key, replyTo } = message;
    // A reply goes where that message is, whatever chat was meant: what is private must not follow one into a group.
    const answered = replyTo?.chat === chat ? messageIn(replyTo.message) : null;
    // Files first: one that is refused is known of before anything is said.
    const files = await Promise.all((message.files ?? []).map((file) => uploadOnce(file, key)));
    const hearsAll = to.kind === 'open_id' || !wantsAnswer(message) || (await deps.hearsAll());
    const { words } = deps;
    const replaced = messageIn(message.replaces);
    if (replaced !== null) {
      const cards = [...lettersOf(to, message, { words, hearsAll, asCard: true }), ...files];
      if (await replace(api, replaced, cards)) return { message: outer(replaced), isCard: true };
    }
    const letters = [...lettersOf(to, message, { words, hearsAll, asCard: false }), ...files];
    let shown: string | null = null;
    for (const [index, letter] of letters.entries()) {
      const beneath = index === 0 ? answered : null;
      const id = await deliver(to, letter, {
        ...(key === undefined ? {} : { uuid: uuidOf(key, index) }),
        replyTo: beneath,
      });
      // What is quoted later is the text or the card rather than a file beneath it.
      if (letter.type === 'text' || letter.type === 'interactive' || shown === null) shown = id;
    }
    if (shown === null) return { message: null };
    const isCard = letters[0]?.type === 'interactive';
    return { message: outer(shown), ...(isCard ? { isCard } : {}) };
  };

  return async (chat, message) => {
    const to = addressOf(chat);
    if (to === null) throw new ChannelError('unknown-chat');
    try {
      return await sayAll(chat, to, message);
    } catch (error) {
      throw toChannelError(error);
    }
  };
}

/**
 * The message that is replied to has been withdrawn (230011, 230110, 231003, or a refusal without any code), is out of
 * sight (230050) or cannot be replied to (230054, 230071, 230111). What is wrong with the words themselves is refused
 * again when they are said plainly.
 */
function isGone(error: unknown): boolean {
  if (!(error instanceof FeishuError) || error.mayHaveArrived || error.status === null) return false;
  const meaning = toChannelError(error);
  if (error.code === null) return error.status !== TOO_MANY_REQUESTS;
  return meaning instanceof ChannelError && meaning.code === 'forbidden';
}

/**
 * Shows a card in the place of an older one; false where that cannot be: it is older than 14 days, withdrawn, no card,
 * or there is more to say than one holds. To do it twice is to do it once, so it may always be tried again.
 */
async function replace(api: FeishuApi, message: string, letters: readonly Letter[]): Promise<boolean> {
  const [letter] = letters;
  if (letter?.type !== 'interactive' || letters.length > 1) return false;
  try {
    await api.replaceCard(message, letter.content);
    return true;
  } catch (error) {
    const meaning = toChannelError(error);
    if (meaning instanceof ChannelError && !meaning.retryable) return false;
    throw error;
  }
}
