import { ok, refuse, type Result } from '../result.ts';
import type { Asking } from './permission.ts';
import type { Happening, WordName } from './facts.ts';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './relation.ts';
import type { DeskId } from './types.ts';

/** What a decision brings about, before it is told who did it when. */
export interface Draft {
  readonly happening: Happening;
  readonly words: Readonly<Record<string, string>>;
}

export type Outcome = Result<readonly Draft[], RefusalCode>;

/** What somebody asks from, with all roles that he has. */
export interface Case extends Asking {
  readonly roles: readonly Role[];
  /** True for a unit of the directory. */
  readonly isUnit: (unit: DeskId) => boolean;
}

type Texts = Partial<Record<WordName, string | null>>;

export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** A draft with its words; what is blank is none. */
export const draft = (happening: Happening, texts: Texts = {}): Draft => ({
  happening,
  words: Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string' && !isBlank(text) ? [[name, text.trim()]] : [],
    ),
  ),
});

/** One event. */
export const only = (happening: Happening, texts: Texts = {}): Outcome => ok([draft(happening, texts)]);

/** Refused with a code, or done where there is none. */
export const unless = (code: RefusalCode | null, outcome: () => Outcome): Outcome =>
  code === null ? outcome() : refuse(code);

/** File ids as a text; null where there are none. */
export const listed = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : JSON.stringify(ids);
