import type { Policy } from '../../domain/policy/types.ts';
import { type Attachments, MOST_BYTES } from '../../ports/attachments.ts';
import { ChannelError } from '../../ports/channel.ts';
import { DocumentError } from '../../ports/document-reader.ts';
import type { Attachment } from '../../ports/message.ts';
import { documentRefusal } from '../../text/zh/documents.ts';
import { libraryWords } from '../../text/zh/library.ts';

/** Brings the bytes of a file that came in a chat. Throws `ChannelError`. */
export type Fetch = (file: Attachment, chat: string) => Promise<Uint8Array>;

export interface TakeFileDeps {
  readonly fetch: Fetch;
  /** Throws `DocumentError`. */
  readonly parse: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Policy>;
  readonly attachments: Pick<Attachments, 'put' | 'get'>;
}

export type TakenFile =
  | { readonly kind: 'policy'; readonly policy: Policy; readonly bytes: string }
  | { readonly kind: 'refused'; readonly text: string };

/** Fetches a file, reads it as a policy and keeps its bytes; or says why not. */
export async function takeFile(
  { file, chat }: { readonly file: Attachment; readonly chat: string },
  { fetch, parse, attachments }: TakeFileDeps,
): Promise<TakenFile> {
  const { name } = file;
  try {
    if ((file.bytes ?? 0) > MOST_BYTES) throw new DocumentError('too-large');
    const bytes = await fetch(file, chat);
    if (bytes.length > MOST_BYTES) throw new DocumentError('too-large');
    const policy = await parse({ name, bytes });
    return { kind: 'policy', policy, bytes: await attachments.put(bytes) };
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'refused', text: documentRefusal(name, error.code) };
    if (!(error instanceof ChannelError)) throw error;
    const text = error.code === 'too-long' ? documentRefusal(name, 'too-large') : libraryWords.notFetched;
    return { kind: 'refused', text };
  }
}

const EXTENSIONS = ['docx', 'pdf', 'xlsx', 'txt', 'html', 'htm', 'md'];

/** The name of a document in the library: by its content, never by what somebody called it. */
export function libraryName(bytes: string, name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const stem = bytes.slice(0, 16);
  return EXTENSIONS.includes(extension) ? `${stem}.${extension}` : stem;
}
