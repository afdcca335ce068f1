import { type Attachments, MOST_BYTES } from '../ports/attachments.ts';
import { ChannelError } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Attachment } from '../ports/message.ts';

/** How a kept file stands in a record: fingerprint, kind, bytes, and the sender's name for it. */
export const toRef = ({ id, kind, bytes, name }: Attachment): string => `${id} ${kind} ${bytes ?? 0} ${name}`;

const REF = /^([0-9a-f]{64}) (file|image) (\d+) (.*)$/s;

/** The file that a record names, as it goes out; null for what was never kept. */
export function readRef(ref: string): Attachment | null {
  const [, id, kind, bytes, name = ''] = REF.exec(ref) ?? [];
  if (id === undefined || kind === undefined) return null;
  return { id, kind: kind === 'image' ? 'image' : 'file', bytes: Number(bytes), name };
}

/** Files by how they stand in a record, and the names of those that could not be had. */
export interface KeptFiles {
  readonly refs: readonly string[];
  readonly lost: readonly string[];
}

/** Keeps files that came in a chat. */
export type KeepFiles = (files: readonly Attachment[], chat: string) => Promise<KeptFiles>;

export interface KeepFilesDeps {
  /** Throws `ChannelError`. */
  readonly fetch: (file: Attachment, chat: string) => Promise<Uint8Array>;
  readonly attachments: Pick<Attachments, 'put'>;
  readonly log: Log;
}

/** Fetches files and keeps them, so that they outlive the chat and go along wherever the message goes. */
export function createKeepFiles({ fetch, attachments, log }: KeepFilesDeps): KeepFiles {
  const keep = async (file: Attachment, chat: string): Promise<string | null> => {
    if ((file.bytes ?? 0) > MOST_BYTES) return null;
    try {
      const bytes = await fetch(file, chat);
      if (bytes.length > MOST_BYTES) return null;
      return toRef({ ...file, id: await attachments.put(bytes), bytes: bytes.length });
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      log.warn('attachment-lost', { id: file.id, code: error.code });
      return null;
    }
  };
  return async (files, chat) => {
    const refs: string[] = [];
    const lost: string[] = [];
    for (const file of files) {
      const ref = await keep(file, chat);
      if (ref === null) lost.push(file.name);
      else refs.push(ref);
    }
    return { refs, lost };
  };
}
