import type { IntentKind } from '../../../domain/conversation/intent.ts';
import type { AppealDeps } from '../carry-out.ts';

/** What opening an appeal rests on. */
export interface OpeningDeps extends AppealDeps {
  /** What a message that is no command is meant as; `open`: an appeal of the person is. */
  readonly intentOf: (text: string, open: boolean) => IntentKind;
  /** 「诉求 …」「转人工」「答错了」, with what comes behind. */
  readonly openingOf: (
    text: string,
  ) => { readonly kind: 'appeal' | 'human' | 'dislike'; readonly rest: string } | null;
  readonly isSameMatter: (one: string, other: string) => boolean;
  /** Codes of what a matter does not say. */
  readonly lacksOf: (text: string) => readonly string[];
}
