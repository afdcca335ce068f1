import type { Category } from '../../domain/category.ts';
import type { Destination, Proposal, ProposedUnit } from '../../domain/dispatch/types.ts';

const QUESTIONS: Readonly<Record<Category, string>> = {
  融资: '请问是新办贷款、续贷还是担保遇到困难？卡在哪家银行、哪一步？',
  拖欠账款: '请问是谁欠的款（政府部门、国企还是民企）？是什么款、大约多少、拖了多久？',
  人才用工: '请问是招工、人才引进、培训还是社保劳动方面的事？缺什么岗位、多少人？',
  知识产权: '请问是专利、商标还是商业秘密？是想申请，还是被人侵权？',
  科技创新: '请问是申报项目或认定，还是找平台、找技术、找资金？具体是哪一项？',
  数字化转型: '请问是想做诊断、改造补贴，还是找服务商、找应用场景？',
  专精特新培育: '请问是哪一类认定或奖励（专精特新、小巨人、小进规）？卡在申报、复核还是兑现？',
  上市: '请问准备在哪个板块上市，现在到哪一步，需要协调什么？',
  开拓市场: '请问是外贸、国内销售还是找配套对接？卖什么产品，需要哪种帮助？',
  政府采购: '请问是哪个项目、哪个采购单位？是门槛、评标还是保证金的问题？',
  用地厂房: '请问是找厂房、租金、用地指标还是办证？在哪个区，需要多大面积？',
  税费: '请问是哪一项税或费？是想了解优惠，还是办理时遇到了问题？',
  市场准入登记: '请问是开办、变更、注销还是许可证？卡在哪个窗口或哪一步？',
  法治维权: '请问遇到了什么事、涉及哪个单位或个人、什么时候发生的？',
  政策兑现: '请问是哪一项政策或补贴？什么时候、向哪个单位申报的，现在到哪一步？',
  其他: '请用一两句话说说遇到了什么困难、在哪个区、希望哪方面帮忙？',
};

/** The one short question that is asked before a vague appeal is dispatched. */
export const askBackQuestion = (category: Category): string => QUESTIONS[category];

const MOST_SHOWN = 3;
const LONGEST_QUOTE = 60;

const quoteOf = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;

function unitLine({ name, evidence, corrections }: ProposedUnit, at: number): string {
  const [best] = evidence;
  const basis = best ? `　依据：${quoteOf(best.text)}` : '';
  return `${at + 1} ${name}${corrections > 0 ? `（专员曾改派 ${corrections} 次）` : ''}${basis}`;
}

const destinationLines = ({ category, units }: Destination): readonly string[] => [
  `类别：${category}`,
  ...units.slice(0, MOST_SHOWN).map(unitLine),
];

/** A proposal as a specialist sees it: category, the first three units with their clauses, the question to ask. */
export function proposalText(proposal: Proposal & { readonly question: string | null }): string {
  return [
    ...destinationLines(proposal),
    ...(proposal.also ? ['另一件事', ...destinationLines(proposal.also)] : []),
    ...(proposal.question === null ? [] : [`先追问：${proposal.question}`]),
  ].join('\n');
}
