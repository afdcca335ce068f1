import type { PolicyCorrections, PolicyNotes } from '../../domain/policy/overlay.ts';
import type { Instant } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import type { CarryOut } from '../orders.ts';

/** What is done with a document; `title` is how it was shown to whoever did it. */
export type DocumentDeed =
  | { readonly kind: 'added'; readonly name: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'replaced'; readonly by: string }
  | { readonly kind: 'corrected'; readonly corrections: PolicyCorrections };

/** Order to the record of one document; `by` and `at`: who said so, when. */
export interface DocumentOrder {
  readonly file: string;
  readonly title: string;
  readonly deed: DocumentDeed;
  readonly by: string;
  readonly at: Instant;
}

/** What people said of one document of the library: `document/<digest of its file name>`. */
export interface KeptDocument extends PolicyNotes {
  /** As it was sent; null for those that nobody sent. */
  readonly name: string | null;
  /** How it was last shown; a withdrawn one is listed by it. */
  readonly title: string;
  /** Everything that was done with it, the oldest first. */
  readonly deeds: readonly { readonly deed: DocumentDeed; readonly by: string; readonly at: Instant }[];
  readonly causes: readonly string[];
}

const ALL = 'all';

export const DOCUMENT: Kind<KeptDocument> = {
  name: 'document',
  version: 1,
  migrate: (older) => older as KeptDocument,
  keys: () => [ALL],
};

function after(before: KeptDocument | null, { file, title, deed, by, at }: DocumentOrder): KeptDocument {
  const document: KeptDocument = before ?? {
    file,
    name: null,
    title,
    corrections: {},
    isWithdrawn: false,
    isReplaced: false,
    deeds: [],
    causes: [],
  };
  const changed = { ...document, deeds: [...document.deeds, { deed, by, at }] };
  switch (deed.kind) {
    // Sent again, it counts again.
    case 'added':
      return { ...changed, name: deed.name, title, isWithdrawn: false, isReplaced: false };
    case 'withdrawn':
      return { ...changed, title, isWithdrawn: true };
    case 'restored':
      return { ...changed, isWithdrawn: false, isReplaced: false };
    case 'replaced':
      return { ...changed, isReplaced: true };
    case 'corrected':
      return { ...changed, corrections: { ...document.corrections, ...deed.corrections } };
  }
}

export type Notes = ReadonlyMap<string, KeptDocument>;

/** What was said of documents, by their file names. Throws `RecordsError`. */
export async function readNotes(records: Pick<Records, 'find' | 'read'>): Promise<Notes> {
  const notes = new Map<string, KeptDocument>();
  for (const id of await records.find(DOCUMENT, ALL)) {
    const document = await records.read(DOCUMENT, id);
    if (document !== null) notes.set(document.file, document);
  }
  return notes;
}

export interface Documents {
  readonly notes: () => Notes;
  readonly carryOut: CarryOut;
}

/** Opens what was said of documents; `changed` is called, and waited for, after each change. Throws `RecordsError`. */
export async function openDocuments(
  records: Records,
  changed: (notes: Notes) => Promise<void>,
): Promise<Documents> {
  let notes = await readNotes(records);
  return {
    notes: () => notes,
    carryOut: async (id, order, cause) => {
      // Orders come out of outboxes that this program wrote.
      const told = order as DocumentOrder;
      let saved: KeptDocument | null = null;
      await records.update(DOCUMENT, id, (before) => {
        if (before?.causes.includes(cause)) return null;
        const data = after(before, told);
        saved = { ...data, causes: [...data.causes, cause] };
        return { data: saved };
      });
      if (saved === null) return;
      notes = new Map([...notes, [told.file, saved]]);
      await changed(notes);
    },
  };
}
