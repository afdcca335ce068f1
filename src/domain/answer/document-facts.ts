import { findValidity } from '../policy/metadata/validity-period.ts';
import type { Policy } from '../policy/types.ts';
import type { LocalDate } from '../time.ts';
import { writtenAs } from './written-date.ts';
import type { AskedFact, Entry, Question, Shelf } from './types.ts';

// Some questions are about a document as a whole: until when it holds, who issued it, on which day.

const WHOLE: readonly AskedFact[] = ['validity', 'issuer', 'published', 'document-number'];

const DOCUMENT_WORD =
  /文件|政策|计划|规划|要点|清单|通知|方案|措施|意见|办法|细则|条例|规定|红头|文号|这份|那份|该文/;

/** Pairs of neighbouring characters, none across a gap. */
const bigramsOf = (text: string): Set<string> =>
  new Set(
    text
      .split(/[\p{P}\p{S}\s]+/u)
      .flatMap((part) =>
        Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2)),
      ),
  );

/** Share of the subject's pairs of characters that stand in the title, rare ones counting more. */
function titleShare(subject: string, title: string, idf: (term: string) => number): number {
  const own = bigramsOf(title.replace(/[\p{P}\p{S}\s]+/gu, ''));
  let total = 0;
  let shared = 0;
  for (const gram of bigramsOf(subject)) {
    const weight = Math.max(idf(gram), 0.1);
    total += weight;
    if (own.has(gram)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** The question wants a fact of a whole document: 「这份文件有效期到哪天」. */
export function isAboutDocument(question: Question): boolean {
  if (!question.asks.some((ask) => WHOLE.includes(ask))) return false;
  return (
    question.asks.includes('validity') ||
    question.asks.includes('document-number') ||
    DOCUMENT_WORD.test(question.text)
  );
}

/** 「那个文件」: the document of whatever is asked about is meant, not one named 「…办法」 in its text. */
const THAT_DOCUMENT = /文件|通知|红头|文号|这份|那份|该文|这个政策|那个政策/;

/** The question wants a fact of the document in which its answer stands. */
export const isAboutItsDocument = (question: Question): boolean =>
  isAboutDocument(question) && (question.asks.includes('validity') || THAT_DOCUMENT.test(question.text));

function dateAsked(asks: readonly AskedFact[], policy: Policy): LocalDate | null {
  if (asks.includes('validity')) return policy.validUntil ?? policy.effectiveOn;
  if (asks.includes('published') || asks.includes('issuer')) return policy.signedOn ?? policy.publishedOn;
  return null;
}

/** 「自2025年9月1日起施行,有效期3年」 states the end that follows from it, also where the start stands in another clause. */
function statesValidity({ clause, policy }: Entry): boolean {
  const { publishedOn, signedOn, effectiveOn, validUntil } = policy;
  if (validUntil === null && effectiveOn === null) return false;
  const starts = [
    { publishedOn, signedOn },
    { publishedOn: null, signedOn: effectiveOn },
  ];
  return starts.some((issued) => {
    const said = findValidity([clause.text], issued);
    return validUntil === null ? said.effectiveOn === effectiveOn : said.validUntil === validUntil;
  });
}

function proves(entry: Entry, question: Question): boolean {
  const { clause, policy } = entry;
  if (question.asks.includes('validity') && statesValidity(entry)) return true;
  const on = dateAsked(question.asks, policy);
  if (on !== null && writtenAs(on).test(clause.text)) {
    return !question.asks.includes('validity') || /有效|施行|执行|失效|废止|截[止至]/.test(clause.text);
  }
  if (question.asks.includes('document-number') && policy.documentNumber)
    return clause.text.includes(policy.documentNumber);
  return (
    question.asks.includes('issuer') &&
    policy.issuingAuthority !== null &&
    clause.text.includes(policy.issuingAuthority)
  );
}

const REST = new RegExp(
  `${DOCUMENT_WORD.source}|几月几|是哪|落款|日期|有效期|有效|过期|失效|作废|什么时|文号|印发|发布|出台|单位|部门|开始|算数|作数|管到|管用|施行|生效|到`,
  'g',
);

/** A subject without the words that speak of any document. */
export const withoutDocumentWords = (subject: string): string => subject.replace(REST, ' ');

/** 「1130号」: the number by which officials call a document. */
function isNumbered({ documentNumber }: Policy, asked: string): boolean {
  const number = /(\d+)\s*号$/.exec(documentNumber ?? '')?.[1];
  return number !== undefined && new RegExp(`(?<!\\d)${number}\\s*号`).test(asked);
}

/** 「武汉中小企业」 is written 「武汉市…中小企业」 in a title: the place has chosen the documents already. */
const withoutPlaces = ({ subject, regions }: Question): string =>
  regions
    .flatMap(({ name }) => [name, name.replace(/(?:特别行政区|.{0,3}自治区|省|市)$/, '')])
    .filter((place) => place.length > 1)
    .reduce((left, place) => left.replaceAll(place, ' '), subject);

const KIND = /计划|规划|要点|清单|方案|措施|意见|办法|细则|条例|规定/;

/** A title is meant where it holds at least this share of the question's subject. */
const TITLE_SHARE = 0.6;

/** The document that a question names by words of its title; null where none is named clearly. */
export function policyByTitle(
  question: Question,
  { shelf: { entries, index }, regions }: { shelf: Shelf; regions: readonly string[] },
): Policy | null {
  const within = [...entries.values()].filter(({ region }) => regions.includes(region));
  const policies = new Map(within.map(({ policy }) => [policy.id, policy]));
  const numbered = [...policies.values()].find((policy) => isNumbered(policy, question.text));
  if (numbered) return numbered;
  const subject = withoutDocumentWords(withoutPlaces(question));
  const kind = KIND.exec(question.text)?.[0];
  const ofKind = [...policies.values()].filter(({ title }) => kind !== undefined && title?.includes(kind));
  // 「上海这个规划」: the only one of its kind there.
  const rest = withoutDocumentWords(question.plain).replace(/[\p{P}\p{S}\s]|[发文这个份]/gu, '');
  if (rest === '' && ofKind.length === 1) return ofKind[0] ?? null;
  const named = [...policies.values()]
    .map((policy) => ({
      policy,
      share:
        titleShare(subject, policy.title ?? '', index.idf) +
        0.01 * titleShare(question.subject, policy.title ?? '', index.idf),
    }))
    .toSorted((a, b) => b.share - a.share || (a.policy.id < b.policy.id ? -1 : 1));
  const known = named.filter(
    ({ policy }) => dateAsked(question.asks, policy) !== null || !question.asks.includes('validity'),
  );
  const best = known[0] ?? named[0];
  return best && best.share >= TITLE_SHARE ? best.policy : null;
}

/** The clause that proves the asked fact of a document, short ones outside the body first; null where none is asked or stands. */
export function evidenceOf(
  question: Question,
  { policy, entries }: { policy: Policy; entries: ReadonlyMap<string, Entry> },
): Entry | null {
  if (!isAboutDocument(question)) return null;
  const isStated = (entry: Entry): number =>
    Number(question.asks.includes('validity') && statesValidity(entry));
  const proofs = [...entries.values()]
    .filter((entry) => entry.policy.id === policy.id && proves(entry, question))
    .toSorted(
      (a, b) =>
        isStated(b) - isStated(a) ||
        Number(a.clause.part === 'body') - Number(b.clause.part === 'body') ||
        a.clause.text.length - b.clause.text.length,
    );
  return proofs[0] ?? null;
}
