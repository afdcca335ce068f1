import { cut } from './words.ts';

const MATTER = 600;

/** Passing an appeal on by hand, where a desk cannot be reached by the bot. */
export const copyWords = {
  /** Ready to paste: it says nothing that only means something to the bot. */
  order: (appeal: {
    readonly number: string;
    readonly unit: string;
    readonly about: string;
    readonly matter: string;
    readonly due: string;
  }): string =>
    [
      `【企业诉求 ${appeal.number}】请${appeal.unit}办理`,
      ...(appeal.about === '' ? [] : [appeal.about]),
      cut(appeal.matter, MATTER),
      `请在${appeal.due}前答复企业，并把签收和办理结果告诉我。联系方式请向我索取。`,
    ].join('\n'),
  /** Said with it, in a message of its own, so that the text above can be copied whole. */
  next: (number: string): string =>
    `上面这段可以直接转发。转到后请发「已送达 ${number}」；看联系方式发「${number} 联系方式」。`,
  privately: (number: string): string => `请私聊我发「抄送 ${number}」，群里别人看得见。`,
  notDispatched: (number: string): string => `${number} 还没有派单。先发「${number} 派 单位」，再抄送。`,
  /** The note in the appeal. */
  delivered: (unit: string): string => `已由专员人工转交${unit}`,
} as const;
