import { fold } from '../hanzi/fold.ts';
import { ok, refuse, type Result } from '../result.ts';
import { readCreditCode } from './credit-code.ts';
import { factsIn, LONGEST, type ReaderTools, type Said } from './profile-reader.ts';
import type { Facts, Profile } from './types.ts';

/** The questions of the short dialogue, in their order; each may be skipped, none is asked twice. */
export const QUESTIONS = ['place', 'industry', 'size', 'titles', 'form', 'identity'] as const;
export type QuestionId = (typeof QUESTIONS)[number];

/** Why an answer tells nothing; the question may be put once more in other words. */
export type AnswerRefusal =
  | 'empty'
  | 'no-place'
  | 'no-industry'
  | 'no-number'
  | 'no-title'
  /** 「我们是专精特新」: the level decides the amount. */
  | 'which-level'
  | 'no-form'
  | 'no-name'
  | 'credit-code-length'
  | 'credit-code-check';

export interface ProfileAnswer {
  readonly skipped: boolean;
  /** Everything that was said, also to other questions. */
  readonly facts: Facts;
}

const MISSING: Readonly<Record<QuestionId, (profile: Profile) => boolean>> = {
  place: ({ place }) => place === null,
  industry: ({ industry }) => industry === null,
  size: ({ staff, revenueYuan }) => staff === null || revenueYuan === null,
  titles: ({ holdings }) => holdings === null,
  form: ({ form, founded }) => form === null || founded === null,
  identity: ({ name, creditCode }) => name === null || creditCode === null,
};

/** The next question that is open and was not asked; null where nothing is left to ask. */
export function nextQuestion(profile: Profile, asked: readonly QuestionId[]): QuestionId | null {
  return QUESTIONS.find((question) => !asked.includes(question) && MISSING[question](profile)) ?? null;
}

const SKIP =
  /^(?:跳过|略过?|下一[个题问]|不方便(?:说|透露)?|不想说|保密|不知道|不清楚|不晓得|记不清了?|过|pass|skip|先不说|以后再说|算了)[。.!~了吧啊]*$/;
const NONE =
  /^(?:都|一个|什么|啥|目前|暂时|还|现在|我们|一样|这些)*(?:没有|没得|没|无|暂无|不是|都不是|没评过|没认定过?)(?:这些|任何)?(?:资质|认定|称号)?(?:呢|啊|的|了)?[。.!]*$/;
const BARE_COUNT = /^(\d{1,6})(?=$|[,，、;；\s])/;

/** What only counts because this question was asked. */
function forQuestion(question: QuestionId, text: string, tools: ReaderTools): Facts {
  const folded = fold(text);
  switch (question) {
    case 'industry': {
      const industry = tools.industries.guess(folded);
      return industry ? { industry: industry.code, business: text.slice(0, 30) } : {};
    }
    case 'size': {
      const count = BARE_COUNT.exec(folded)?.[1];
      return count === undefined ? {} : { staff: Number(count) };
    }
    case 'titles':
      return NONE.test(folded.replace(/[\s,，]/g, '')) ? { holdings: [] } : {};
    case 'form': {
      // 「企业，2015年」
      const year = /(?:^|[,，、;；\s])((?:19|20)\d{2})年?(?=$|[,，、;；。\s])/.exec(folded)?.[1];
      return {
        ...(/公司|企业/.test(folded) && !/不是(?:公司|企业)/.test(folded)
          ? { form: 'company' as const }
          : {}),
        ...(/个体/.test(folded) && !/不是个体/.test(folded) ? { form: 'sole-trader' as const } : {}),
        ...(year === undefined ? {} : { founded: Number(year) }),
      };
    }
    case 'identity':
      return nameAlone(text);
    case 'place':
      return {};
  }
}

/** 「示例便利店」: asked for a name, one is given without 有限公司. */
function nameAlone(text: string): Facts {
  const name = text
    .replace(/[0-9A-Za-z -]{15,}/g, '')
    .replace(/^(?:我们|我)?(?:公司|店|厂)?(?:叫做?|名称|名字|是|:|：)+/, '')
    .replace(/(?:统一社会)?信用代码.*$|[,，。;；\s]+$/g, '')
    .trim();
  return /^[\p{Script=Han}A-Za-z0-9()（）·]{4,40}$/u.test(name) && !/什么|为什么|吗|\?|怎么/.test(name)
    ? { name }
    : {};
}

const OWN_FIELDS: Readonly<Record<QuestionId, readonly (keyof Facts)[]>> = {
  place: ['place'],
  industry: ['industry'],
  size: ['staff', 'revenueYuan', 'assetsYuan'],
  titles: ['holdings'],
  form: ['form', 'founded'],
  identity: ['name', 'creditCode'],
};

/** Said where an answer tells nothing of what the question asked. */
export const UNREAD: Readonly<Record<QuestionId, AnswerRefusal>> = {
  place: 'no-place',
  industry: 'no-industry',
  size: 'no-number',
  titles: 'no-title',
  form: 'no-form',
  identity: 'no-name',
};

/**
 * Reads the answer to a question, with every other fact in it (「我们是洪山区做软件的,30个人,去年八百万」). Refused where
 * it tells nothing at all, where a title's level is open, or where a credit code is wrong.
 */
export function readAnswer(
  question: QuestionId,
  said: Said,
  tools: ReaderTools,
): Result<ProfileAnswer, AnswerRefusal> {
  const text = said.text.slice(0, LONGEST).trim();
  if (text === '') return refuse('empty');
  if (SKIP.test(fold(text))) return ok({ skipped: true, facts: {} });
  const code = readCreditCode(text);
  if (!code.ok) return refuse(code.error);
  const { facts: stated, titles } = factsIn({ ...said, text }, { tools, needsCue: false });
  if (titles.unclear && question === 'titles') return refuse('which-level');
  const facts: Facts = { ...forQuestion(question, text, tools), ...stated };
  const isTold = Object.keys(facts).length > 0;
  const isAnswered = OWN_FIELDS[question].some((field) => facts[field] !== undefined);
  return isAnswered || isTold ? ok({ skipped: false, facts }) : refuse(UNREAD[question]);
}
