import { isOpen, waitingFrom } from '../../src/domain/delivery/fate.ts';
import type { Delivery, NewDelivery, Verdict } from '../../src/domain/delivery/types.ts';
import { type Cargo, type Kind, RecordsError } from '../../src/ports/records.ts';

type Outbox = readonly Delivery<Cargo>[];

/** A record as it is stored. */
export interface Envelope {
  readonly kind: string;
  /** Of the data's shape. */
  readonly version: number;
  readonly id: string;
  readonly data: unknown;
  readonly outbox: Outbox;
}

/** Deliveries given up or of unknown fate that a record keeps for those who ask. */
const MOST_ENDED = 20;

const isEnvelope = (value: unknown): value is Envelope => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, version, id, outbox } = value as Partial<Envelope>;
  return (
    typeof kind === 'string' &&
    Number.isInteger(version) &&
    typeof id === 'string' &&
    'data' in value &&
    Array.isArray(outbox)
  );
};

/** Reads a stored record; null where the text is none. */
export function parseEnvelope(text: string): Envelope | null {
  try {
    const value: unknown = JSON.parse(text);
    return isEnvelope(value) ? value : null;
  } catch {
    return null;
  }
}

/** The data in today's shape. Throws `RecordsError` where a newer program has written it. */
export function dataOf<Data>(kind: Kind<Data>, { version, id, data }: Envelope): Data {
  if (version > kind.version) throw new RecordsError('newer', { subject: `${kind.name}/${id}` });
  // What has today's version was written by this program.
  return version === kind.version ? (data as Data) : kind.migrate(data, version);
}

function bounded(outbox: Outbox): Outbox {
  const ended = outbox.filter((delivery) => !isOpen(delivery)).map(({ id }) => id);
  const tooOld = new Set(ended.slice(0, Math.max(0, ended.length - MOST_ENDED)));
  return outbox.filter(({ id }) => !tooOld.has(id));
}

/** The outbox with new deliveries behind the old ones; one whose id is there already is not added again. */
export function withNew(
  outbox: Outbox,
  added: readonly NewDelivery<Cargo>[],
  nextNumber: () => number,
): Outbox {
  const known = new Set(outbox.map(({ id }) => id));
  const fresh = added
    .filter(({ id }) => !known.has(id))
    .map((delivery) => ({ ...delivery, number: nextNumber(), state: waitingFrom(delivery.createdAt) }));
  return bounded([...outbox, ...fresh]);
}

/** What was to be said is not kept for ever: who is told that it did not arrive was told the words too. */
const withoutWords = (cargo: Cargo): Cargo => ('order' in cargo ? cargo : { text: '' });

/** The outbox after one delivery took a turn. */
export const withVerdict = (outbox: Outbox, id: string, verdict: Verdict): Outbox =>
  outbox.flatMap((delivery) => {
    if (delivery.id !== id) return [delivery];
    if (verdict.kind === 'sent') return [];
    const after = { ...delivery, state: verdict };
    return [isOpen(after) ? after : { ...after, content: withoutWords(after.content) }];
  });
