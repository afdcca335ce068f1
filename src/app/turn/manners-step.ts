import { type Manners, type MannersWish, readMannersWish } from '../../domain/conversation/manners.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Role } from '../../domain/people/types.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { mannersWords } from '../../text/zh/manners.ts';
import type { Step, Turn } from './types.ts';

export interface MannersDeps {
  readonly roster: () => Roster;
  readonly botName: string;
}

interface Rule {
  readonly who: readonly Role[];
  readonly refusal: string;
  readonly makes: Partial<Manners>;
  readonly said: (bot: string) => string;
  /** Said where it is so already. */
  readonly already: string | null;
}

const STAFF = { who: ['administrator', 'specialist'], refusal: mannersWords.staffOnly } as const;
const ADMINISTRATORS = { who: ['administrator'], refusal: mannersWords.administratorsOnly } as const;

const RULES: Readonly<Record<MannersWish, Rule>> = {
  hush: {
    ...STAFF,
    makes: { hush: 'on' },
    said: mannersWords.hushed,
    already: mannersWords.alreadyHushed,
  },
  speak: {
    ...STAFF,
    makes: { hush: 'off' },
    said: () => mannersWords.speaking,
    already: mannersWords.alreadySpeaking,
  },
  'answer-all': {
    ...ADMINISTRATORS,
    makes: { answersAll: true },
    said: mannersWords.answersAll,
    already: null,
  },
  'answer-asked': {
    ...ADMINISTRATORS,
    makes: { answersAll: false },
    said: () => mannersWords.answersAsked,
    already: null,
  },
};

const isSo = (wish: MannersWish, { hush }: Manners): boolean =>
  (wish === 'hush' && hush !== 'off') || (wish === 'speak' && hush === 'off');

/** 「小企 安静」「小企 说话」「小企 有问必答 开」: how the bot behaves in this group. */
export function createMannersStep({ roster, botName }: MannersDeps): Step {
  return async ({ message, text, conversation }): Promise<Turn | null> => {
    const wish = message.isGroup ? readMannersWish(text) : null;
    const account = accountId(message.from.id);
    if (wish === null || account === null) return null;
    const { who, refusal, makes, said, already } = RULES[wish];
    const roles = rolesOf(roster().whoIs(account));
    if (!who.some((role) => roles.includes(role))) return { reply: { text: refusal } };
    if (already !== null && isSo(wish, conversation.manners)) return { reply: { text: already } };
    return { reply: { text: said(botName) }, manners: makes };
  };
}
