import type {
  Candidate,
  Decline,
  Entry,
  Extract,
  ExtractFact,
  Office,
  Speech,
  UnstatedFact,
} from '../../domain/answer/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import type { LocalDate } from '../../domain/time.ts';

/** Units named in a reply that asked for something else; the rest is counted. */
const FEW_UNITS = 4;

const chineseDate = (on: string): string => {
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

/** Where a clause stands: 「二、(一)3」「第24项」「第五条」; empty where nothing is numbered. */
export function placeOf({ clause }: Pick<Entry, 'clause'>): string {
  const own = clause.number?.trim() ?? '';
  if (clause.kind === 'row') return own === '' ? '' : `第${own.replace(/[.．、]$/, '')}项`;
  if (clause.kind === 'article') return own;
  const above = clause.path.map((heading) => NUMBER.exec(heading)?.[1] ?? '').join('');
  const place = `${above}${own}`.replace(/[.．、]$/, '');
  // A bare 「2」 says nothing: the heading itself does, or that it is an item.
  return /^\d+$/.test(place) ? (clause.path.at(-1) ?? `第${place}项`) : place;
}

const source = (entry: Entry): string => `——《${shortTitle(entry.policy)}》${placeOf(entry)}`;

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

const unitNames = (entry: Entry): readonly string[] => entry.units.map(({ name }) => name);

function unitLine(entry: Entry, all: boolean): string {
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
  conditions: '这一条没有写具体条件',
  contact: '这一条没有写电话、地址',
};

/** Where to ask what a clause does not say. */
const WHO_KNOWS: ReadonlySet<UnstatedFact> = new Set(['how-to', 'conditions']);

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

function factLine(fact: ExtractFact | null, entry: Entry): string {
  switch (fact?.kind) {
    case 'amounts':
      return fact.tiers.map(({ who, amount }) => (who === '' ? amount : `${who}：${amount}`)).join('；');
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
      return `${fact.signed ? '落款' : '发布'}日期：${chineseDate(fact.on as LocalDate)}`;
    case 'document-number':
      return `文号：${fact.number}`;
    case undefined:
      return '';
  }
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

// No quotation marks around it: the documents are full of their own.
const quoted = ({ quote, leavesBefore, leavesAfter }: Extract): string =>
  `原文：${leavesBefore ? '…' : ''}${quote}${leavesAfter ? '…' : ''}`;

/** One clause: the fact asked for, its sentence, where it stands, who is responsible, whether it still holds. */
export function clauseReply(extract: Extract, choices: string): string {
  const { entry, fact } = extract;
  return lines(
    factLine(fact, entry),
    quoted(extract),
    source(entry),
    fact?.kind === 'units' ? '' : unitLine(entry, false),
    fact?.kind === 'validity' ? '' : standing(entry),
    choices,
  );
}

/** Two clauses side by side. */
export function comparisonReply(sides: readonly [Extract, Extract], choices: string): string {
  const [first, second] = sides;
  const side = (mark: string, extract: Extract): string => {
    const [first = '', ...rest] = [factLine(extract.fact, extract.entry), quoted(extract)].filter(
      (part) => part !== '',
    );
    return lines(
      `${mark}${first}`,
      ...rest,
      `${source(extract.entry)}${extract.fact?.kind === 'units' || extract.entry.units.length === 0 ? '' : `（${unitLine(extract.entry, false)}）`}`,
    );
  };
  const standings = [...new Set([standing(first.entry), standing(second.entry)])];
  return lines(side('①', first), side('②', second), standings.join('；'), choices);
}

/** A short name for a clause that may also be meant. */
export function labelOf({ entry }: Pick<Candidate, 'entry'>): string {
  const { clause } = entry;
  const first = clause.heading ?? clause.text.replace(/^\s*\d+[.．、]\s*/, '');
  const name = (first.split(/[,，。;；:：]/)[0] ?? '').replace(/\s+/g, '').replace(/^[—–-]+/, '');
  // A number that is cut is another number: 「科技型中小企业入库900…」 of 9000.
  return name.length > 16 ? `${name.slice(0, 15).replace(/[\d.]+$/, '')}…` : name;
}

export const originalLabel = '看原文';

/** 「回1看原文,2 推动“小进规”攻坚…」: what can be answered by one digit. */
export const choiceLine = (choices: readonly { readonly key: string; readonly label: string }[]): string =>
  choices.length === 0 ? '' : `回复 ${choices.map(({ key, label }) => `${key} ${label}`).join(' | ')}`;

/** The original text of a clause, as restored. */
export const originalReply = (entry: Entry): string =>
  lines(source(entry), ...entry.clause.path.slice(-1), entry.clause.text, standing(entry));

export const noSuchChoice = '没有这个选项。请直接输入要问的政策，或回复“帮助”。';

const HUMAN = '需要人工请回“转人工”。';

/** Why nothing is answered; one friendly sentence, and the way to a person. */
export function declineReply(
  reason: Decline,
  { region, meant = [] }: { readonly region: string | null; readonly meant?: readonly string[] },
): string {
  const guess = meant.length === 0 ? '' : `您是不是想说：${meant.join('、')}？`;
  return lines(guess, declined(reason, region));
}

/** 「这一条没有写金额」 → 「没有写金额」. */
const lacking = (what: UnstatedFact): string => UNSTATED[what].replace(/^这一条/, '').replace(/，.*$/, '');

/** The library speaks of the thing and does not say what was asked: nothing is guessed, the clause can be read. */
export function nearlyReply(
  entry: Entry,
  { lacks, choices }: { readonly lacks: UnstatedFact; readonly choices: string },
): string {
  const name = labelOf({ entry }).replace(/[“”]/g, '');
  return lines(
    `政策库里最接近的是“${name}”这一条，${lacking(lacks)}，不能乱说。${HUMAN}`,
    source(entry),
    choices,
  );
}

function declined(reason: Decline, region: string | null): string {
  switch (reason) {
    case 'unstated':
    case 'no-basis':
      return `抱歉，政策库里没有找到能回答这个问题的依据。可以换个说法再问，${HUMAN}`;
    case 'no-region':
      return `抱歉，政策库里还没有${region ?? '这个地区'}的政策文件，不能答复。${HUMAN}`;
    case 'out-of-scope':
      return '抱歉，这件事不在企业政策库的范围里，没有依据可以答复。个人事项可拨打12345政务服务热线咨询。';
    case 'too-vague':
      return '请说说想问哪项政策，例如“小巨人奖励多少钱”“首贷服务站归哪个部门管”。';
    case 'no-library':
      return '政策库里还没有可用的文件，请联系管理员。';
  }
}

const GREETING_HINT = '可以直接问政策，例如“小巨人奖励多少钱”。';

/** Small talk, answered as a service desk would. */
export function speechReply(speech: Speech, name: string): string {
  switch (speech) {
    case 'greeting':
      return `您好，我是企业服务助手${name}。${GREETING_HINT}`;
    case 'identity':
      return `我是企业服务助手${name}，按政策文件原文回答企业政策问题，注明出处、责任单位和是否有效；文件里没有的不乱说。`;
    case 'thanks':
      return '不客气，有问题随时问。';
    case 'farewell':
      return '再见，祝生意兴隆。';
    case 'complaint':
      return `抱歉没帮上忙。可以换个说法再问，${HUMAN}`;
    case 'placeholder':
      return '我只看得懂文字，请把问题打成文字发给我。';
    case 'empty':
      return `没有收到文字。${GREETING_HINT}`;
    case 'human':
      return '请联系您的企业服务专员，或拨打12345政务服务热线转企业服务。';
    case 'intrusion':
      return '我只按政策文件回答企业政策问题，这个做不到。';
    case 'help':
      return lines(
        '直接用自己的话问政策：能拿多少钱、找哪个部门、什么时候截止、还有没有效。',
        '点名地区就查该地区的文件，例如“上海…”“湖南…”。',
        '回复1看原文，2、3看其他条款；“政策库”看有哪些文件；“转人工”找人。',
      );
    case 'library':
      return '';
  }
}

/** Every document of the library, one line each. */
export function libraryReply(
  policies: readonly { readonly policy: Policy; readonly standing: string }[],
): string {
  if (policies.length === 0) return declineReply('no-library', { region: null });
  return lines(
    `政策库共${policies.length}份文件：`,
    ...policies.map(({ policy, standing: status }, at) => `${at + 1}.《${shortTitle(policy)}》${status}`),
  );
}

/** The bot's own fault; nothing of the cause is shown. */
export const failureReply = '抱歉，刚才出了点问题，请再发一次。';
