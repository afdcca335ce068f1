import { fold } from '../hanzi/fold.ts';
import { type AccountId, accountId } from './account.ts';
import { readCode } from './code-word.ts';
import type { EnterpriseId } from './types.ts';

/** Somebody that the platform named by id; the name is for showing. */
export interface Known {
  readonly account: AccountId;
  readonly name: string;
}

/** Whom a command means: by mention, by a name that somebody typed (which proves nothing), or nobody. */
export type Whom =
  | { readonly kind: 'mentioned'; readonly people: readonly Known[] }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'nobody' };

/** What `words` are: everything that is typed behind the command. */
export type PeopleCommand =
  | { readonly kind: 'who-am-i' }
  | { readonly kind: 'help' }
  | { readonly kind: 'bind-group'; readonly words: string }
  | { readonly kind: 'bind-desk'; readonly words: string; readonly whom: Whom }
  | { readonly kind: 'bind-specialist'; readonly words: string; readonly whom: Whom }
  | { readonly kind: 'bind-supervisor'; readonly words: string; readonly whom: Whom }
  | { readonly kind: 'bindings'; readonly page: number }
  | { readonly kind: 'unbind'; readonly number: number }
  | { readonly kind: 'invite'; readonly role: InvitedRole; readonly words: string }
  | { readonly kind: 'use-code'; readonly code: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'absent'; readonly until: string; readonly whom: Whom }
  | { readonly kind: 'return' }
  | { readonly kind: 'hand-over'; readonly whom: Whom; readonly confirmed: boolean }
  | { readonly kind: 'never-mind' }
  | { readonly kind: 'join'; readonly enterprise: string }
  | { readonly kind: 'members'; readonly enterprise: string; readonly id: EnterpriseId | null }
  | { readonly kind: 'confirm-member'; readonly number: number }
  | { readonly kind: 'remove-member'; readonly number: number };

export type InvitedRole = 'specialist' | 'handler' | 'supervisor' | 'administrator';

export interface Said {
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
}

type Parts = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly pattern: RegExp;
  readonly toCommand: (parts: Parts, whom: Whom) => PeopleCommand;
}

const LONGEST = 120;
/** 「绑定专员有什么用」 asks; it does not order. */
const ASKS = /[?？]|[吗呢么]$|怎么|什么|如何|哪[里个些]|为何|能不能|可以不/u;

const INVITED: Readonly<Record<string, InvitedRole>> = {
  专员: 'specialist',
  承办: 'handler',
  承办人: 'handler',
  督办: 'supervisor',
  督办员: 'supervisor',
  管理员: 'administrator',
};

const bind =
  (kind: 'bind-desk' | 'bind-specialist' | 'bind-supervisor'): Rule['toCommand'] =>
  ({ words = '' }, whom) => ({ kind, words, whom });

const numbered =
  (kind: 'unbind' | 'confirm-member' | 'remove-member'): Rule['toCommand'] =>
  ({ number }) => ({ kind, number: Number(number) });

const COUNT = String.raw`[\d一二两三四五六七八九十]{1,3}`;
/** The last day of an absence, as it is typed without 「到」. */
const DAY = [
  String.raw`${COUNT}\s*个?(?:天|日|周|星期|礼拜)`,
  '(?:今|明|大?后)[天日]',
  '(?:本|这个?|下{1,2}个?)?(?:周|星期|礼拜)[一二三四五六日天末]',
  String.raw`(?:\d{4}年)?${COUNT}月${COUNT}[日号]?`,
  '(?:本|这个|下)?个?月底',
].join('|');

const NUMBER = String.raw`[\s#]*(?<number>\d{1,6})号?`;

