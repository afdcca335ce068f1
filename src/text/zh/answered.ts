import type { AnswerBasis, AnsweredQuestion } from '../../domain/conversation/answered.ts';
import { cut } from './appeals/words.ts';

const QUESTION = 20;
const NAME = 30;

/** 「依据《…》第三条」. */
export const basisText = ({ title, place, documentNumber }: AnswerBasis): string =>
  `依据《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}${place}`;

/** What became of the document that an answer rests on. */
const FATES = { over: '（该文件已失效）', gone: '（该文件已不在政策库）' } as const;
export type BasisFate = keyof typeof FATES | null;
export const fateText = (fate: BasisFate): string => (fate === null ? '' : FATES[fate]);

/** What a specialist answered before: always called so, never policy text. */
export const answeredReply = ({ answer, who, on, until, basis }: AnsweredQuestion, fate: BasisFate): string =>
  [
    answer,
    ...(basis === null ? [] : [`${basisText(basis)}${fateText(fate)}`]),
    `——专员答复（${[who, on, ...(until === null ? [] : [`有效至 ${until}`])].filter(Boolean).join('，')}），不是政策原文。还有疑问请回“转人工”。`,
  ].join('\n');

/** Behind the word that nothing was found: there was an answer, which holds no more. */
export const endedReply = ({ until, who }: Pick<AnsweredQuestion, 'until' | 'who'>): string =>
  `以前有一条专员答复${who === '' ? '' : `（${who}）`}，已在 ${until} 到期，不再引用。`;

interface Told extends AnsweredQuestion {
  /** Its number in the list. */
  readonly place: number;
  readonly remark: string | null;
}

const termsOf = ({ basis, until, remark }: Told): readonly string[] => {
  const terms = [
    ...(basis === null ? [] : [basisText(basis)]),
    until === null ? '长期有效' : `有效至 ${until}`,
    ...(remark === null ? [] : [remark]),
  ];
  return [`${terms.join('，')}。`];
};

/** What is said about answers that were taken up. */
export const answeredWords = {
  collect: '收录',
  basisWord: '依据',
  correct: (which: string): string => `更正收录 ${which}`,
  /** The terms as they were said, for a command that is said anew. */
  untilWords: (until: string): string =>
    until === 'unsaid' ? '' : until === 'open' ? '长期有效' : `有效至 ${until}`,
  takenUp: (told: Told): string =>
    [
      `${told.id} 已收录（第 ${told.place} 条）。有人问同样的问题，先给这条专员答复。`,
      ...termsOf(told),
      `要改发「更正收录 ${told.place} 有效至… / 依据… / 答复：…」，不用了发「撤下收录 ${told.place}」。`,
    ].join('\n'),
  corrected: (told: Told): string =>
    [`第 ${told.place} 条已更正：${cut(told.question, QUESTION)}`, ...termsOf(told)].join('\n'),
  nothingThere: (number: string): string => `${number} 还没有答复，不能收录。`,
  redone: (number: string): string => `${number} 企业对上次的答复不满意，正在重办。有了新答复再收录。`,
  whichOne: '要收录哪一件的答复？请写编号，比如「A0001 收录」。',
  whichDay: '没看懂有效期。请这样写：「收录 有效至 2027-06-30」，或「有效期一年」「长期有效」。',
  dayPast: (until: string): string => `${until} 已经过了，请写以后的日子。`,
  noSuch: (which: string): string => `答复库里没有 ${which}。发「答复库」看编号。`,
  withdrawn: (place: number, question: string): string =>
    `第 ${place} 条已撤下，不再引用：${cut(question, QUESTION)}\n弄错了发「恢复收录 ${place}」。`,
  restored: (place: number, question: string): string => `第 ${place} 条已恢复：${cut(question, QUESTION)}`,
  isWithdrawn: (place: number): string => `第 ${place} 条已经撤下了。`,
  isThere: (place: number): string => `第 ${place} 条没有撤下，不用恢复。`,
  howToCorrect: (which: string): string =>
    `请写要改什么：「更正收录 ${which} 有效至 2027-06-30」，或「依据 文件 第几条」「答复：…」「问题：…」。`,
  disliked: (id: string): string =>
    `${id} 收录的专员答复，企业评了不满意。请核对；不用了发「撤下收录 ${id}」。`,
  staffOnly: '答复库由企业服务专员维护。',
  privately: '答复库请私聊我查看和修改。',
} as const;

/** What is said about the document and clause that an answer rests on. */
export const basisWords = {
  topic: '依据',
  paragraph: (number: number): string => `第${number}款`,
  clauseLabel: (place: string, text: string): string =>
    `${place} ${cut(text.replace(/^\S{1,4}[.、)]/, ''), QUESTION)}`,
  documentNeeded: '请写明是哪份文件，比如「收录 依据 武政〔2021〕12号 第三条」。',
  noDocument: (name: string): string =>
    `政策库里没有找到「${cut(name, NAME)}」，没有收录。发「政策库」看有哪些文件。`,
  noClause: (title: string, place: string): string =>
    `《${cut(title, NAME)}》里没有${place}，没有收录。请核对条款号。`,
  whichDocument: '依据的是哪一份？',
  whichClause: (title: string): string => `《${cut(title, NAME)}》里是哪一条？`,
  hasEnded: '注意该文件已失效',
  endsWith: '随文件到期',
} as const;
