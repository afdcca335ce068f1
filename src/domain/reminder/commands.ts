import { fold } from '../hanzi/fold.ts';
import { datesIn, lastDayIn } from '../policy/dates.ts';
import { plain } from '../policy/plain.ts';
import { type LocalDate, partsOf } from '../time.ts';
import { readOutcome, type SaidOutcome } from './outcome-words.ts';

/** A day as somebody types it; without a year it is the next such day. */
export interface TypedDay {
  readonly on: LocalDate;
  readonly at: string | null;
}

/** What is said about deadlines. */
export type ReminderCommand =
  | { readonly kind: 'list'; readonly topic: string }
  | { readonly kind: 'show'; readonly number: number }
  | {
      readonly kind: 'add';
      readonly day: TypedDay;
      readonly title: string;
      /** 仅限…; null for everyone. */
      readonly region: string | null;
    }
  /** 「截止 明年春天 某事」: nobody can tell which day is meant. */
  | { readonly kind: 'bad-day' }
  | {
      readonly kind: 'edit';
      readonly number: number;
      readonly day: TypedDay | null;
      readonly title: string | null;
      readonly region: string | null;
    }
  | { readonly kind: 'confirm'; readonly numbers: readonly number[]; readonly day: TypedDay | null }
  | { readonly kind: 'revoke'; readonly numbers: readonly number[] }
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'outcome' } & SaidOutcome)
  | { readonly kind: 'subscribe'; readonly topics: readonly string[] }
  | { readonly kind: 'unsubscribe'; readonly topics: readonly string[]; readonly numbers: readonly number[] }
  | { readonly kind: 'calendar' }
  /** 「换日历地址」: the old one ends; 「停用日历地址」: there is none any more. */
  | { readonly kind: 'calendar-address'; readonly step: 'renew' | 'revoke' }
  | { readonly kind: 'new-policies' }
  | {
      readonly kind: 'publish';
      readonly number: number;
      /** 「推送 N3」 shows whom it would reach; only 「确认推送 N3」 sends. */
      readonly step: 'preview' | 'send' | 'decline';
    };

const LONGEST = 200;
const NUMBERS = String.raw`(?<numbers>D\d{1,6}(?!\d)(?:[\s,、和]*D\d{1,6}(?!\d))*)`;

interface Rule {
  readonly pattern: RegExp;
  readonly toCommand: (groups: Readonly<Record<string, string>>, today: LocalDate) => ReminderCommand | null;
}

const numbersIn = (text = ''): readonly number[] => [
  ...new Set([...text.matchAll(/D(\d{1,6})/gi)].map((match) => Number(match[1]))),
];

const topicsIn = (text = ''): readonly string[] =>
  text
    .split(/[\s,，、和]+/u)
    .map((word) => word.trim())
    .filter((word) => word.length > 0 && word.length <= 20);

const REGION = /[\s,，(（]*仅限(?:于)?\s*(?<region>\p{Script=Han}{2,12})[)）]?\s*$/u;

/** The day at the beginning of a text, and what stands behind it. */
function dayIn(text: string, today: LocalDate): { readonly day: TypedDay; readonly rest: string } | null {
  const of = plain(text);
  const token = datesIn(of.text)[0];
  if (!token || token.start !== 0) return null;
  const { year } = partsOf(today);
  const written = token.year ?? (token.shift === null ? null : year + token.shift);
  const days =
    written === null ? [lastDayIn(token, year), lastDayIn(token, year + 1)] : [lastDayIn(token, written)];
  const on = days.find((day) => day !== null && (written !== null || day >= today)) ?? null;
  if (on === null || token.month === null) return null;
  return { day: { on, at: token.at }, rest: text.slice(of.at(token.end)).replace(/^[\s前止,，]+/u, '') };
}

function regionIn(text: string): { readonly region: string | null; readonly rest: string } {
  const found = REGION.exec(text);
  return found
    ? { region: found.groups?.['region'] ?? null, rest: text.slice(0, found.index) }
    : { region: null, rest: text };
}

function toAdd(words: string, today: LocalDate): ReminderCommand {
  const found = dayIn(words, today);
  // 「截止 专精特新」 asks for a list.
  if (found === null)
    return /^[\d今明后]/u.test(words) ? { kind: 'bad-day' } : { kind: 'list', topic: words };
  const { region, rest } = regionIn(found.rest);
  const title = rest.trim();
  return title.length < 2 ? { kind: 'bad-day' } : { kind: 'add', day: found.day, title, region };
}

