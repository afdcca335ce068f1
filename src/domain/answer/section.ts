import { withoutNumber } from '../policy/heading.ts';
import { entryKey } from './entries.ts';
import { unstatedIn } from './unstated.ts';
import type { AskedFact, Entry, Shelf } from './types.ts';
import { type Needles, weightOf } from './weight.ts';

// A notice says in one section what there is, in others by when, by whom and how to apply for it.

const DOING = '(?:申报|申请|受理|报名|填报|提交|办理|网上申报|网上填报|支持|奖励|补贴|补助|资助|扶持|适用)';

/** 「三、额度标准」 「使用标准」, and no standard that somebody has to meet. */
const LIMIT =
  '^(?:额度|限额|金额)|^(?!认定|评定|评价|验收|建设|考核|划型|国家|行业).{0,4}(?:额度|限额|标准)$';

/** Headings of sections by what is asked; papers are asked for as a way to apply. */
const SECTIONS: Partial<Record<AskedFact, RegExp>> = {
  deadline: new RegExp(`^${DOING}?(?:时间|期限|截止时间|截止日期|时间安排|时间要求|及方式)|^时间安排`),
  'how-to': new RegExp(
    `${DOING}(?:方式|程序|流程|步骤|途径|渠道|办法|材料)|^(?:工作|办理)?(?:程序|流程)|^如何`,
  ),
  conditions: new RegExp(`${DOING}?(?:对象|条件|范围|主体|资格)`),
  amount: new RegExp(`${DOING}(?:标准|额度|金额|内容|比例)|${LIMIT}`),
  benefit: new RegExp(`${DOING}(?:标准|额度|金额|内容|比例|政策)|${LIMIT}`),
  count: new RegExp(LIMIT),
  rate: /^(?:费率|利率|比例|费用)|(?:费率|利率|使用标准)$/,
  contact: /^联系|咨询/,
};

/** What a clause is headed by itself: 「（六）额度。」 */
const OWN: Partial<Record<AskedFact, RegExp>> = {
  amount: new RegExp(LIMIT),
  benefit: new RegExp(LIMIT),
  count: new RegExp(LIMIT),
  rate: /^(?:费率|利率|比例|费用)/,
  deadline: /^(?:期限|时限)/,
};

const headingsOf = (path: readonly string[]): string => path.join('\n');

/** Every step of the way above an entry, the nearest first: a section serves the part of the document it stands in. */
const partsAround = (path: readonly string[]): readonly string[] =>
  [...path.keys()].map((length) => headingsOf(path.slice(0, length))).toReversed();

const PAPERS = /材料|资料|表/;

/** 「能用多少」 is a sum, 「新招多少人」 is none. */
const OF_PIECES = /(?:多少|几)(?:家|户|个|场|名|人|项|件|期|次|台|套)/;

/** Whether a clause stands in a section headed by what is asked, and says it. */
function says(entry: Entry, ask: AskedFact, needles: Needles): boolean {
  const [above, own] = [entry.clause.path.at(-1), entry.clause.heading].map((text) =>
    withoutNumber(text ?? ''),
  ) as [string, string];
  if (ask === 'count' && OF_PIECES.test(needles.asked)) return false;
  const isHeaded = SECTIONS[ask]?.test(above) === true || OWN[ask]?.test(own) === true;
  return isHeaded && unstatedIn(entry, ask, needles) === null;
}

/** Whether an entry stands in a section headed by something else than what is asked: 「申报时间」 for 「怎么申报」. */
export function isHeadedForOther({ clause }: Entry, ask: AskedFact): boolean {
  const heading = withoutNumber(clause.path.at(-1) ?? '');
  if (SECTIONS[ask] === undefined || heading === '' || SECTIONS[ask].test(heading)) return false;
  return Object.values(SECTIONS).some((pattern) => pattern.test(heading));
}

/** Of a section's sums the one that says most of the question; its steps and days are read from the first on. */
function likeliest(entries: readonly Entry[], ask: AskedFact, needles: Needles): Entry | undefined {
  if (!OF_ONE.has(ask)) return entries[0];
  const sums = ask === 'rate' ? [] : entries.filter(({ clause }) => SUM.test(clause.text));
  const meant = sums.length > 0 ? sums : entries;
  const weights = meant.map(({ clause }) => weightOf(clause.text, needles));
  return meant[weights.indexOf(Math.max(...weights))];
}

const SUM = /\d\s*(?:万|亿|千|百)?元/;

const OF_ONE: ReadonlySet<AskedFact> = new Set(['amount', 'benefit', 'count', 'rate']);

