import type { Entry } from '../../domain/answer/types.ts';
import type { Policy } from '../../domain/policy/types.ts';

/** 「2024年12月31日」. */
export const chineseDate = (on: string): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** 「市人民政府关于印发X的通知」 → 「X」: a phone has one line for a title. */
export function shortTitle(policy: Pick<Policy, 'title' | 'file'>): string {
  const title = policy.title ?? policy.file;
  const inner = /(?:印发|发布|转发|公布)[《<]?(.{4,}?)[》>]?的(?:通知|公告|函)$/.exec(title);
  return (inner?.[1] ?? title).replace(/^《(.+)》$/, '$1').replace(/^《(.+)》的通知$/, '$1');
}

const NUMBER =
  /^\s*(第[^\s章节条]{1,6}[章节条]|[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、])/;

const BARE = /^(?:\d+|[一二三四五六七八九十]+|[（(].{1,3}[)）])$/;

/** Where a clause stands: 「二、(一)3」「第24项」「第五条」; empty where nothing is numbered. */
export function placeOf({ clause }: Pick<Entry, 'clause'>): string {
  const own = clause.number?.trim() ?? '';
  if (clause.kind === 'row') return own === '' ? '' : `第${own.replace(/[.．、]$/, '')}项`;
  if (clause.kind === 'article') return own;
  const above = clause.path.map((heading) => NUMBER.exec(heading)?.[1] ?? '').join('');
  const place = `${above}${own}`.replace(/[.．、]$/, '');
  // A bare 「2」 says nothing: the heading itself does, or that it is an item.
  if (own === '' && BARE.test(place)) return clause.path.at(-1) ?? place;
  return /^\d+$/.test(place) ? `第${place}项` : place;
}

/** 「——《…》二、(一)3」. */
export const source = (entry: Entry): string => `——《${shortTitle(entry.policy)}》${placeOf(entry)}`;

/** 「——《…》三、申报材料」: of a list the heading is named, not one of its items. */
export const sourceOfList = ({ policy, clause }: Entry): string =>
  `——《${shortTitle(policy)}》${clause.path.at(-1) ?? ''}`;

/** What a reader must know of a document's standing; empty for a document in force whose end is open. */
export function standing(entry: Pick<Entry, 'policy' | 'status'>): string {
  const { policy, status } = entry;
  const until = policy.validUntil ? `有效期至${chineseDate(policy.validUntil)}` : '';
  switch (status) {
    case 'in-force':
      return until === '' ? '现行有效' : `现行有效，${until}`;
    case 'expired':
      return `${until === '' ? '' : `${until}，`}已失效，请以现行政策为准`;
    case 'over':
      return `${periodOf(policy)}，计划期已过，请以现行政策为准`;
    case 'not-yet':
      return policy.effectiveOn ? `${chineseDate(policy.effectiveOn)}起施行，尚未生效` : '尚未生效';
    case 'draft':
      return '征求意见稿，不是正式政策';
    case 'unknown':
      return '未载明有效期，请以发文单位答复为准';
  }
}

function periodOf({ planYears }: Policy): string {
  if (!planYears) return '阶段性文件';
  const { from, to } = planYears;
  return from === to ? `这是${from}年的安排` : `这是${from}—${to}年的规划`;
}