/** Patterns of the folded, one-line text; `words` always run to its end. */
const RULES: readonly Rule[] = [
  { pattern: /^(?:我是谁|我的(?:身份|角色|账号|绑定))$/u, toCommand: () => ({ kind: 'who-am-i' }) },
  { pattern: /^\/?(?:帮助|使用帮助|使用说明|help)$/u, toCommand: () => ({ kind: 'help' }) },
  {
    pattern: /^绑定\s*企业群(?<words>.*)$/u,
    toCommand: ({ words = '' }) => ({ kind: 'bind-group', words }),
  },
  { pattern: /^绑定\s*承办(?:单位|人)?(?<words>.*)$/u, toCommand: bind('bind-desk') },
  { pattern: /^绑定\s*专员(?<words>.*)$/u, toCommand: bind('bind-specialist') },
  { pattern: /^绑定\s*督办员?(?<words>.*)$/u, toCommand: bind('bind-supervisor') },
  {
    pattern: /^(?:绑定列表|绑定清单|查看绑定|所有绑定)\s*(?<number>\d{1,4})?$/u,
    toCommand: ({ number }) => ({ kind: 'bindings', page: Math.max(1, Number(number ?? 1)) }),
  },
  { pattern: new RegExp(`^(?:解绑|解除绑定|取消绑定)${NUMBER}$`, 'u'), toCommand: numbered('unbind') },
  {
    pattern: /^邀请\s*(?<role>专员|承办人?|督办员?|管理员)(?<words>.*)$/u,
    toCommand: ({ role = '', words = '' }) => ({
      kind: 'invite',
      role: INVITED[role] as InvitedRole,
      words,
    }),
  },
  { pattern: /^(?:关联账号|账号关联|关联帐号)$/u, toCommand: () => ({ kind: 'link' }) },
  { pattern: /^(?:(?:解除|取消)关联(?:账号)?)$/u, toCommand: () => ({ kind: 'unlink' }) },
  {
    pattern: /^请假\s*(?<until>\S[^由]*?)\s*[,，]?\s*由\s*(?<name>.*?)\s*(?:来?代(?:理|班|管)?)$/u,
    toCommand: ({ until = '', name }, whom) => ({ kind: 'absent', until, whom: meant(whom, name) }),
  },
  {
    pattern: new RegExp(String.raw`^请假\s*(?<until>[到至].+|${DAY})$`, 'u'),
    toCommand: ({ until = '' }, whom) => ({ kind: 'absent', until, whom }),
  },
  { pattern: /^请假$/u, toCommand: (_, whom) => ({ kind: 'absent', until: '', whom }) },
  { pattern: /^(?:销假|取消请假|结束请假)$/u, toCommand: () => ({ kind: 'return' }) },
  {
    pattern: /^(?:移交\s*(?:全部|所有)|(?:全部|所有)\s*移交)\s*给\s*(?<name>.*)$/u,
    toCommand: ({ name }, whom) => ({ kind: 'hand-over', whom: meant(whom, name), confirmed: false }),
  },
  {
    // 「加入企业家协会」 names no enterprise.
    pattern: /^加入企业(?<words>(?:[\s:].*|.*(?:公司|集团|厂|店|中心|合作社|事务所))?)$/u,
    toCommand: ({ words = '' }) => ({ kind: 'join', enterprise: words }),
  },
  {
    pattern: /^(?:成员|成员列表|企业成员|待确认成员)(?:\s+(?<words>.*))?$/u,
    toCommand: ({ words = '' }) => ({ kind: 'members', enterprise: words, id: null }),
  },
  {
    pattern: new RegExp(`^(?:确认|通过)成员${NUMBER}$`, 'u'),
    toCommand: numbered('confirm-member'),
  },
  {
    pattern: new RegExp(`^(?:移除|删除|拒绝)成员${NUMBER}$`, 'u'),
    toCommand: numbered('remove-member'),
  },
];

const meant = (whom: Whom, name = ''): Whom =>
  whom.kind === 'nobody' && name !== '' ? { kind: 'named', name } : whom;

/** The text without 「@李四」: whoever was mentioned by id is known, any other name behind an @ is but a name. */
function takeMentions({ text, mentions }: Said): { readonly text: string; readonly whom: Whom } {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const without = byLength.reduce((rest, { name }) => rest.replaceAll(`@${name}`, ' '), text);
  const people = mentions.flatMap(({ id, name }) => {
    const account = accountId(id);
    return account === null ? [] : [{ account, name }];
  });
  const stranger = /@\s*(\S+)/u.exec(without)?.[1];
  const rest = without.replace(/@\s*\S*/gu, ' ').trim();
  if (stranger !== undefined) return { text: rest, whom: { kind: 'named', name: stranger } };
  return {
    text: rest,
    whom: people.length > 0 ? { kind: 'mentioned', people } : { kind: 'nobody' },
  };
}

/** The command that a message is, with the people that it mentions; null where it is none. */
export function parsePeopleCommand(said: Said): PeopleCommand | null {
  if (said.text.length > LONGEST || /[\n\r]/.test(said.text.trim())) return null;
  const code = readCode(said.text);
  if (code !== null) return { kind: 'use-code', code };
  const { text, whom } = takeMentions(said);
  // Folding keeps length, so that names can be taken over as they were typed.
  const folded = fold(text);
  for (const { pattern, toCommand } of RULES) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const words = found.groups?.['words'];
    const typed = words === undefined ? '' : text.slice(text.length - words.length);
    if (ASKS.test(typed)) return null;
    const tail = words === undefined ? {} : { words: typed.replace(/^[\s:：,，]+|[\s。.!！]+$/gu, '') };
    return toCommand({ ...found.groups, ...tail }, whom);
  }
  return null;
}
