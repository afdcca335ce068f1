import { localMinute } from '../../../domain/moment.ts';
import type { Instant } from '../../../domain/time.ts';
import { because, cut, ownReason } from './words.ts';

const MATTER = 300;

/** Sentences that a department's desk reads. */
export const toDesk = {
  order: (appeal: {
    readonly number: string;
    readonly about: string;
    readonly matter: string;
    readonly due: string;
    readonly lead: string | null;
  }): string =>
    [
      appeal.lead === null
        ? `${appeal.number} 请办理（${appeal.about}）`
        : `${appeal.number} 请协办，牵头：${appeal.lead}（${appeal.about}）`,
      cut(appeal.matter, MATTER),
      `${appeal.due} 前答复企业。联系方式：私聊发「${appeal.number} 联系方式」`,
      ...(appeal.lead === null
        ? [`回复：${appeal.number} 签收 / 退单 原因 / 延期 3天 原因 / 已联系… / 答复：… / 转 单位`]
        : []),
    ].join('\n'),
  recalled: (number: string): string => `${number} 已由专员撤回，不用办了。`,
  acknowledged: (number: string, due: string): string =>
    `${number} 已签收，请在 ${due} 前答复：「答复：…」。`,
  acknowledgedBy: (number: string, name: string): string => `${number} 由${name}办理。`,
  /** `isAnswered`: it comes after the answer. */
  noted: (number: string, { isAnswered }: { readonly isAnswered: boolean }): string =>
    isAnswered
      ? `已补充到 ${number} 的答复，一并发给企业了。`
      : `已记为 ${number} 的进展。办好后请发「答复：…」。`,
  returned: (number: string): string => `${number} 已退给专员。时限继续计算。`,
  movedAway: (number: string, unit: string): string => `${number} 已改由${unit}办理，不用办了。`,
  movedOn: (number: string, unit: string): string => `${number} 已转给${unit}。`,
  extensionAsked: (number: string): string => `${number} 的延期申请已交专员，批准前时限不变。`,
  extensionDecided: (
    number: string,
    granted: boolean,
    facts: { due: string; reason: string | null },
  ): string =>
    granted
      ? `${number} 同意延期，最迟 ${facts.due} 答复。`
      : `${number} 没有同意延期${because(facts.reason)}，仍须在 ${facts.due} 前答复。`,
  /** `until`: it waits for the morning. */
  replied: (number: string, until: Instant | null): string =>
    until === null
      ? `${number} 的答复已发给企业，等企业评价。`
      : `${number} 的答复已收下，夜里不打扰企业，${localMinute(until).slice(11)} 发出。`,
  rated: (number: string, rating: string, reason: string | null): string =>
    `${number} 企业评价：${rating}${because(ownReason(reason))}`,
  reopened: (number: string, due: string, reason: string | null): string =>
    `${number} 企业不满意，请重新办理，${due} 前再答复${because(ownReason(reason))}`,
  informed: (number: string, text: string): string => `${number} 企业补充：${cut(text, 300)}`,
  urged: (number: string, { isByOwner }: { readonly isByOwner: boolean }): string =>
    `${number} ${isByOwner ? '企业' : '专员'}在催，请尽快办理。`,
  withdrawn: (number: string): string => `${number} 企业已撤销，不用办了。`,
  asked: (number: string): string => `${number} 已去问企业，等补充期间时限暂停。`,
  /** `by`: who has the other one in hand; null where no unit has. */
  merged: (number: string, into: string, by: string | null): string =>
    `${number} 已并入 ${into}${by === null ? '' : `（${by}办理）`}，不用办了。`,
  absorbed: (number: string, other: string, matter: string): string =>
    `${number} 并入了 ${other}，一起办：${cut(matter, MATTER)}`,
  contact: (number: string, enterprise: string | null, contact: string | null): string =>
    [
      `${number} ${enterprise ?? '企业未登记名称'}`,
      contact === null ? '没有留下电话，请用「追问 …」询问。' : `联系方式：${contact}`,
      '（本次查看已记录）',
    ].join('\n'),
};
