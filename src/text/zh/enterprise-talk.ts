import type { CorrectField } from '../../domain/enterprise/commands.ts';
import type { Facts, Profile } from '../../domain/enterprise/types.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type ProfileView, profileReply, profileRows } from './enterprise.ts';
import { aboutYuan, formName } from './enterprise-words.ts';

/** What the digits of these offers are about. */
export const PROFILE_TOPIC = '资料';

const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n');

/** Names of what is known that share a line of the card. */
const CARD: readonly (readonly string[])[] = [
  ['名称'],
  ['统一社会信用代码'],
  ['地区', '类型', '成立'],
  ['行业'],
  ['人数', '年营收', '规模'],
  ['认定'],
];

/** The profile in at most six lines. */
function card(view: ProfileView): string {
  const rows = new Map(profileRows(view));
  return CARD.flatMap((names) => {
    const parts = names.flatMap((name) => (rows.has(name) ? [`${name}：${rows.get(name)}`] : []));
    return parts.length === 0 ? [] : [parts.join('　')];
  }).join('\n');
}

const HOW_TO_CHANGE = '要改发“改 人数 50人”；也可“导出我的资料”“删除我的资料”。';

export const enterpriseTalk = {
  /** Before the first question. */
  begins: '先问几句，好帮您找政策；随时可停，已记的下次接着填。',
  /** 「我的企业」; `question` is what is still to be asked. */
  profile: (view: ProfileView, question: string | null): string =>
    lines(card(view), question === null ? HOW_TO_CHANGE : `还差：${question}`),
  /** An answer was taken. */
  noted: (next: string): string => `记下了。${next}`,
  skipped: (next: string): string => `好，跳过。${next}`,
  /** Twice not understood. */
  goesOn: (next: string): string => `没关系，先不填这一项。${next}`,
  done: (view: ProfileView): string =>
    lines('资料记好了：', card(view), '发“我能享受什么政策”看看能拿什么。'),
  nothingTold: '好，先不填。想填时发“我的企业”，直接问政策也可以。',
  stopped: '好，先填到这里。想接着填，发“我的企业”。',
  none: '还没有企业资料。发“我的企业”开始填，几句话就好。',
  eraseAsked: (isShared: boolean): string =>
    lines(
      `确定删除企业资料吗？${isShared ? '这是全企业共用的资料，' : ''}删了不能恢复，诉求记录不受影响。`,
      '回复 1 确认删除 | 2 不删',
    ),
  eraseSure: '确认删除',
  eraseNot: '不删',
  erased: '已删除企业资料，以后聊天里提到的也不再记。想重新填，发“我的企业”。',
  kept: '好，资料没有动。',
  exported: (view: ProfileView, { on, times }: { readonly on: LocalDate; readonly times: number }): string =>
    lines(`企业资料（${on}导出，共${times}次记录）：`, profileReply(view)),
  corrected: (view: ProfileView): string => lines('改好了：', card(view)),
  nowSame: '和记的一样，没有改动。',
  adoptAsked: (enterprise: string): string =>
    lines(`您以前自己填过资料，要并进${enterprise}的企业资料吗？同事也能看到。`, '回复 1 并入 | 2 不并入'),
  adoptHint: '您以前自己填过资料，发“并入企业资料”就能用上。',
  adopt: '并入',
  apart: '不并入',
  adopted: (enterprise: string): string => `已并进${enterprise}的企业资料，您个人的那份已清空。`,
  keptApart: '好，不并入，您个人的那份不动。',
  nothingToAdopt: '没有需要并入的个人资料。',
  /** Beneath a question in a group. */
  callMe: '（群里请@我回答，私聊我也行。）',
  /** In a group that is not the enterprise's own. */
  privately: '企业资料只在私聊里说，已私信您。',
  page: (name: string | null): string =>
    `${name ?? '您'}的“一企一策”做好了，一页，可以打印；金额和条件以文件原文为准。`,
  pageName: (name: string | null): string => `一企一策${name === null ? '' : `-${name}`}.html`,
} as const;

const SHOWN: Readonly<Record<CorrectField, (profile: Profile) => string | null>> = {
  name: ({ name }) => name,
  creditCode: ({ creditCode }) => creditCode,
  place: ({ place }) => place && (place.district ?? place.city ?? place.province),
  industry: ({ business, industry }) => business ?? industry,
  staff: ({ staff }) => (staff === null ? null : `${staff}人`),
  revenueYuan: ({ revenueYuan }) => (revenueYuan === null ? null : aboutYuan(revenueYuan)),
  founded: ({ founded }) => (founded === null ? null : `${founded}年`),
  form: ({ form }) => form && formName(form),
  holdings: () => null,
};

const FIELD_WORDS: Readonly<Record<CorrectField, string>> = {
  name: '名称',
  creditCode: '信用代码',
  place: '地区',
  industry: '行业',
  staff: '人数',
  revenueYuan: '营收',
  founded: '成立',
  form: '类型',
  holdings: '认定',
};

/** 「之前记的人数是30人，这次说50人。要改请发“改 人数 50人”。」 of the first thing that contradicts; null for none. */
export function contradictionText(profile: Profile, against: Facts): string | null {
  const told = { ...profile, business: null, ...against };
  for (const field of Object.keys(SHOWN) as CorrectField[]) {
    const [before, now] = [SHOWN[field](profile), SHOWN[field](told)];
    if (against[field] === undefined || before === null || now === null) continue;
    const word = FIELD_WORDS[field];
    return `之前记的${word}是${before}，这次说${now}。是变了吗？要改请发“改 ${word} ${now}”。`;
  }
  return null;
}
