import { fold } from '../hanzi/fold.ts';
import type { QuestionId } from './questions.ts';
import type { Facts } from './types.ts';

/** What an enterprise says about its own profile and what it can get. */
export type EnterpriseCommand =
  | { readonly kind: 'mine' }
  | { readonly kind: 'erase'; readonly isSure: boolean }
  | { readonly kind: 'keep' }
  | { readonly kind: 'export' }
  | { readonly kind: 'one-page' }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'apart' }
  /** `step` from 1; null for where it stands. */
  | { readonly kind: 'growth'; readonly step: number | null }
  /** `page` from 1; `past`: what has expired, too; `lead`: what stands before the question. */
  | { readonly kind: 'offers'; readonly past: boolean; readonly page: number; readonly lead: string }
  /** The offer with this number in the list, from 1. */
  | { readonly kind: 'offer'; readonly past: boolean; readonly number: number }
  | { readonly kind: 'correct'; readonly field: CorrectField; readonly value: string };

export type CorrectField = Exclude<keyof Facts, 'business' | 'assetsYuan'>;

type Rule = readonly [RegExp, (parts: Readonly<Record<string, string | undefined>>) => EnterpriseCommand];

const LONGEST = 200;
const PAST = /(?:也|还)?(?:包括|包含|含|连|带上?|加上)(?:已经?)?(?:过期|失效|到期)(?:了)?的?(?:也)?/;
const END = /[\s,，;；。.!！?？~]+$/;

const RULES: readonly Rule[] = [
  [
    /^(?:查看?|看看?|看一下|显示)?(?:我们?的?企业(?:资料|信息|档案)?|我的资料|企业资料|企业档案)$/,
    () => ({ kind: 'mine' }),
  ],
  [
    /^(?:删除|删掉|清除|清空|注销)(?:我们?的?)?(?:企业)?(?:的)?(?:资料|信息|档案)$/,
    () => ({ kind: 'erase', isSure: false }),
  ],
  [/^确认删除我的资料$/, () => ({ kind: 'erase', isSure: true })],
  [/^不删我的资料$/, () => ({ kind: 'keep' })],
  [/^导出(?:我们?的?)?(?:企业)?(?:的)?(?:资料|信息|档案)$/, () => ({ kind: 'export' })],
  [/^(?:打印|生成|出)?(?:我们?的?)?一企一策$/, () => ({ kind: 'one-page' })],
  [/^并入企业资料$/, () => ({ kind: 'adopt' })],
  [/^不并入$/, () => ({ kind: 'apart' })],
  [
    /^(?:我们?的?)?(?:下一步|成长路径|成长阶梯|培育梯度|梯度)(?:\s*第?(?<number>[1-9])步?)?$/,
    ({ number }) => ({ kind: 'growth', step: number === undefined ? null : Number(number) }),
  ],
];

const PAGED = /^更多政策\s*(?<number>\d{1,3})?$/;
const PICKED = /^看第(?<number>\d{1,3})项$/;

/** 「我能享受什么政策」「公司现在可以申请哪些补贴」, at the end of a message. */
const OFFERS =
  /(?:像)?(?:我们?|俺们?|咱们?)?(?:这[种样]的?)?(?:企业|公司|厂子?|店|个体户?)?(?:现在|目前|今年|到底|还|都)*(?:能够?|可以|可)(?:享受|申请|申报|申领|拿|领|获得|得)(?:到|上)?的?(?:有)?(?:些|哪些|什么|啥|哪几[项个])(?:样的)?(?:扶持|惠企|优惠|奖补)*(?:政策|补贴|补助|奖励|奖补|优惠|扶持)(?:呢|啊|呀)?$/;
