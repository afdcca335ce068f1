import { seedTrouble } from '../text/zh/cli.ts';

/** A file of the seeds that is absent or not as it should be; the message is for the person who keeps it. */
export class SeedError extends Error {
  readonly file: string;

  constructor(file: string, where: string | null, cause: unknown) {
    super(where === null ? seedTrouble.unreadable(file) : seedTrouble.wrong(file, where), { cause });
    this.name = 'SeedError';
    this.file = file;
  }
}
