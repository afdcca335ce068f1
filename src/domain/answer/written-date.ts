import type { LocalDate } from '../time.ts';

/** 「2024年12月31日」, also with zeros and spaces, and 「2024-12-31」, as documents write a date. */
export function writtenAs(on: LocalDate): RegExp {
  const [year, month, day] = on.split('-').map(Number);
  return new RegExp(`${year}\\s*[年./-]\\s*0?${month}\\s*[月./-]\\s*0?${day}(?!\\d)`);
}
