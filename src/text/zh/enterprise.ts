import type { Industry } from '../../domain/enterprise/industries.ts';
import type { AnswerRefusal, QuestionId } from '../../domain/enterprise/questions.ts';
import type { Sizing } from '../../domain/enterprise/size.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import { aboutYuan, formName, qualificationName, sizeName } from './enterprise-words.ts';

const QUESTION_TEXTS: Readonly<Record<QuestionId, string>> = {
  place: '企业在哪个区？比如“洪山区”“光谷”。',
  industry: '主要做什么？比如“做五金加工”“开餐馆”“写软件”。',
  size: '多少人，去年营收大概多少？比如“30人，800万”。',
  titles: '有哪些认定？比如高新技术企业、省级专精特新、规上；一个都没有就回“没有”。',
  form: '是企业还是个体工商户，哪年成立？',
  identity: '企业全称和统一社会信用代码？',
};

/** One question of the short dialogue, with the way past it. */
export const enterpriseQuestion = (question: QuestionId): string =>
  `${QUESTION_TEXTS[question]}（也可回“不填了”“跳过”）`;

const REFUSAL_TEXTS: Readonly<Record<AnswerRefusal, string>> = {
  empty: '没有收到文字，请再发一次，或回“跳过”。',
  'no-place': '没认出是哪个区，请写区名或城市名，或回“跳过”。',
  'no-industry': '没认出是哪一行，请换个说法，比如“做模具”“卖建材”，或回“跳过”。',
  'no-number': '没看到数字，请像“30人，800万”这样写，或回“跳过”。',
  'no-title': '没认出是哪种认定，请写全称，比如“高新技术企业”；没有就回“没有”。',
  'which-level': '请问是国家级、省级还是市级？级别不同，奖励不同。',
  'no-form': '请回“企业”或“个体户”，再写成立年份，或回“跳过”。',
  'no-name': '没认出企业名称，请写营业执照上的全称，或回“跳过”。',
  'credit-code-length': '统一社会信用代码是18位，请数一数再发，或回“跳过”。',
  'credit-code-check': '这个统一社会信用代码校验不过，可能有一位写错了，请对照营业执照再发，或回“跳过”。',
};

/** Why an answer was not understood and what to write instead. */
export const enterpriseRefusal = (code: AnswerRefusal): string => REFUSAL_TEXTS[code];

/** What a profile is shown with besides itself. */
export interface ProfileView {
  readonly profile: Profile;
  readonly industry: Industry | null;
  readonly sizing: Sizing;
}

/** What is known of an enterprise as pairs of name and value; unknown facts are left out. */
export function profileRows({
  profile,
  industry,
  sizing,
}: ProfileView): readonly (readonly [string, string])[] {
  const { place, holdings } = profile;
  const titles = holdings?.map(
    ({ qualification, since }) =>
      `${qualificationName(qualification)}${since === null ? '' : `（${since}年）`}`,
  );
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['名称', profile.name],
    ['统一社会信用代码', profile.creditCode],
    ['地区', place ? `${place.city ?? place.province ?? ''}${place.district ?? ''}` : null],
    ['类型', profile.form && formName(profile.form)],
    ['行业', industry ? `${industry.name}（${industry.section} ${industry.sectionName}）` : null],
    ['人数', profile.staff === null ? null : `${profile.staff}人`],
    ['年营收', profile.revenueYuan === null ? null : aboutYuan(profile.revenueYuan)],
    ['规模', sizing.kind === 'sized' ? sizeName(sizing.size) : null],
    ['成立', profile.founded === null ? null : `${profile.founded}年`],
    ['认定', titles && (titles.length === 0 ? '无' : titles.join('、'))],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** The profile in one message. */
export function profileReply(view: ProfileView): string {
  const rows = profileRows(view);
  if (rows.length === 0) return '还没有企业资料。';
  return rows.map(([name, value]) => `${name}：${value}`).join('\n');
}