const POLITE = /^(?:你好|您好|老师|小企|请问|问一下|想问(?:一?下)?|[\s,，。!！])+/;
const OTHER_OFFERS =
  /^(?:有(?:什么|哪些|啥)(?:政策|补贴|奖励)(?:是)?(?:适合|符合|给)我们?(?:企业|公司|厂|店)?(?:的)?|(?:适合|符合)我们?(?:企业|公司|厂|店)?的政策(?:有哪些)?|匹配政策|政策匹配|政策找企业|我的政策|政策体检)$/;

const FIELDS: readonly (readonly [CorrectField, RegExp])[] = [
  ['name', /(?:企业|公司)?(?:名称|名字|全称)/],
  ['creditCode', /(?:统一)?(?:社会)?信用代码/],
  ['place', /地区|所在地|区县|区域|地址/],
  ['industry', /行业|主业|主营/],
  ['staff', /人数|员工数?|职工数?/],
  ['revenueYuan', /(?:年)?(?:营收|营业额|销售额|收入)/],
  ['founded', /成立(?:年份|时间|年)?|注册年份/],
  ['form', /类型|性质/],
  ['holdings', /认定|资质|称号/],
];

/** 「改名称需要什么材料」 asks. */
const ASKS = /[?？]|[吗呢么]$|怎么|什么|如何|哪[里个些]|多少|能不能|可以不/;
const GAP = '\\s*(?:\\s|改?[为成是]|[:：]|(?=\\d))\\s*';

const corrections = FIELDS.flatMap(([field, { source }]) => [
  { field, pattern: new RegExp(`^(?:修改|更正|改)(?:一下)?\\s*(?:我们?的?)?(?:${source})${GAP}`) },
  { field, pattern: new RegExp(`^(?:我们?的?)?(?:${source})\\s*(?:改成|改为|更正为|应该是)\\s*[:：]?\\s*`) },
]);

/** 「改 人数 50人」「更正营收：800万」「人数改成50人」; the value as it was typed. */
function correctionIn(folded: string, typed: string): EnterpriseCommand | null {
  for (const { field, pattern } of corrections) {
    const hit = pattern.exec(folded);
    const value = hit === null ? '' : typed.slice(hit[0].length).trim();
    if (value !== '' && !ASKS.test(value)) return { kind: 'correct', field, value };
  }
  return null;
}

function offersIn(text: string): EnterpriseCommand | null {
  const past = PAST.test(text);
  const rest = text.replace(PAST, '').replace(POLITE, '').replace(END, '');
  if (past && rest === '') return { kind: 'offers', past, page: 1, lead: '' };
  const page = PAGED.exec(rest);
  if (page) return { kind: 'offers', past, page: Number(page.groups?.['number'] ?? 2), lead: '' };
  const picked = PICKED.exec(rest);
  if (picked) return { kind: 'offer', past, number: Number(picked.groups?.['number']) };
  if (OTHER_OFFERS.test(rest)) return { kind: 'offers', past, page: 1, lead: '' };
  const hit = OFFERS.exec(rest);
  return hit ? { kind: 'offers', past, page: 1, lead: rest.slice(0, hit.index).replace(END, '') } : null;
}

/** The command that a message is; null where it is none. */
export function readEnterpriseCommand(message: string): EnterpriseCommand | null {
  const typed = message.trim();
  if (typed.length > LONGEST) return null;
  // Folding keeps the length, so that a value can be cut out of what was typed.
  const text = fold(typed);
  const bare = text.replace(END, '').replace(/^(?:请|麻烦)?(?:帮我)?/, '');
  for (const [pattern, toCommand] of RULES) {
    const hit = pattern.exec(bare);
    if (hit) return toCommand(hit.groups ?? {});
  }
  return correctionIn(text, typed) ?? offersIn(text);
}

/** The question that a field of the profile answers. */
export const QUESTION_OF: Readonly<Record<CorrectField, QuestionId>> = {
  name: 'identity',
  creditCode: 'identity',
  place: 'place',
  industry: 'industry',
  staff: 'size',
  revenueYuan: 'size',
  founded: 'form',
  form: 'form',
  holdings: 'titles',
};
