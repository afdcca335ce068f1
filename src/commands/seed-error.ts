import { seedTrouble } from '../text/zh/cli.ts';

/** A file of the seeds that is absent or not as it should be; the message is for the person who keeps it. */
export class SeedError extends Error {
  readonly file: string;

  /** `where`: the place in the file; null where it cannot be read at all; or what is to be told of it. */
  constructor(file: string, where: string | { readonly says: string } | null, cause: unknown) {
    const isPlace = typeof where === 'string';
    super(isPlace ? seedTrouble.wrong(file, where) : (where?.says ?? seedTrouble.unreadable(file)), {
      cause,
    });
    this.name = 'SeedError';
    this.file = file;
  }
}
