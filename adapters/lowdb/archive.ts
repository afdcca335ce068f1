import { fileName, type Place, type Shelf } from './shelf.ts';

/** Records that are over and are not read at start: `archive/<month>/<kind>-<hash of the id>.json`. */
export interface Archive {
  /** Learns the names of what is there, without reading any of it. */
  readonly open: () => Promise<void>;
  /** Where an archived record stands; null where none does under this name. */
  readonly find: (kind: string, id: string) => Promise<Place | null>;
  /** Months with records of a kind, the oldest first. */
  readonly months: (kind: string) => readonly string[];
  readonly placesIn: (kind: string, month: string) => readonly Place[];
  /** Lays a live record under a month. */
  readonly take: (record: { readonly kind: string; readonly id: string }, month: string) => Promise<void>;
  /** Has a record stand among the live ones alone: there is one that may be changed. */
  readonly giveBack: (kind: string, id: string) => Promise<void>;
}

const ARCHIVE = 'archive';
const MONTH = /^\d{4}-\d{2}$/;

const drawerOf = (month: string): string => `${ARCHIVE}/${month}`;

/**
 * Nothing is ever moved, but written to its new place and then removed from the old one: whatever happens in between
 * leaves two equal copies, never none. Of two the live one counts, and before it is changed the other is removed.
 */
export function createArchive(shelf: Shelf, readOnly: boolean): Archive {
  /** The names (`<kind>-<file name>`) in each month: a hundred bytes an archived record. */
  let names: ReadonlyMap<string, Set<string>> = new Map();
  const nameOf = (kind: string, id: string): string => `${kind}-${fileName(id)}`;
  const monthOf = (name: string): string | undefined => {
    for (const [month, known] of names) if (known.has(name)) return month;
    return undefined;
  };
  const namesIn = (kind: string, month: string): readonly string[] => {
    const length = nameOf(kind, '').length;
    return [...(names.get(month) ?? [])].filter(
      (name) => name.startsWith(`${kind}-`) && name.length === length,
    );
  };
  const listAll = async (): Promise<void> => {
    const found = new Map<string, Set<string>>();
    for (const month of (await shelf.drawersIn(ARCHIVE)).filter((name) => MONTH.test(name)))
      found.set(month, new Set(await shelf.names(drawerOf(month))));
    names = found;
  };
  const find = async (kind: string, id: string): Promise<Place | null> => {
    const name = nameOf(kind, id);
    // Another process may have archived it since.
    if (readOnly && monthOf(name) === undefined) await listAll();
    const month = monthOf(name);
    return month === undefined ? null : shelf.place(drawerOf(month), name);
  };
  return {
    open: async () => {
      const months = (await shelf.drawersIn(ARCHIVE)).filter((name) => MONTH.test(name));
      if (!readOnly && months.length > 0) await shelf.prepare(months.map(drawerOf));
      await listAll();
    },
    find,
    months: (kind) => [...names.keys()].filter((month) => namesIn(kind, month).length > 0).toSorted(),
    placesIn: (kind, month) => namesIn(kind, month).map((name) => shelf.place(drawerOf(month), name)),
    take: async ({ kind, id }, month) => {
      if (!MONTH.test(month)) throw new RangeError(`no month: ${month}`);
      const live = shelf.place(kind, fileName(id));
      const text = await live.text.read();
      if (text === null) return;
      if (!names.has(month)) {
        await shelf.prepare([ARCHIVE, drawerOf(month)]);
        names = new Map([...names, [month, names.get(month) ?? new Set()]]);
      }
      // Known before it is there: a copy that a failure leaves is removed before the live record is changed.
      names.get(month)?.add(nameOf(kind, id));
      await shelf.place(drawerOf(month), nameOf(kind, id)).text.write(text);
      await live.remove();
    },
    giveBack: async (kind, id) => {
      const archived = await find(kind, id);
      if (archived === null) return;
      const live = shelf.place(kind, fileName(id));
      const text = await archived.text.read();
      if ((await live.text.read()) === null && text !== null) await live.text.write(text);
      await archived.remove();
      for (const known of names.values()) known.delete(nameOf(kind, id));
    },
  };
}
