/** Work that is done one after another for each name, whatever time each piece takes. */
export interface InOrder {
  readonly run: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
  readonly settled: () => Promise<void>;
}

export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (name, work) => {
      const before = last.get(name) ?? Promise.resolve();
      const result = before.then(work);
      const quiet = result.then(
        () => undefined,
        () => undefined,
      );
      last.set(name, quiet);
      void quiet.then(() => {
        if (last.get(name) === quiet) last.delete(name);
      });
      return result;
    },
    settled: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
