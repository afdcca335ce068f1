import type { Candidate, Decline, Entry, Extract, UnstatedFact } from '../../domain/answer/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { factLine, lacking, unitLine } from './answer-facts.ts';
import { shortTitle, source, sourceOfList, standing } from './answer-source.ts';
import { HUMAN, lines } from './answer-talk.ts';

// No quotation marks around it: the documents are full of their own.
const quoted = ({ quote, leavesBefore, leavesAfter, list, lead = '' }: Extract): string =>
  `原文：${list ? listed(list) : `${lead}${leavesBefore ? '…' : ''}${quote}${leavesAfter ? '…' : ''}`}`;

/** As many items of a list, whole, as a phone shows at a glance; at least one. */
const MOST_OF_A_LIST = 180;

function listed(items: readonly Entry[]): string {
  const texts = items.map(({ clause }) => clause.text.replace(/\s+/g, ''));
  let length = 0;
  const shown = texts.filter((text, at) => {
    length += text.length;
    return at === 0 || length <= MOST_OF_A_LIST;
  });
  return `${shown.join('')}${shown.length < texts.length ? `…（共${texts.length}项）` : ''}`;
}

/** One clause: the fact asked for, its sentence, where it stands, who is responsible, whether it still holds. */
export function clauseReply(
  extract: Extract,
  { choices, isShown = false }: { readonly choices: string; readonly isShown?: boolean },
): string {
  const { entry, fact } = extract;
  return lines(
    factLine(fact, entry),
    // Who asks for one more fact of a clause has its sentences right above.
    isShown && fact ? '' : quoted(extract),
    extract.list ? sourceOfList(entry) : source(entry),
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

/** 「什么意思」 about a clause: nobody is paid by what a machine thinks it means. */
export const explainReply = '这是文件的原话，我不替文件作解释。回复“原文”看整条，想听人讲解请回“转人工”。';

/** 「还有吗」, and there is nothing. */
export const noMoreReply = '相近的条文就这些了。可以换个说法再问，需要人工请回“转人工”。';

export const noSuchChoice = '没有这个选项。请直接输入要问的政策，或回复“帮助”。';

/** Why nothing is answered; one friendly sentence, and the way to a person. */
export function declineReply(
  reason: Decline,
  { region, meant = [] }: { readonly region: string | null; readonly meant?: readonly string[] },
): string {
  const guess = meant.length === 0 ? '' : `您是不是想说：${meant.join('、')}？`;
  return lines(guess, declined(reason, region));
}

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
      return `抱歉，${region ? `${region}的政策文件` : '政策库'}里没有找到能回答这个问题的依据。可以换个说法再问，${HUMAN}`;
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
