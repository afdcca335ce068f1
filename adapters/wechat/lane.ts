/** Does one thing after another; what fails does not keep the next from being done. */
export interface Lane {
  readonly run: (work: () => Promise<void>) => void;
  /** Resolves when nothing is left. */
  readonly idle: () => Promise<void>;
}

/** A lane with nothing in it. */
export function createLane(onError: (error: unknown) => void): Lane {
  let last: Promise<void> = Promise.resolve();
  const idle = async (): Promise<void> => {
    const seen = last;
    await seen;
    if (seen !== last) await idle();
  };
  return {
    run: (work) => {
      last = last.then(work).catch(onError);
    },
    idle,
  };
}
