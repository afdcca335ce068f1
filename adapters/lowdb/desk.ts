import type { Envelope } from './envelope.ts';

/** A record under the name by which its work is told from that of others. */
interface Named<Kind> {
  readonly kind: Kind;
  readonly id: string;
}

/** What the record becomes; null where it stays as it is. */
type Change = (before: Envelope | null) => Envelope | null;

/** Work on records: in each record one thing after another. */
export interface Desk<Kind> {
  /** Changes that wait for each other are saved together. Resolves when that is on disk; false where nothing changed. */
  readonly change: (record: Named<Kind>, change: Change) => Promise<boolean>;
  /** Does something with a record while nobody else does. */
  readonly alone: <Value>(record: Named<Kind>, work: () => Promise<Value>) => Promise<Value>;
}

export interface DeskDeps<Kind> {
  readonly load: (kind: Kind, id: string) => Promise<Envelope | null>;
  readonly save: (kind: Kind, envelope: Envelope) => Promise<void>;
}

interface Waiting {
  readonly change: Change;
  readonly resolve: (isChanged: boolean) => void;
  readonly reject: (error: unknown) => void;
}

type Job = Waiting | (() => Promise<void>);

const isAlone = (job: Job): job is () => Promise<void> => typeof job === 'function';

/** Makes one change after another and saves what they come to. */
async function changeTogether<Kind>(
  { kind, id }: Named<Kind>,
  changes: readonly Waiting[],
  { load, save }: DeskDeps<Kind>,
): Promise<void> {
  const made: { readonly waiting: Waiting; readonly isChanged: boolean }[] = [];
  try {
    const before = await load(kind, id);
    let now = before;
    for (const waiting of changes) {
      try {
        const after = waiting.change(now);
        now = after ?? now;
        // Whoever changes nothing because of a change before it must hear of it when that is not saved.
        made.push({ waiting, isChanged: after !== null });
      } catch (error) {
        waiting.reject(error);
      }
    }
    if (now !== null && now !== before) await save(kind, now);
  } catch (error) {
    for (const { reject } of changes) reject(error);
    return;
  }
  for (const { waiting, isChanged } of made) waiting.resolve(isChanged);
}

/** Makes a desk on which nothing lies. */
export function createDesk<Kind extends { readonly name: string }>(deps: DeskDeps<Kind>): Desk<Kind> {
  const jobs = new Map<string, Job[]>();
  const workOff = async (record: Named<Kind>, name: string, waiting: Job[]): Promise<void> => {
    while (waiting.length > 0) {
      const [first] = waiting;
      if (first !== undefined && isAlone(first)) {
        waiting.shift();
        await first();
        continue;
      }
      const end = waiting.findIndex(isAlone);
      const together = waiting.splice(0, end < 0 ? waiting.length : end);
      await changeTogether(
        record,
        together.flatMap((job) => (isAlone(job) ? [] : [job])),
        deps,
      );
    }
    jobs.delete(name);
  };
  const add = (record: Named<Kind>, job: Job): void => {
    const name = `${record.kind.name}/${record.id}`;
    const waiting = jobs.get(name);
    if (waiting !== undefined) return void waiting.push(job);
    const first = [job];
    jobs.set(name, first);
    // What is added in the same breath belongs to it.
    void Promise.resolve().then(() => workOff(record, name, first));
  };
  return {
    change: (record, change) => new Promise((resolve, reject) => add(record, { change, resolve, reject })),
    alone: (record, work) =>
      new Promise((resolve, reject) => add(record, () => work().then(resolve, reject))),
  };
}
