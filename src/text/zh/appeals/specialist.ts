import type { Rating } from '../../../domain/appeal/types.ts';
import type { AppealClass } from '../../../domain/appeal/types.ts';
import { grantWord } from './typed.ts';
import { because, classWords, cut, ownReason, ratingWords } from './words.ts';

/** One unit that is proposed, with the clause that makes it responsible. */
export interface ProposedLine {
  readonly name: string;
  readonly evidence: string | null;
  /** How often specialists sent such a matter there. */
  readonly corrections: number;
}

const EVIDENCE = 40;
const MATTER = 150;

const proposedLine = ({ name, evidence, corrections }: ProposedLine, at: number): string =>
  [
    `${at + 1} ${name}`,
    corrections > 0 ? `（专员改派过 ${corrections} 次）` : '',
    evidence ? `：${cut(evidence, EVIDENCE)}` : '',
  ].join('');

const proposedLines = (units: readonly ProposedLine[]): readonly string[] =>
  units.length === 0
    ? ['没有找到有依据的单位，请写「派 单位」。']
    : units.map((unit, at) =>
        // One clause that names them all is quoted once.
        proposedLine(
          at > 0 && unit.evidence === units[at - 1]?.evidence ? { ...unit, evidence: null } : unit,
          at,
        ),
      );

/** What was handed over: the specialist's part, the desk's, or both. */
export type HandedPart = 'appeal' | 'desk' | 'both';

const HANDED: Readonly<Record<HandedPart, { readonly to: string; readonly rest: string }>> = {
  appeal: { to: '移交给您了', rest: '（专员这头），承办还在您手里' },
  desk: { to: '移交给您承办', rest: '（承办这头），专员还是您' },
  both: { to: '移交给您了，专员和承办都由您负责', rest: '' },
};

/** Sentences that specialists and supervisors read. */
export const toSpecialist = {
  proposal: (appeal: {
    readonly number: string;
    readonly about: string;
    readonly matter: string;
    readonly lacks: string;
    readonly units: readonly ProposedLine[];
  }): string =>
    [
      `${appeal.number} 新诉求（${appeal.about}）`,
      cut(appeal.matter, MATTER),
      ...(appeal.lacks ? [`待补：${appeal.lacks}`] : []),
      ...proposedLines(appeal.units),
      `回复数字派单，或「${appeal.number} 我来办 / 派 单位 / 追问 … / 不予受理」`,
    ].join('\n'),
  consultation: (number: string, matter: string): string =>
    [`${number} 请人工答复：`, matter, `回复「${number} 答复：…」。`].join('\n'),
  took: (number: string): string => `${number} 由您负责到底。`,
  takenBy: (number: string, name: string | null): string =>
    `${number} 已由${name === null ? '其他专员' : name}接手，您不用管了。`,
  dispatched: (
    number: string,
    to: { readonly lead: string; readonly supporting: readonly string[] },
    facts: {
      readonly due: string;
      readonly class: AppealClass;
      readonly hasDesk: boolean;
      /** For so long it can be taken back. */
      readonly recallMinutes: number;
    },
  ): string =>
    [
      `${number} 已派给${to.lead}${to.supporting.length > 0 ? `，协办${to.supporting.join('、')}` : ''}（${classWords[facts.class]}，${facts.due} 前答复）。${facts.recallMinutes} 分钟内可「撤回 ${number}」。`,
      ...(facts.hasDesk ? [] : [toSpecialist.noDesk(number, to.lead)]),
    ].join('\n'),
  noDesk: (number: string, unit: string): string =>
    `${unit}还没有绑定承办人，请人工转交；答复用「${number} 答复：…」录入。`,
  recalled: (number: string): string => `${number} 已撤回，请重新派单。`,
  returned: (
    number: string,
    unit: string,
    facts: {
      readonly reason: string;
      readonly basis: string | null;
      readonly units: readonly ProposedLine[];
    },
  ): string =>
    [
      `${number} 被${unit}退单${because(facts.reason)}${facts.basis ? `（依据：${cut(facts.basis, 80)}）` : ''}`,
      '重新派给：',
      ...proposedLines(facts.units),
    ].join('\n'),
  acknowledged: (number: string, unit: string): string => `${number} ${unit}已签收。`,
  reassigned: (number: string, { from, to }: { from: string; to: string }, reason: string | null): string =>
    `${number} 由${from}转给${to}${because(reason)}`,
  extensionAsked: (number: string, unit: string, asked: { days: number; reason: string }): string =>
    `${number} ${unit}申请延期 ${asked.days} 个工作日${because(asked.reason)}`,
  extensionChoices: (number: string): string => `回复 1 ${grantWord}，或「${number} 不同意延期 原因」。`,
  extensionDecided: (number: string, granted: boolean): string =>
    `${number} ${granted ? '已同意延期。' : '没有同意延期。'}`,
  noted: (number: string, who: string, text: string | null): string =>
    `${number} 进展（${who}）：${text ? cut(text, 200) : '已联系企业。'}`,
  replied: (number: string, who: string, text: string): string =>
    `${number} ${who}已答复企业：${cut(text, 200)}`,
  informed: (number: string, text: string): string => `${number} 企业补充：${cut(text, 300)}`,
  /** More words by which it goes to other units than were proposed. */
  renewed: (
    number: string,
    facts: { readonly text: string; readonly about: string; readonly units: readonly ProposedLine[] },
  ): string =>
    [
      `${number} 企业补充：${cut(facts.text, MATTER)}`,
      `现在看是（${facts.about}），建议派给：`,
      ...proposedLines(facts.units),
    ].join('\n'),
  urged: (number: string, { isByOwner }: { readonly isByOwner: boolean }): string =>
    `${number} ${isByOwner ? '企业在催' : '督办催办'}，请尽快。`,
  hasUrged: (number: string): string => `${number} 已催承办单位。`,
  rated: (number: string, rating: Rating, reason: string | null): string =>
    `${number} 企业评价：${ratingWords[rating]}${because(ownReason(reason))}`,
  solved: (number: string): string => `${number} 企业说已解决。`,
  reopened: (number: string, reason: string | null): string =>
    `${number} 企业不满意，二次办理${because(ownReason(reason))}`,
  closedUnrated: (number: string): string => `${number} 已办结（未评价）。`,
  withdrawn: (number: string, reason: string | null): string => `${number} 企业已撤销${because(reason)}`,
  uninformed: (number: string): string => `${number} 企业没有补充，已按撤销处理。`,
  notAccepted: (number: string): string => `${number} 已记为不予受理，并告诉了企业。`,
  merged: (number: string, into: string): string => `${number} 已并入 ${into}。`,
  gathered: (number: string, parent: string): string =>
    `${number} 已归到 ${parent} 下，答复会同时发给这家企业。`,
  handedOver: (number: string, part: HandedPart, text: string): string =>
    `${number} ${HANDED[part].to}：${cut(text, MATTER)}`,
  /** `keeps`: the other part is still with whoever gave one away. */
  gaveAway: (number: string, name: string, { part, keeps }: { part: HandedPart; keeps: boolean }): string =>
    `${number} 已移交给${name}${keeps ? HANDED[part].rest : ''}。`,
  asked: (number: string): string => `${number} 已去问企业，等补充期间时限暂停。`,
  calledBack: (number: string, solved: boolean): string =>
    `${number} 回访已记录：${solved ? '已解决' : '未解决，二次办理'}。`,
  undelivered: (number: string, whom: string): string =>
    `${number} 有一条消息没能发到${whom}，请换个方式转达。`,
};
