import { isCalendarDay } from './check-digits.ts';
import { Gap } from './gaps.ts';
import type { Page } from './number-window.ts';
import { type Code, readCode } from './read-code.ts';

const TRAVEL = /^(?:[egdsphcwmlt]\d{8}|[hm]\d{10}|[ec][a-hj-np-z]\d{7}|1[45]\d{7}|[a-z]{2}\d{7})$/;
const TRAVEL_LENGTHS = [9, 11, 15, 8];
const REACH = { back: 16, ahead: 0 };

/** 「E12345678」, 「C1234567A」: passports, permits; a product's or contract's code where one is announced. */
export function travelDocument({ text, labels }: Page, at: number): Code | null {
  // Those of digits alone are found by their label.
  if (!/[a-z]/.test(text.charAt(at)) && !labels.near('travel', at, REACH)) return null;
  const code = readCode(text, at, {
    most: 16,
    widest: labels.near('travel', at, REACH) ? Gap.noise : Gap.light,
  });
  const length = TRAVEL_LENGTHS.find(
    (size) => code.text.length >= size && (code.text.length === size || code.cuts[size] === true),
  );
  if (length === undefined) return null;
  const body = code.text.slice(0, length);
  const exact = { ...code, places: code.places.slice(0, length) };
  const between = labels.before('travel', at, 14);
  if (between !== null && /^(?:[a-z]{1,2}\d{6,10}|[a-z]{3}\d{12})$/.test(body)) return exact;
  if (!TRAVEL.test(body) || !/^[a-z]/.test(body) || labels.before('document', at, 12) !== null) return null;
  if (isCalendarDay(body.slice(1, 9)) || code.cuts.slice(1, length).filter(Boolean).length > 3) return null;
  if (/^[a-z]{2}/.test(body) && !/^e[a-hj-np-z]|^c[a-z]/.test(body)) return null;
  return /[a-z0-9/#=:]\s?$/.test(text.slice(Math.max(0, at - 1), at)) && /[/#=]/.test(text.charAt(at - 1))
    ? null
    : exact;
}
