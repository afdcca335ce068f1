import type { AskReply } from '../../src/app/answering/types.ts';
import { MAX_QUOTE } from '../../src/domain/answer/extract.ts';
import type { Entry } from '../../src/domain/answer/types.ts';

type Entries = ReadonlyMap<string, Entry>;

const bare = (text: string): string => text.replace(/\s+/gu, '');

const AMOUNT = /\d[\d.,，]*\s*(?:万|亿|千|百)?元|\d[\d.]*\s*[%％‰]/gu;
const DATE = /\d{4}\s*年(?:\s*\d+\s*月)?(?:\s*\d+\s*日)?|\d+\s*月\s*\d+\s*日/gu;
const QUOTE = /原文：([^]*?)\n(?=——《)/gu;
const UNITS = /责任单位：([^\n）]+)/gu;
const FACT = /^(?:印发单位|文号)：(.+)$|文件由(.+)印发/gmu;
const PERIOD = /这是(?:(\d{4})—)?(\d{4})年的(?:安排|规划)/gu;

const quotesOf = ({ text }: AskReply): readonly string[] =>
  [...text.matchAll(QUOTE)].map(([, quote = '']) => quote.replace(/^…|…$/gu, ''));

/** The entries that a reply cites: as many as it quotes. */
function citedBy(reply: AskReply, entries: Entries): readonly Entry[] {
  return reply.memory.shown
    .slice(0, quotesOf(reply).length)
    .flatMap(({ policy, clause }) => entries.get(`${policy}#${clause}`) ?? []);
}

/** What a clause says, and the clauses elsewhere that say the same: their units are named too. */
function wordsOf({ clause, twins }: Entry, entries: Entries): string {
  const elsewhere = twins.flatMap((twin) => {
    const policy = [...entries.values()].find((entry) => entry.policy.id === twin.policy)?.policy;
    return policy?.clauses.filter(({ id }) => id === twin.clause) ?? [];
  });
  return bare([clause, ...elsewhere].map(({ text }) => text).join('\n'));
}

const withoutZeros = (date: string): string => bare(date).replace(/(?<=[年月])0(?=\d)/gu, '');

/** What a document says, dates without leading zeros. */
const documentWords = ({ policy }: Entry): string => withoutZeros(`${policy.title ?? ''}${policy.text}`);

/** 「这是2021—2025年的规划」: the years, or the name of the five years, stand in the document. */
function untruePeriods(text: string, documents: string): string[] {
  const isFiveYears = (from: string | undefined, to: string | undefined): boolean =>
    from === '2021' && to === '2025' && documents.includes('十四五');
  return [...text.matchAll(PERIOD)]
    .filter(
      ([, from, to]) =>
        !isFiveYears(from, to) && ![from ?? to, to].every((year) => documents.includes(`${year}`)),
    )
    .map(([words]) => words);
}

function untrueUnits(text: string, words: string): string[] {
  return [...text.matchAll(UNITS)]
    .flatMap(([, names = '']) => names.replace(/等\d+家$/u, '').split('、'))
    .filter((name) => !words.includes(bare(name)));
}

/**
 * Everything in an answer that does not stand where it is said to stand: amounts, units and quotes in the cited
 * clauses; dates, the issuer and the number in the document's own text. Titles and the labels of other clauses
 * are left out.
 */
export function untruths(reply: AskReply, entries: Entries): readonly string[] {
  const cited = citedBy(reply, entries);
  const text = reply.text.replace(/^——《.*》/gmu, '').replace(/^回复 1 .*$/mu, '');
  const clauses = bare(cited.map(({ clause }) => clause.text).join('\n'));
  const documents = cited.map(documentWords).join('\n');
  const unitWords = cited.map((entry) => wordsOf(entry, entries)).join('\n');
  const quotes = quotesOf(reply);
  const amounts = [...text.matchAll(AMOUNT)].map(([amount]) => bare(amount));
  const dates = [...text.replace(PERIOD, '').matchAll(DATE)].map(([date]) => withoutZeros(date));
  const facts = [...text.matchAll(FACT)].map(([, fact, issuer]) => bare(fact ?? issuer ?? ''));
  return [
    ...(cited.length === 0 ? ['no clause is cited'] : []),
    ...amounts.filter((amount) => !clauses.includes(amount)),
    ...dates.filter((date) => !documents.includes(date)),
    ...untruePeriods(text, documents),
    ...untrueUnits(text, unitWords),
    ...facts.filter((fact) => !documents.includes(fact)),
    ...quotes.filter((quote, at) => !cited[at]?.clause.text.includes(quote)),
    ...quotes.filter(({ length }) => length > MAX_QUOTE),
  ];
}
