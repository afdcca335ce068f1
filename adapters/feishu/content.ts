import { z } from 'zod';
import type { Attachment, Happening } from '../../src/ports/message.ts';
import { fileId } from './ids.ts';
import { readPost } from './post.ts';
import type { Wordless } from './words.ts';

type Unreadable = Extract<Happening, { kind: 'unreadable' }>['what'];

/** What a message holds, whatever its type; keys of mentions still stand in the text. */
export interface Content {
  readonly text: string;
  readonly files: readonly Attachment[];
  /** Set where there are no words. */
  readonly wordless: Wordless | null;
  /** Set where it cannot be worked with at all. */
  readonly unreadable: Unreadable | null;
}

/** A message's type and its content as the platform hands both over. */
export interface Raw {
  readonly id: string;
  readonly type: string;
  readonly content: string;
}

const NOTHING: Content = { text: '', files: [], wordless: null, unreadable: null };

const closed = (wordless: Wordless, unreadable: Unreadable): ((raw: Raw) => Content) => {
  const content = { ...NOTHING, wordless, unreadable };
  return () => content;
};

const textSchema = z.object({ text: z.string() });
const fileSchema = z.object({ file_key: z.string(), file_name: z.string().default('') });
const imageSchema = z.object({ image_key: z.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const readers: Readonly<Record<string, (raw: Raw, json: unknown) => Content>> = {
  text: (_raw, json) => ({ ...NOTHING, text: textSchema.parse(json).text }),
  post: (raw, json) => {
    const { text, images } = readPost(json);
    const files = images.map((key) => ({
      id: fileId(raw.id, key),
      name: '',
      kind: 'image' as const,
      bytes: null,
    }));
    return { ...NOTHING, text, files, wordless: text === '' ? 'image' : null };
  },
  file: (raw, json) => {
    const { file_key: key, file_name: name } = fileSchema.parse(json);
    return {
      ...NOTHING,
      wordless: 'file',
      files: [{ id: fileId(raw.id, key), name, kind: 'file', bytes: null }],
    };
  },
  image: (raw, json) => {
    const key = imageSchema.parse(json).image_key;
    return {
      ...NOTHING,
      wordless: 'image',
      files: [{ id: fileId(raw.id, key), name: '', kind: 'image', bytes: null }],
    };
  },
  merge_forward: () => ({ ...NOTHING, wordless: 'forward' }),
  audio: closed('voice', 'voice'),
  media: closed('video', 'video'),
  sticker: closed('sticker', 'sticker'),
  location: closed('location', 'location'),
  interactive: closed('card', 'card'),
  share_chat: closed('card', 'card'),
  share_user: closed('card', 'card'),
};

const other = closed('other', 'other');

/** What a message holds; one of an unknown type, or of a shape that it should not have, is `other`. */
export function readContent(raw: Raw): Content {
  const reader = Object.hasOwn(readers, raw.type) ? readers[raw.type] : undefined;
  try {
    return reader ? reader(raw, parseJson(raw.content)) : other(raw);
  } catch {
    return other(raw);
  }
}
