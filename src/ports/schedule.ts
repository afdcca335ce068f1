/** Does something again and again, at moments of the machine's clock. */
export interface Schedule {
  /** `cron`: five fields, in Asia/Shanghai. What takes longer than to the next moment is not begun twice. */
  readonly every: (cron: string, work: () => Promise<void>) => void;
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
}
