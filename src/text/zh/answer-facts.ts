import type { Entry, ExtractFact, Office, UnstatedFact } from '../../domain/answer/types.ts';
import { sharedName } from './shared-name.ts';
import { chineseDate, placeOf, shortTitle, standing } from './answer-source.ts';

/** Units named in a reply that asked for something else; the rest is counted. */
const FEW_UNITS = 4;

const unitNames = (entry: Entry): readonly string[] => entry.units.map(({ name }) => name);

/** Units of an entry on one line, of many the first few and how many; empty where none are named. */
export function unitLine(entry: Entry, all: boolean): string {
  const names = unitNames(entry);
  if (names.length === 0) return '';
  const shown = all || names.length <= FEW_UNITS + 1 ? names : names.slice(0, FEW_UNITS);
  const rest = names.length - shown.length;
  return `责任单位：${shown.join('、')}${rest > 0 ? `等${names.length}家` : ''}`;
}

interface Unstated {
  readonly what: UnstatedFact;
  readonly office?: Office;
}

/** What the clause quoted does not say, though it was asked for. */
const UNSTATED: Readonly<Record<UnstatedFact, string>> = {
  amount: '这一条没有写金额',
  benefit: '这一条没有写奖励或补贴',
  fee: '这一条没有写收不收费',
  rate: '这一条没有写利率、比例',
  count: '这一条没有写数量',
  units: '这一条没有写责任单位',
  deadline: '这一条没有写申报截止时间，请以当年的申报通知为准',
  time: '这一条没有写具体时间',
  duration: '这一条没有写要多长时间',
  year: '这一条没有写您问的那一年',
  'how-to': '这一条没有写怎么申报',
  papers: '这一条没有写要交什么材料',
  conditions: '这一条没有写具体条件',
  contact: '这一条没有写电话、地址、名单',
};

/** Where to ask what a clause does not say. */
const WHO_KNOWS: ReadonlySet<UnstatedFact> = new Set(['how-to', 'papers', 'conditions', 'contact']);

/** Whom to ask, and where that stands: in the same document unless another is named. */
function officeWords({ name, entry, why }: Office, { policy }: Entry): string {
  const at = `${entry.policy.id === policy.id ? '同一文件' : `《${shortTitle(entry.policy)}》`}${placeOf(entry)}`;
  switch (why) {
    case 'heading':
      return `同一部分的责任单位是${name}（${at}）`;
    case 'duty':
      return `可先问${name}（${at}）`;
    case 'issuer':
      return `文件由${name}印发，可先向它咨询`;
  }
}

function unstatedLine({ what, office }: Unstated, entry: Entry): string {
  if (office) return `${UNSTATED[what]}；${officeWords(office, entry)}`;
  return `${UNSTATED[what]}${WHO_KNOWS.has(what) && entry.units.length > 0 ? '，请问责任单位' : ''}`;
}

interface Tier {
  readonly who: string;
  readonly amount: string;
}

/** One name with all that it gets: a sum and its ceiling are two tiers of one name. */
interface Named {
  readonly who: string;
  readonly amounts: readonly string[];
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', '(': '（', ')': '）' };

const inFullWidth = (words: string): string => words.replace(/[,()]/g, (mark) => FULL_WIDTH[mark] ?? mark);

function byName(tiers: readonly Tier[]): readonly Named[] {
  const named: Named[] = [];
  for (const { who, amount } of tiers) {
    const last = named.at(-1);
    if (last && who !== '' && last.who === who)
      named[named.length - 1] = { who, amounts: [...last.amounts, amount] };
    else named.push({ who, amounts: [amount] });
  }
  return named;
}

/** What all tiers are called alike is said once: 「制定…标准的单位：国际100万元，国家50万元」. */
function tierLine(tiers: readonly Tier[]): string {
  const named = byName(tiers.map(({ who, amount }) => ({ who: inFullWidth(who), amount })));
  const shared = sharedName(named.map(({ who }) => who));
  const said = named.map(({ amounts }) => amounts.join('，'));
  if (shared === null)
    return named.map(({ who }, at) => (who === '' ? `${said[at]}` : `${who}：${said[at]}`)).join('；');
  const { head, tail, own } = shared;
  const all = `${head.replace(/[，、：；]$/, '')}${tail === '' ? '' : `…${tail}`}`;
  // 「1亿元50万元」 would be one number: what is measured is parted from what is given.
  if (own.some((name) => /\d/.test(name)))
    return `${all}，${own.map((name, at) => `${name}：${said[at]}`).join('；')}`;
  const between = named.some(({ amounts }) => amounts.length > 1) ? '；' : '，';
  return `${all}：${own.map((name, at) => `${name}${said[at]}`).join(between)}`;
}

/** The fact asked for in a few words; empty where the sentences say it. */
export function factLine(fact: ExtractFact | null, entry: Entry): string {
  switch (fact?.kind) {
    case 'amounts':
      return tierLine(fact.tiers);
    case 'units':
      return unitLine(entry, true);
    case 'due':
      return `截止：${chineseDate(fact.on)}`;
    case 'unstated':
      return unstatedLine(fact, entry);
    case 'validity':
      return standing(entry);
    case 'issuer':
      return `印发单位：${fact.name}`;
    case 'published':
      return `${fact.signed ? '落款' : '发布'}日期：${chineseDate(fact.on)}`;
    case 'document-number':
      return `文号：${fact.number}`;
    case undefined:
      return '';
  }
}

/** 「这一条没有写金额」 → 「没有写金额」. */
export const lacking = (what: UnstatedFact): string =>
  UNSTATED[what].replace(/^这一条/, '').replace(/，.*$/, '');
