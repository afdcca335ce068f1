import type { Entry, ExtractFact, Office, UnstatedFact } from '../../domain/answer/types.ts';
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

/** Shorter than this, what tiers are called alike is not worth being told apart. */
const SHARED_LENGTH = 6;

interface Tier {
  readonly who: string;
  readonly amount: string;
}

const sharedLength = (names: readonly string[], at: (name: string, length: number) => string): number => {
  const [first = ''] = names;
  const most = Math.min(...names.map(({ length }) => length)) - 1;
  for (let length = most; length > 0; length -= 1)
    if (names.every((name) => at(name, length) === at(first, length))) return length;
  return 0;
};

/** What all tiers are called alike is said once: 「制定…标准的单位：国际100万元，国家50万元」. */
function tierLine(tiers: readonly Tier[]): string {
  const plain = tiers.map(({ who, amount }) => (who === '' ? amount : `${who}：${amount}`)).join('；');
  const names = tiers.map(({ who }) => who);
  const before = sharedLength(names, (name, length) => name.slice(0, length));
  const rest = names.map((name) => name.slice(before));
  // 「国家级」, not 「国家」 and 「级…企业」.
  const after = sharedLength(rest, (name, length) => name.slice(-length));
  const [first = ''] = rest;
  const tail = first.slice(first.length - after).replace(/^(?:级|等奖|等|类|型|档)/, '');
  const shared = `${names[0]?.slice(0, before) ?? ''}${tail === '' ? '' : `…${tail}`}`;
  const own = rest.map((name) => name.slice(0, name.length - tail.length));
  const isWorth =
    tiers.length > 1 && before + tail.length >= SHARED_LENGTH && own.every((name) => name !== '');
  if (!isWorth) return plain;
  return `${shared}：${tiers.map(({ amount }, at) => `${own[at]}${amount}`).join('，')}`;
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
