import { findSecrets, maskSecrets } from './mask-secrets.ts';

/**
 * The text with what belongs to people in stars, for a text that goes to others than it was written for. Landlines stay:
 * an office is called by them.
 */
export function maskPeople(text: string): string {
  const masked = maskSecrets(text);
  const parts: string[] = [];
  let done = 0;
  for (const { kind, from, to } of findSecrets(text)) {
    if (kind !== 'landline' || from < done) continue;
    parts.push(masked.slice(done, from), text.slice(from, to));
    done = to;
  }
  return parts.join('') + masked.slice(done);
}
