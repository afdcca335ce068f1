import type { Enclosed } from '../../src/ports/message.ts';
import type { FeishuApi } from './api.ts';
import { readContent } from './content.ts';
import { instantOf } from './events.ts';
import { FeishuError } from './feishu-error.ts';
import { outer } from './ids.ts';
import type { Item } from './item.ts';
import { withoutKeys } from './mentions.ts';
import type { People } from './people.ts';
import { createRecent } from './recent.ts';
import type { FeishuWords } from './words.ts';

/** A message that another refers to. */
export interface Referred {
  readonly enclosed: Enclosed;
  /** The bot itself said it. */
  readonly isOurs: boolean;
}

export interface Enclosures {
  /** The message that one replies to. Throws where the platform may tell later. */
  readonly quoted: (messageId: string) => Promise<Referred>;
  /** Those in a bundle, in their order; of bundles in it the messages, too. Throws where the platform may tell later. */
  readonly forwarded: (messageId: string) => Promise<readonly Enclosed[]>;
}

export interface EnclosureDeps {
  readonly api: Pick<FeishuApi, 'message'>;
  readonly people: People;
  readonly words: Pick<FeishuWords, 'everybody' | 'wordless'>;
  readonly appId: string;
  readonly botId: () => Promise<string | null>;
}

const MOST_KEPT = 1000;

/** The platform will say the same tomorrow: withdrawn, out of sight, not ours to read. */
const isFinal = (error: unknown): boolean =>
  error instanceof FeishuError && error.code !== null && (error.status ?? 0) < 429;

const unknown = (id: string): Enclosed => ({
  id: outer(id),
  from: { id: null, name: '' },
  text: '',
  at: null,
});

export function createEnclosures({ api, people, words, appId, botId }: EnclosureDeps): Enclosures {
  const kept = createRecent<Referred>(MOST_KEPT);

  const toEnclosed = async (item: Item): Promise<Enclosed> => {
    const { id, id_type: idType } = item.sender;
    const isPerson = idType === 'open_id' && id !== '';
    const { text, files, wordless } = readContent({
      id: item.message_id,
      type: item.msg_type,
      content: item.body.content,
    });
    const mentions = item.mentions.map((one) => ({
      key: one.key,
      openId: one.id,
      name: one.name,
      isBot: false,
    }));
    const named = { mentions, bot: await botId(), everybody: words.everybody };
    const shown =
      wordless === null ? withoutKeys(text, named) : words.wordless(wordless, files[0]?.name ?? '');
    return {
      id: outer(item.message_id),
      from: { id: isPerson ? outer(id) : null, name: isPerson ? await people.nameOf(id) : '' },
      text: item.deleted ? '' : shown,
      at: instantOf(item.create_time),
      ...(files.length === 0 || item.deleted ? {} : { files }),
    };
  };
  const fetchItems = async (id: string): Promise<readonly Item[]> => {
    try {
      return await api.message(id);
    } catch (error) {
      if (isFinal(error)) return [];
      throw error;
    }
  };
  return {
    quoted: async (id) => {
      const known = kept.get(id);
      if (known) return known;
      const item = (await fetchItems(id)).find((one) => one.message_id === id);
      if (!item) return { enclosed: unknown(id), isOurs: false };
      const referred = { enclosed: await toEnclosed(item), isOurs: item.sender.id === appId };
      kept.set(id, referred);
      return referred;
    },
    forwarded: async (id) => {
      const items = (await fetchItems(id)).filter((one) => one.message_id !== id);
      const bundles = new Set(items.map((one) => one.upper_message_id));
      // The files of a bundle cannot be fetched: the platform refuses them.
      const leaves = items.filter((one) => !bundles.has(one.message_id));
      const enclosed = await Promise.all(leaves.map(toEnclosed));
      return enclosed.map(({ files: _files, ...one }) => one);
    },
  };
}
