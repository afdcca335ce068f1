import { fold } from '../hanzi/fold.ts';

/** What somebody says he wants before he says what about, or instead of it. */
export interface Opening {
  /** `dislike` scolds the answer before; what it means without one is for the caller to know. */
  readonly kind: 'appeal' | 'human' | 'dislike';
  /** The message without it, as it was typed; empty where it was the whole message. */
  readonly rest: string;
}

const GAP = '[\\s,，、:：。.!！~-]*';
const CALL = `^${GAP}(?:@\\S{1,20}\\s+)?(?:(?:小企|企服|专员|老师|领导|[你您]好|您好|请问|在吗)[啊呀]?${GAP})*`;
/** A colon, a space or the end: 「诉求怎么提」 and 「投诉电话」 go on without one and are questions. */
const STOP = '(?:[\\s,，、:：。.!！~]+|$)';
const A_BIT = '(?:一下|一哈|哈子|个|下|几个|一个|点)?(?:问题|情况|事情?|诉求|困难)?';

const APPEAL: readonly RegExp[] = [
  /** 「诉求：…」「反映 …」「投诉 …」「我要反映，…」「提个诉求」「我有个诉求」 */
  new RegExp(
    `${CALL}(?:我们?)?(?:想要?|要|需要)?(?:(?:提交?|有|报)(?:一?个|一下)?诉求(?:要(?:说|提|反映))?|诉求|(?:反映|反应|投诉|举报)${A_BIT})(?:给你们?|给部门)?${STOP}`,
    'u',
  ),
  /** 「我要投诉隔壁的厂」; 「我要投诉找谁」 asks */
  new RegExp(
    `${CALL}我们?(?:想要?|要)(?:反映|反应|投诉|举报)${A_BIT}(?!的|.{0,12}(?:找谁|找哪|去哪|电话|怎么|渠道|流程|[?？吗]))`,
    'u',
  ),
  /** 「帮我转给部门：…」「请转交相关部门」 */
  new RegExp(
    `${CALL}(?:请|麻烦)?(?:你们?|您)?(?:帮|替)?(?:我们?|忙)?(?:转给|转交|转到|转达|交给|报给|递给)(?:一下)?(?:给)?(?:有关|相关|责任|主管|政府)?的?(?:部门|单位|领导|政府)(?:处理|解决|看看)?(?:一下)?${STOP}`,
    'u',
  ),
];

/** 「…，帮我转给部门」 at the end. */
const HAND_ON =
  /[\s,，。;；!！]*(?:请|麻烦)?(?:你们?|您)?(?:帮|替)(?:我们?|忙)(?:转给|转交|转到|转达|反映给|报给)(?:一下)?(?:给)?(?:有关|相关|责任|主管|政府)?的?(?:部门|单位|领导|政府)(?:处理|解决)?(?:一下)?[\s。.!！吧]*$/u;

const PERSON = '(?:人工(?:客服|服务|坐席)?|真人|活人|大活人|专员|企业服务专员|服务专员|客服|工作人员|管事的)';
const HUMAN: readonly RegExp[] = [
  /** 「转人工」「人工客服」「找专员」「帮我接真人」「我要跟人说」 */
  new RegExp(
    `${CALL}(?:我们?)?(?:想要?|要|请|麻烦)?(?:帮(?:我|忙))?(?:给我)?(?:转接?|找|接|要|叫|换|联系|喊)(?:一?下|到|给|个|一个|成|你们的?|我的)*${PERSON}(?:来|接|处理|说话|说|回复|聊)?(?:一下)?[吧啊呀吗么嘛了]*${STOP}`,
    'u',
  ),
  new RegExp(
    `${CALL}(?:人工(?:客服|服务|坐席)?|真人(?:客服|服务)?|专员(?:在吗|在不在|呢)?|有(?:没有)?(?:真人|人工|活人)[吗么在]*)[?？]*${STOP}`,
    'u',
  ),
  new RegExp(
    `${CALL}(?:有没有人|有人(?:在)?[吗么没]|有没有人在|没人吗|来个人|换个人|我要?(?:跟|和)(?:真?人|专员)(?:说|聊|谈|讲)(?:话)?)[啊呀]?[?？!！\\s]*$`,
    'u',
  ),
];

const DISLIKE: readonly RegExp[] = [
  /** 「答错了」「不对」「没用」「不是这个意思」「答非所问」「不是我要的」, and what was meant instead */
  new RegExp(
    `^${GAP}(?:你|这|这个|你们?(?:回)?答的?|回答|答案|说的|答的|完全|根本|都|好像|太|也|一点)*(?:(?:回)?答(?:错|得?不对|非所问)|答偏|说错|错了|不对(?:吧|啊|呀|哦|的)?|不是这个(?:意思)?|不是我(?:要|问|想要|想问)的(?:意思|东西|内容)?|我(?:问的|说的|要的|的意思)?不是这个(?:意思)?|没(?:有)?用|没帮助|没回答(?:到|我)?|牛头不对马嘴|驴唇不对马嘴|文不对题|不相关|没关系|看不懂|不准|乱答|瞎说|胡说|扯(?:远|淡)|理解错|搞错)(?:了|啊|呀|吧|的|嘛|!|！|。)*(?:我的?问题)?${STOP}`,
    'u',
  ),
];

const KINDS = [
  { kind: 'human', patterns: HUMAN },
  { kind: 'dislike', patterns: DISLIKE },
  { kind: 'appeal', patterns: APPEAL },
] as const;

/** Reads what a message opens with, in any spelling that folds to it; null where it opens with nothing of the kind. */
export function readOpening(message: string): Opening | null {
  // Folding keeps the length, so that the rest can be cut out of what was typed.
  const text = fold(message);
  for (const { kind, patterns } of KINDS) {
    const opener = patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    if (opener !== undefined) return { kind, rest: message.slice(opener.length).trim() };
  }
  const ending = HAND_ON.exec(text);
  return ending === null ? null : { kind: 'appeal', rest: message.slice(0, ending.index).trim() };
}