/** The entry, or else a clause of its document, in a section headed by what is asked that says it; null without any. */
export function sectionFor(
  entry: Entry,
  ask: AskedFact,
  { needles, shelf }: { readonly needles: Needles; readonly shelf: Shelf },
): Entry | null {
  if (says(entry, ask, needles)) return entry;
  const beside = [...shelf.entries.values()].filter(
    (other) => other.policy.id === entry.policy.id && says(other, ask, needles),
  );
  for (const part of partsAround(entry.clause.path)) {
    const here = beside.filter(({ clause }) => headingsOf(clause.path.slice(0, -1)) === part);
    const wantsPapers = PAPERS.test(needles.asked);
    const fitting = here.filter(({ clause }) => PAPERS.test(clause.path.at(-1) ?? '') === wantsPapers);
    const found = likeliest(fitting.length > 0 ? fitting : here, ask, needles);
    if (found) return found;
  }
  return ask === 'contact' ? contactIn(entry, { needles, shelf }) : null;
}

/** Asked for as a whole: one of several conditions or papers misleads. */
const WHOLE: ReadonlySet<AskedFact> = new Set(['conditions', 'how-to']);

/** 「应当提交以下材料：」 says nothing without what follows it. */
const LEADS_IN = /[:：]\s*$/;

const itemsUnder = (entry: Entry, { entries }: Shelf): readonly Entry[] =>
  [...entries.values()].filter(
    ({ policy, clause }) =>
      policy.id === entry.policy.id && /^\.\d+$/.test(clause.id.replace(entry.clause.id, '')),
  );

/** An entry that leads in with its items; or all items of the section that it stands in, where that is headed by what is asked. */
export function listAround(entry: Entry, ask: AskedFact | undefined, shelf: Shelf): readonly Entry[] {
  if (LEADS_IN.test(entry.clause.text)) {
    const items = itemsUnder(entry, shelf);
    return items.length > 0 ? [entry, ...items] : [];
  }
  const { path } = entry.clause;
  const heading = path.at(-1);
  const pattern = ask === undefined || !(WHOLE.has(ask) || ask === 'deadline') ? undefined : SECTIONS[ask];
  if (heading === undefined || pattern?.test(withoutNumber(heading)) !== true) return [];
  const within = headingsOf(path);
  const items = [...shelf.entries.values()]
    .filter(({ policy, clause }) => policy.id === entry.policy.id && headingsOf(clause.path) === within)
    .flatMap((item) => (LEADS_IN.test(item.clause.text) ? [item, ...itemsUnder(item, shelf)] : [item]));
  if (ask === 'deadline' && items.filter(hasWindow).length < 2) return [];
  return items.length > 1 ? [...new Set(items)] : [];
}

/** 「第一批：3月23日起至4月20日」: of two windows who asks gets both. */
const hasWindow = ({ clause }: Entry): boolean => clause.deadlines.some(({ kind }) => kind === 'application');

/** 「六、不予支持的情形」: a heading that turns the sense of what stands beneath it. */
const TURNS = /不予|不得|不纳入|不适用|不支持|不享受|不属于|除外|负面|禁止|取消/;
const LONGEST_LEAD = 60;

/**
 * What stands above a clause and must be read with it: 「有下列情形之一的，不予支持：」 above an item; null where the
 * clause speaks for itself.
 */
export function leadOf({ policy, clause }: Entry, { entries }: Pick<Shelf, 'entries'>): string | null {
  const parent = entries.get(entryKey(policy.id, clause.id.replace(/\.[^.]*$/, '')));
  if (parent !== undefined && parent.clause.id !== clause.id && LEADS_IN.test(parent.clause.text)) {
    const lead = withoutNumber(parent.clause.text).replace(/\s+/g, '');
    return lead.length <= LONGEST_LEAD ? lead : (/[^。;；]*$/.exec(lead)?.[0].slice(-LONGEST_LEAD) ?? null);
  }
  const heading = withoutNumber(clause.path.at(-1) ?? '');
  return TURNS.test(heading) ? `${heading}：` : null;
}

/** 「联系电话：…」 mostly stands at a document's end, under no heading of its own. */
function contactIn(
  { policy }: Entry,
  { needles, shelf }: { readonly needles: Needles; readonly shelf: Shelf },
): Entry | null {
  const found = [...shelf.entries.values()].find(
    (other) =>
      other.policy.id === policy.id &&
      CONTACT.test(other.clause.text) &&
      unstatedIn(other, 'contact', needles) === null,
  );
  return found ?? null;
}

const CONTACT = /联系|咨询|电话|热线/;
