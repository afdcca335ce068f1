import { z } from 'zod';
import type { HolidayData } from '../domain/calendar.ts';
import { parseLocalDate, partsOf } from '../domain/time.ts';

const days = z.record(
  z.string().refine((text) => parseLocalDate(text) !== null),
  z.string().trim().min(1),
);

const notice = z
  .object({ notice: z.string().trim().min(1), holidays: days, workdays: days })
  .refine(({ holidays, workdays }) => Object.keys(holidays).every((on) => !Object.hasOwn(workdays, on)), {
    path: ['workdays'],
  });

/** A notice may reach back into December, for the New Year's holiday, and no further. */
function isWithin(on: string, noticeYear: string): boolean {
  const parsed = parseLocalDate(on);
  if (parsed === null) return false;
  const { year, month } = partsOf(parsed);
  return year === Number(noticeYear) || (year === Number(noticeYear) - 1 && month === 12);
}

/** `holidays.json` of the seeds, where a new notice is entered. */
export const holidayData: z.ZodType<HolidayData> = z.object({
  years: z.record(z.string().regex(/^20\d\d$/), notice).superRefine((years, context) => {
    for (const [year, { holidays, workdays }] of Object.entries(years)) {
      const astray = Object.keys({ ...holidays, ...workdays }).find((on) => !isWithin(on, year));
      if (astray !== undefined) context.addIssue({ code: 'custom', path: [year, astray], input: astray });
    }
  }),
});
