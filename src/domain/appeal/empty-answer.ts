/** 「已收到，正在处理」: what says that somebody is at work, and nothing of the matter. */
import { fold } from '../hanzi/fold.ts';

/** Whole turns of speech, before their words are looked at one by one. */
const TURNS: readonly RegExp[] = [
  // 「A0321 答复：」
  /^\s*[a-z]{1,2}[ -]?\d{4}/,
  /^\s*(?:答复|回复|反馈)\s*[:,]/,
  // 「已转市科技局办理」「转交相关科室研究处理」
  /(?:已|现|将)?(?:经)?转(?:交|办|至|送|给|到|派)?[^,.;!?，。；！？]{0,12}?(?:处理|办理|研究|核实|跟进|落实|协调)/g,
  // 「正在解决」「会尽快解决」「争取早日解决」
  /(?:正在|尽快|早日|一定|努力|会|将|争取)(?:给您|帮您|为您|予以|全力)*解决/g,
  // 「3个工作日内给您答复」「下周回复」
  /(?:[\d一二两三四五六七八九十]+个?(?:工作日|小时|天|周)(?:之?内)?|今天|明天|后天|这两天|本周|下周|近日|近期|月底前?|周[一二三四五]前?)(?=[^,.;]{0,6}(?:答复|回复|反馈|联系|处理|办理))/g,
  // 「请耐心等待」「稍后联系您」
  /请?(?:您|你)?(?:再|先)?(?:耐心)?(?:稍等|等待|等候|等一下|等等)/g,
];

/** Words that may stand in such an answer beside each other; what is left when they are gone is the answer. */
const HOLLOW = [
  '高度重视|引起重视|非常重视|第一时间|相关部门|有关部门|相关科室|责任科室|相关同事|相关人员|有关人员|工作人员',
  '贵公司|贵企业|贵司|您单位|我单位|本单位|我们|我局|我委|我区|我市|我办|本局|我方|你们|您们|咱们|企业|公司|单位',
  '您好|你好|各位|老板|先生|女士|好的|好滴|ok|okay|嗯嗯|嗯|哦|行|收到了|知道了|明白了|了解了|辛苦了',
  '来信|来电|留言|诉求|问题|反映|反应|提出|所提|情况|事项|事情|这个事|此事|材料|意见|建议|工单|内容|信息',
  '收到|收悉|知悉|知晓|获悉|受理|签收|登记|记录|接到|接收|上报|汇报|报告|报送|转达|安排|交办|布置',
  '处理|办理|核实|核查|调查|了解|研究|研判|跟进|跟踪|跟办|协调|对接|推进|落实|沟通|联系|咨询|讨论|商量|会商|督促|催办|关注|重视|工作',
  '答复|回复|反馈|告知|通知|回电|结果|进展|消息',
  '感谢|谢谢|感激|理解|支持|配合|信任|关心|谅解|抱歉|不好意思|打扰|祝|生活愉快|工作顺利|生意兴隆',
  '正在|目前|当前|现已|现在|已经|后续|随后|稍后|之后|届时|近期|近日|马上|立即|立刻|尽快|尽早|及时|抓紧|加快|早日|争取|努力|积极|认真|全力|进一步|陆续|继续|持续|一定|我们会|按照规定|按规定|依法依规|依规|依法|按程序|按流程|流程|程序',
  '关于|对于|针对|给予|予以|进行|开展|做好|有关|相关|请|您|你|我|会|将|要|在|中|已|正|的|了|与|和|并|后|再|给|向|由|对|为|把|就|也|都|很|地|得|之|其|该|此|现|经|于|以|一下|吧|啊|哈|呢|哟|亲|一旦|如有|如果|有|第',
]
  .join('|')
  .split('|')
  .toSorted((a, b) => b.length - a.length);

const WORDS = new RegExp(HOLLOW.join('|'), 'g');
const SIGNS = /[\s\p{P}\p{S}]/gu;
/** One character is no answer, but for these. */
const SHORT_ANSWERS = /[否可能是无没]/;

/** True where a text says nothing but that it was received and is being worked at. */
export function isEmptyAnswer(text: string): boolean {
  const said = TURNS.reduce((rest, turn) => rest.replace(turn, '，'), fold(text));
  const left = said.replace(WORDS, '').replace(SIGNS, '');
  return left.length < 2 && !SHORT_ANSWERS.test(left);
}
