/**
 * Syncs a folder for all who wait for it together. One that is under way may have begun before the last of them wrote,
 * so they wait for the next.
 */
export function shareSyncs(sync: (folder: string) => Promise<void>): (folder: string) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  const begin = (folder: string): Promise<void> => {
    const mine = sync(folder).finally(() => {
      if (underWay.get(folder) === mine) underWay.delete(folder);
    });
    underWay.set(folder, mine);
    next.delete(folder);
    return mine;
  };
  return (folder) => {
    const before = underWay.get(folder);
    if (before === undefined) return begin(folder);
    const waiting =
      next.get(folder) ??
      before.then(
        () => begin(folder),
        () => begin(folder),
      );
    next.set(folder, waiting);
    return waiting;
  };
}
