import type { Deadline, Policy, PolicyClause } from '../policy/types.ts';
import type { Doubt, Reading } from './types.ts';
import { settled } from './same-duty.ts';
import { whoseIs } from './whose.ts';
import { yearlyIn } from './yearly.ts';

/** What a document says of deadlines that concern an applicant, and where it says so. */
export interface PolicyReading {
  readonly clause: PolicyClause['id'];
  /** What stands above it, the outermost first. */
  readonly headings: readonly string[];
  readonly reading: Reading;
}

const FRAME =
  /^(?:.{0,60}?关于)?(?:转发|印发|组织|开展|做好|举办|公布|启动|受理|征集|申报|延长|延期|调整|重新|发布|的|《)*(?<core>.{2,}?)》?(?:有关|相关)?(?:工作|事项|时间)?(?:的?(?:通知|公告|通告|公示|函|通报))*$/;
const LONGEST_TITLE = 40;

/** 「某局关于组织申报2027年度专项资金的通知」 → 「2027年度专项资金」. */
export function shortTitle(title: string | null, what: string): string {
  const core = title === null ? what : (FRAME.exec(title.replace(/\s+/g, ''))?.groups?.['core'] ?? title);
  return core.length > LONGEST_TITLE ? `${core.slice(0, LONGEST_TITLE)}…` : core;
}

const isHeard = ({ kind, rhythm, from, on }: Deadline, policy: Policy): boolean => {
  if (kind === 'objection') return on !== null && !policy.draft && /公示/.test(policy.title ?? '');
  // A start without an end is no deadline.
  return kind === 'application' && !(rhythm === 'once' && on === null && from !== null);
};

const NUMBER_YEAR = /〔(\d{4})〕/;

/** The number's year and the day of issue lie apart: one of both is a slip, and any year in the text may be. */
function yearsDiffer({ documentNumber, publishedOn, signedOn }: Policy): boolean {
  const year = NUMBER_YEAR.exec(documentNumber ?? '')?.[1];
  const issued = signedOn ?? publishedOn;
  return year !== undefined && issued !== null && Math.abs(Number(year) - Number(issued.slice(0, 4))) > 0;
}

const DAY_MS = 86_400_000;
/** A deadline farther from the day of issue is more likely a misread year. */
const FAR_DAYS = 500;

function isFar({ publishedOn, signedOn }: Policy, on: Deadline['on']): boolean {
  const issued = signedOn ?? publishedOn;
  return on !== null && issued !== null && Date.parse(on) - Date.parse(issued) > FAR_DAYS * DAY_MS;
}

function doubtsOf(deadline: Deadline, policy: Policy, whose: ReturnType<typeof whoseIs>): readonly Doubt[] {
  const { on, rhythm, implied, conflict } = deadline;
  const isUnplaced = policy.region === null || (policy.level === '区' && /[省市]$/.test(policy.region));
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ['counted', rhythm === 'relative' && on !== null],
    ['implied-year', implied && rhythm !== 'relative'],
    [conflict ?? 'no-year', conflict !== null],
    ['before-publication', conflict === null && (yearsDiffer(policy) || isFar(policy, on))],
    ['no-region', isUnplaced],
    ['draft', policy.draft],
    // Whatever is open all year is open to whoever reads it.
    ['whose', whose === 'unknown' && rhythm !== 'rolling'],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

const LABEL = /^[^,，。]{0,8}(?:时间|期限|截止)[^,，。]{0,2}$/;
/** 「第一批」 of what stands in the heading: 「企业申报截止时间」. */
const BATCH = /^第[一二三四五六七八九十\d]+(?:批|轮|期|次)[:：]?$/;

/** 「（一）」「1.」 in front, but not the year of 「2024年认定的」. */
const OUTLINE =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[.、．)）](?!\d))\s*/;

/** 「6.申报时间」 says of what only together with the heading above. */
function dutyOf(deadline: Deadline, { path }: PolicyClause): string {
  const what = deadline.what.replace(OUTLINE, '');
  const above = path.at(-1)?.replace(OUTLINE, '') ?? '';
  if (BATCH.test(what)) return above === '' ? what : `${above}：${what}`;
  return LABEL.test(what) && above !== '' && !/时间|期限|安排|申报|要求/.test(above)
    ? `${above}：${what}`
    : what;
}

/** What is due, of a rule with who stands before it: 「企业可于」+「每月20日前提出申请」. */
function actOf({ what, rhythm, snippet }: Deadline): string {
  if (rhythm !== 'recurring') return what;
  const before = snippet.slice(0, Math.max(0, snippet.indexOf(what.slice(0, 6))));
  return `${before.slice(before.search(/[^,，;；。]*$/))}${what}`;
}

function readingOf(deadline: Deadline, clause: PolicyClause, policy: Policy): PolicyReading | null {
  const { on, at, from, kind, rhythm, snippet } = deadline;
  const heading = [...clause.path, clause.heading ?? ''].join('\n');
  const whose = kind === 'objection' ? 'applicant' : whoseIs(actOf(deadline), heading);
  if (whose === 'office' || (rhythm === 'relative' && on === null && whose === 'unknown')) return null;
  const what = dutyOf(deadline, clause);
  const yearly = rhythm === 'recurring' ? yearlyIn(what) : null;
  return {
    clause: clause.id,
    headings: [...clause.path, clause.heading ?? ''],
    reading: {
      title: shortTitle(policy.title, what),
      what,
      kind: kind === 'objection' ? 'objection' : 'application',
      region: policy.region,
      on,
      at,
      from,
      yearly,
      snippet,
      doubts: doubtsOf(deadline, policy, whose),
    },
  };
}

/**
 * Deadlines of a policy that an enterprise has to know of, in the document's order: applications (also all year round
 * and every year), and the days for objections to a published list. What offices have to forward is left out.
 */
export function readingsOf(policy: Policy): readonly PolicyReading[] {
  const all = policy.clauses.flatMap((clause) =>
    clause.deadlines
      .filter((deadline) => isHeard(deadline, policy))
      .flatMap((deadline) => readingOf(deadline, clause, policy) ?? []),
  );
  return settled(all);
}
