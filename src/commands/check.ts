import type { CheckName } from '../text/zh/doctor.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  readonly says: string;
}

export const well = (name: CheckName, says: string): Check => ({ name, ok: true, says });
export const unwell = (name: CheckName, says: string): Check => ({ name, ok: false, says });
