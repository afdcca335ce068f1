import type { PolicyField } from '../../domain/policy/overlay.ts';
import type { Attachment } from '../../ports/message.ts';
import { libraryWords } from '../../text/zh/library.ts';
import type { Said } from '../turn/types.ts';

/** What an administrator is asked to confirm; files of the library by their names. */
export type Plan =
  /** `replaces`: the document that it is to stand for; null where it is new. */
  | { readonly kind: 'read'; readonly file: Attachment; readonly replaces: string | null }
  | {
      readonly kind: 'add';
      /** Its bytes, among the attachments. */
      readonly bytes: string;
      readonly name: string;
      readonly title: string;
      readonly replaces: string | null;
    }
  | { readonly kind: 'withdraw' | 'restore'; readonly file: string; readonly title: string }
  | {
      readonly kind: 'correct';
      readonly file: string;
      readonly title: string;
      readonly field: PolicyField;
      readonly value: string | null;
    }
  | { readonly kind: 'nothing' };

// A picked choice carries its plan whole. Read only where it was offered.
const MARK = '政策库:';

export const planWords = (plan: Plan): string => MARK + JSON.stringify(plan);

export const readPlan = (words: string): Plan | null =>
  words.startsWith(MARK) ? (JSON.parse(words.slice(MARK.length)) as Plan) : null;

/** What this person was asked last and has not answered; null where nothing is open. */
export function openPlan({ message, conversation, now }: Said): Plan | null {
  const offer = conversation.offers.findLast(
    ({ topic, for: whom, until }) => topic === libraryWords.topic && whom === message.from.id && until > now,
  );
  const first = offer?.choices[0];
  return first === undefined ? null : readPlan(first.says);
}
