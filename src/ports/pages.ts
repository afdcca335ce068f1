/** A page that was kept. */
export interface KeptPage {
  /** What `read` finds it by. */
  readonly id: string;
  readonly bytes: number;
}

/** Pages that are made to be printed (一企一策), and calendars. They can be made again, so that a backup leaves them out. */
export interface Pages {
  /** Keeps a page under a name of letters, digits and dashes, a calendar with `.ics` behind it; what had that name before is replaced. */
  readonly keep: (name: string, html: string) => Promise<KeptPage>;
  /** Null where there is no such page. */
  readonly read: (id: string) => Promise<Uint8Array | null>;
  /** Where whoever sits at this machine finds it; null for the id of something else. */
  readonly pathOf: (id: string) => string | null;
  readonly remove: (name: string) => Promise<void>;
}
