import type { Ground } from '../../../domain/appeal/types.ts';
import { groundWords } from './words.ts';

/** Sentences that the enterprise reads; `group` is what all the others in its group may read, too. */
export interface Told {
  readonly alone: string;
  readonly group: string;
  /** It is the answer: whoever lets it be public lets this be read. */
  readonly isAnswer?: true;
  /** What is said alone is more than the group may read: it is said beside. */
  readonly isPrivate?: true;
  /** Whoever just did something hears that it was done; for the others of his enterprise it is no news. */
  readonly isReceipt?: true;
  /** It asks how satisfied the enterprise is. */
  readonly asksRating?: true;
  /** The group is asked for an answer in words. */
  readonly wantsWords?: true;
}

const same = (text: string): Told => ({ alone: text, group: text });
const receipt = (text: string): Told => ({ ...same(text), isReceipt: true });
const ratable = (text: string): Told => ({ ...same(text), asksRating: true });
const wanting = (text: string): Told => ({ ...same(text), wantsWords: true });
const privately = (number: string, what: string): string => `${number} ${what}，已私信给您。`;

export const RATE = '请评价：满意 / 基本满意 / 不满意（可说原因）';

export const toOwner = {
  submitted: (number: string, question: string | null): Told => ({
    alone: question
      ? `已收到，编号 ${number}。先问一句：${question}`
      : `已收到，编号 ${number}，正在转给企业服务专员。还有要补充的，直接接着说。`,
    group: question
      ? `已收到，编号 ${number}。${question}`
      : `已收到，编号 ${number}，正在转给企业服务专员。`,
    ...(question ? { wantsWords: true } : {}),
  }),
  consulted: (number: string, workingDays: number): Told =>
    same(`好的，已转给企业服务专员，编号 ${number}，${workingDays} 个工作日内答复您。`),
  nobody: (number: string): Told =>
    same(`已登记，编号 ${number}。这里还没有企业服务专员，急事请拨打 12345。`),
  accepted: (number: string): Told => same(`${number} 已受理，专员正在办。`),
  dispatched: (number: string, unit: string, due: string): Told => ({
    alone: `${number} 已转给${unit}，${due} 前答复您。`,
    group: `${number} 已转办，${due} 前答复。`,
  }),
  acknowledged: (number: string, unit: string): Told => ({
    alone: `${number} ${unit}已签收。`,
    group: `${number} 承办单位已签收。`,
  }),
  noted: (number: string, who: string, text: string | null): Told =>
    text
      ? { alone: `${number} 进展（${who}）：${text}`, group: privately(number, '有新进展'), isPrivate: true }
      : same(`${number} ${who}说已与您联系。`),
  askedBack: (number: string, question: string): Told => ({
    alone: `${number} 还需要您补充：${question}\n直接回复就行。`,
    group: privately(number, '需要您补充情况'),
    isPrivate: true,
  }),
  reassigned: (number: string, unit: string, due: string): Told => ({
    alone: `${number} 改由${unit}办理，仍在 ${due} 前答复您。`,
    group: `${number} 换了承办单位，仍在 ${due} 前答复。`,
  }),
  extended: (number: string, due: string): Told => same(`${number} 需要更多时间，最迟 ${due} 答复。`),
  replied: (number: string, who: string, text: string): Told => ({
    alone: `${number} 答复（${who}）：\n${text}\n${RATE}`,
    group: `${privately(number, '已答复')}${RATE}`,
    isAnswer: true,
    isPrivate: true,
    asksRating: true,
  }),
  solved: (number: string): Told => receipt(`谢谢您的评价，${number} 已办结。`),
  confirmed: (number: string): Told => ratable(`好的，${number} 记为已解决。方便的话${RATE}`),
  calledBack: (number: string): Told =>
    wanting(`${number} 回访记为已解决。如果没解决，请回复「${number} 不满意 原因」。`),
  reopened: (number: string, due: string, hasReason: boolean): Told => ({
    alone: hasReason
      ? `${number} 已重新办理，您说的原因已转达，${due} 前再答复您。`
      : `${number} 已重新办理，${due} 前再答复您。哪里没办好？直接回复我，马上转给承办单位。`,
    group: `${number} 已重新办理。`,
  }),
  unrated: (number: string): Told =>
    wanting(`${number} 已办结（未评价）。还没解决，请回复「${number} 不满意 原因」，重新办理。`),
  closed: (number: string): Told => same(`${number} 已办结。`),
  withdrawn: (number: string): Told => same(`${number} 已撤销。`),
  uninformed: (number: string): Told =>
    wanting(`${number} 一直没有等到您的补充，已按撤销处理。要继续办，请把情况再说一遍。`),
  notAccepted: (number: string, ground: Ground, reason: string | null): Told => {
    const { why, instead } = groundWords[ground];
    return {
      alone: [`${number} 不能受理：${why}${reason ? `（${reason}）` : ''}。`, instead].join(''),
      group: `${number} 不能受理，原因已私信给您。`,
      isPrivate: true,
    };
  },
  merged: (number: string, into: string): Told =>
    same(`${number} 和 ${into} 是同一件事，合并办理，以 ${into} 为准。`),
  gathered: (number: string): Told =>
    same(`${number} 和其他企业反映的是同一件事，一并办理，答复会同时给您。`),
  remindInformation: (number: string, question: string): Told => ({
    alone: `${number} 还在等您补充：${question}\n再没有补充，会按撤销处理。`,
    group: privately(number, '还在等您补充'),
    isPrivate: true,
  }),
  remindRating: (number: string): Told => ratable(`${number} 的答复还没有评价。${RATE}`),
  urged: (number: string): Told => receipt(`${number} 已催办，有进展马上告诉您。`),
  supplemented: (number: string): Told => receipt(`已补充到 ${number}。`),
  goesAlong: (number: string): Told => ({
    alone: `已补充到 ${number}。还有就接着说，说完一分钟后转给专员。`,
    group: `已补充到 ${number}。`,
    isReceipt: true,
  }),
  served: (number: string): Told => same(`${number} 已转给企业服务专员。`),
  joined: (number: string): Told => ({
    alone: `这件事您公司已经反映了，编号 ${number}。您说的已补充进去，有进展也告诉您。`,
    group: `同一件事已有编号 ${number}，您说的已补充进去。`,
    isReceipt: true,
  }),
  joinedBy: (number: string): Told => ({
    alone: `${number} 您公司的同事也反映了这件事，合在一起办，进展同时告诉他。`,
    group: `${number} 同事也反映了这件事，合在一起办。`,
  }),
  published: (number: string): Told => same(`好的，${number} 的答复会发到群里。`),
  linked: (first: string, second: string): Told => same(`两件事分开办：${first} 和 ${second}。`),
  undelivered: (number: string): Told =>
    same(`${number} 有消息要单独发给您，但私聊发不到。请加我好友（在群里问我「怎么加好友」）或私聊我一句。`),
};
