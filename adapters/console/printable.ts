/**
 * Text that is safe on a terminal: no escape or control characters except tab and line feed, no marks that turn the
 * direction of writing, no halves of characters. What people and documents send goes through here before it is shown.
 */
export function toPrintable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}
