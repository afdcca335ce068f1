import type { DeadlineKind } from '../types.ts';

/** What is known of a deadline when its kind is decided. */
export interface KindQuestion {
  /** The words right around the date: its part of the sentence. */
  readonly near: string;
  /** Heading and whole sentence. */
  readonly words: string;
  readonly isWindow: boolean;
  /** The document calls for applications, so handing in papers is part of applying. */
  readonly applies: boolean;
}

interface KindCue {
  readonly kind: DeadlineKind;
  readonly near?: RegExp;
  readonly words?: RegExp;
  readonly when?: (question: KindQuestion) => boolean;
}

const PAPERS = /申报材料|申请材料|申请书|申请表|申报书|报名|在线提交|参赛/;

/** Read from the top; what nothing decides is a task. */
const CUES: readonly KindCue[] = [
  { kind: 'other', near: /纳税|缴税|税款|缴纳(?:税|社会保险|社保)|缴存/ },
  // The authority's own event: an applicant has nothing to do in it.
  {
    kind: 'other',
    near: /评审|评选|答辩|决赛|颁奖|发榜/,
    when: ({ near, isWindow }) => isWindow && !/材料|申报|报名|提交|推荐/.test(near),
  },
  // Money is paid and a case closed by the authority.
  {
    kind: 'task',
    near: /(?:资金|财政|补助|奖补)[^,，]{0,20}(?:拨付|兑付)|办结/,
    when: ({ near }) => !PAPERS.test(near),
  },
  {
    kind: 'task',
    near: /完成(?:审核|初审|评审|复核|复审|验收|改造|编制|建设|考核)|总结|任务书|联系人|联络员|进展情况|工作情况|落实情况|年度情况|整改|自查|排查|出台|编制/,
    when: ({ near }) => !PAPERS.test(near),
  },
  {
    kind: 'application',
    words: /申报|申请|报名|申领|申办|受理|征集|参评|参赛|投稿|认领|申诉|揭榜|投标|申购|预约/,
  },
  {
    kind: 'application',
    words:
      /截止|开放|报送|提交|上报|填报|填写|推荐|寄|送达|送至|材料|登录|登陆|注册|上传|报我|汇总表|审核|初审|自评|评价/,
    when: ({ applies }) => applies,
  },
];

/** Application where an enterprise asks for something, task for what an authority or a plan has to do. */
export function kindOf(question: KindQuestion): DeadlineKind {
  const found = CUES.find(
    ({ near, words, when }) =>
      (near?.test(question.near) ?? true) &&
      (words?.test(question.words) ?? true) &&
      (when?.(question) ?? true),
  );
  return found?.kind ?? 'task';
}
