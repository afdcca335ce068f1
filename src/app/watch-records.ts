import type { Records } from '../ports/records.ts';

/** Who wants to know what was saved. */
export interface Watcher {
  /** There is something new to be delivered to this chat or record. */
  readonly toDeliver: (target: string) => void;
  /** A record of this kind may be due at another time than before. */
  readonly changed: (kind: string) => void;
}

/** Records that tell what was saved once it is safe. */
export const watchRecords = (records: Records, { toDeliver, changed }: Watcher): Records => ({
  ...records,
  update: async (kind, id, change) => {
    let targets: readonly string[] = [];
    const isChanged = await records.update(kind, id, (before) => {
      const after = change(before);
      targets = (after?.deliveries ?? []).map(({ to }) => to);
      return after;
    });
    if (!isChanged) return false;
    for (const target of new Set(targets)) toDeliver(target);
    changed(kind.name);
    return true;
  },
  settle: async (pending, verdict, notices = []) => {
    await records.settle(pending, verdict, notices);
    for (const { to } of notices) toDeliver(to);
  },
});