function toEdit(number: number, words: string, today: LocalDate): ReminderCommand | null {
  const found = dayIn(words, today);
  const { region, rest } = regionIn(found === null ? words : found.rest);
  const title = rest.trim();
  const edit = { day: found?.day ?? null, title: title === '' ? null : title, region };
  return Object.values(edit).every((value) => value === null) ? null : { kind: 'edit', number, ...edit };
}

const STEPS = { 推送: 'preview', 预览: 'preview', 确认推送: 'send', 不推送: 'decline' } as const;

/** Patterns of the folded, one-line text. */
const RULES: readonly Rule[] = [
  {
    pattern: /^(?:近期申报|近期截止|申报截止|截止时间|截止提醒|最近有(?:什么|哪些)(?:可以|能)?申报的?)\??$/u,
    toCommand: () => ({ kind: 'list', topic: '' }),
  },
  { pattern: /^(?:待确认|待确认截止|待核实)$/u, toCommand: () => ({ kind: 'waiting' }) },
  {
    pattern: /^(?:截止|近期申报)(?:$|(?:[\s:]+|(?=\d))(?<words>.+)$)/u,
    toCommand: ({ words = '' }, today) => (words === '' ? { kind: 'list', topic: '' } : toAdd(words, today)),
  },
  {
    pattern: /^D(?<number>\d{1,6})$/iu,
    toCommand: ({ number }) => ({ kind: 'show', number: Number(number) }),
  },
  {
    pattern: /^(?:改|修改|更正)\s*D(?<number>\d{1,6})(?!\d)[\s:]*(?<words>.+)$/iu,
    toCommand: ({ number, words = '' }, today) => toEdit(Number(number), words, today),
  },
  {
    pattern: new RegExp(`^确认\\s*${NUMBERS}\\s*(?<words>.*)$`, 'iu'),
    toCommand: ({ numbers, words = '' }, today) => {
      const found = words === '' ? null : dayIn(words, today);
      if (words !== '' && found === null) return null;
      return { kind: 'confirm', numbers: numbersIn(numbers), day: found?.day ?? null };
    },
  },
  {
    pattern: new RegExp(`^(?:撤销|撤回|取消|删除)(?:截止)?\\s*${NUMBERS}$`, 'iu'),
    toCommand: ({ numbers }) => ({ kind: 'revoke', numbers: numbersIn(numbers) }),
  },
  {
    pattern: new RegExp(
      `^(?:退订|取消订阅|取消提醒|不再提醒|(?:别|不要|不用)再?提醒了?|TD)(?:\\s*${NUMBERS}|\\s*(?<words>.*))$`,
      'iu',
    ),
    toCommand: ({ numbers, words }) => ({
      kind: 'unsubscribe',
      topics: topicsIn(words),
      numbers: numbersIn(numbers),
    }),
  },
  {
    pattern: /^(?:订阅|订阅提醒|开启提醒)(?:$|[\s:]+(?<words>.+)$)/u,
    toCommand: ({ words }) => ({ kind: 'subscribe', topics: topicsIn(words) }),
  },
  {
    pattern: /^(?:日历|截止日历|申报日历|导出日历|日历地址|日历文件)$/u,
    toCommand: () => ({ kind: 'calendar' }),
  },
  {
    pattern: /^(?:(?:更换|换|重置|重新生成)(?:一个)?(?:新的?)?日历地址|日历(?:地址)?换(?:一个)?(?:地址)?)$/u,
    toCommand: () => ({ kind: 'calendar-address', step: 'renew' }),
  },
  {
    pattern: /^(?:停用|关闭|撤销|删除|取消)日历(?:地址)?$/u,
    toCommand: () => ({ kind: 'calendar-address', step: 'revoke' }),
  },
  { pattern: /^(?:新政策|待推送)$/u, toCommand: () => ({ kind: 'new-policies' }) },
  {
    pattern: /^(?<word>确认推送|不推送|推送|预览)\s*N(?<number>\d{1,6})$/iu,
    toCommand: ({ word, number }) => ({
      kind: 'publish',
      number: Number(number),
      step: STEPS[word as keyof typeof STEPS],
    }),
  },
];

/** The command that a message is; null where it is none. `today` gives days without a year theirs. */
export function parseReminderCommand(said: string, today: LocalDate): ReminderCommand | null {
  const text = said.trim();
  if (text.length > LONGEST || /[\n\r]/.test(text)) return null;
  const folded = fold(text).toUpperCase();
  for (const { pattern, toCommand } of RULES) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const { words } = found.groups ?? {};
    // Folding keeps length: a title is taken over as it was typed.
    const typed = words === undefined ? {} : { words: text.slice(text.length - words.length) };
    return toCommand({ ...found.groups, ...typed }, today);
  }
  const outcome = readOutcome(folded);
  return outcome === null ? null : { kind: 'outcome', ...outcome };
}
