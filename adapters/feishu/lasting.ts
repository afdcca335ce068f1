/** What is asked for once and remembered for a while; failures are not remembered. */
export interface Lasting<Value> {
  readonly get: () => Promise<Value>;
}

export function createLasting<Value>(
  load: () => Promise<Value>,
  { forMs, now }: { readonly forMs: number; readonly now: () => number },
): Lasting<Value> {
  let loading: Promise<Value> | null = null;
  let until = Number.NEGATIVE_INFINITY;
  return {
    get: () => {
      if (loading !== null && now() < until) return loading;
      const fresh = load();
      loading = fresh;
      until = now() + forMs;
      fresh.catch(() => {
        if (loading === fresh) loading = null;
      });
      return fresh;
    },
  };
}
