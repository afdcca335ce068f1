import { asWritten, plain, sentencesOf, type Plain, type Sentence } from '../plain.ts';
import type { Deadline } from '../types.ts';
import { addDays, partsOf } from '../../time.ts';
import { verdictOn, type Surroundings, type Verdict } from './cues.ts';
import { kindOf } from './kind.ts';
import { rhythmsIn, type Rhythm } from './rhythms.ts';
import { spansIn, type Span } from './spans.ts';
import { dutyAround } from './what.ts';
import { resolveSpan, type YearClues } from './year.ts';

/** A text in which deadlines are looked for, and what is known around it. */
export interface DeadlineQuestion {
  readonly text: string;
  /** Headings above the text and its own, innermost last. */
  readonly heading: string;
  readonly clues: YearClues;
  /** The document calls for applications (关于组织申报…的通知), so handing in papers is part of applying. */
  readonly applies: boolean;
}

const BEFORE = 40;
const AFTER = 60;
const LEAD = 30;

interface Reading {
  readonly of: Plain;
  readonly question: DeadlineQuestion;
  readonly sentences: readonly Sentence[];
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] as Sentence).start <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low] as Sentence;
}

function surroundings(reading: Reading, span: Span): Surroundings {
  const { text } = reading.of;
  const sentence = sentenceAt(reading.sentences, span.start);
  const { until } = span;
  return {
    before: text.slice(Math.max(sentence.start, span.start - BEFORE), span.start),
    after: text.slice(span.end, Math.min(sentence.end, span.end + AFTER)),
    heading: reading.question.heading,
    isWindow: span.from !== null || span.days !== null,
    onlyYear: until.month === null && until.part === null,
    monthless: until.month === null,
    exact: until.day !== null || until.part === 'last',
  };
}

/** A line that is only a date, or a unit and a date, is a signature or a page date. */
function isSignature(around: Surroundings): boolean {
  if (around.after.replace(/[()\s]/g, '') !== '' || around.isWindow) return false;
  if (/时间|截止|日期|期限|安排/.test(around.heading)) return false;
  return (
    around.before === '' || /(?:局|委|厅|部|政府|办公室|委员会|中心|院|会|小组|公司)$/.test(around.before)
  );
}

/** The year named last before the span in the same paragraph, where no other month lies between. */
function yearBefore(spans: readonly Span[], index: number, reading: Reading): number | null {
  const span = spans[index] as Span;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const other = spans[back] as Span;
    if (reading.of.text.slice(other.end, span.start).includes('\n')) return null;
    if (sentenceAt(reading.sentences, other.start).start !== sentenceAt(reading.sentences, span.start).start)
      return null;
    const year = other.until.year ?? other.from?.year ?? null;
    if (year !== null && other.until.month !== null) return year;
  }
  return null;
}

function wordsOf(reading: Reading, sentence: Sentence): string {
  return reading.question.heading + reading.of.text.slice(sentence.start, sentence.end);
}

/** The part of the sentence that the date belongs to. */
function nearOf(around: Surroundings): string {
  const behind = around.after.replace(/^,/, '').split(/[,]/).slice(0, 2).join(',');
  return `${around.before.slice(around.before.lastIndexOf(',') + 1)}${behind}`;
}

const KINDS: Readonly<Record<Exclude<Verdict, 'no' | 'due' | 'start'>, Deadline['kind']>> = {
  validity: 'validity',
  objection: 'objection',
};

function fromSpan(reading: Reading, spans: readonly Span[], index: number): Deadline | null {
  const span = spans[index] as Span;
  const around = surroundings(reading, span);
  const verdict = isSignature(around) ? 'no' : verdictOn(around);
  if (verdict === 'no') return null;
  const { clues, applies } = reading.question;
  const sentence = sentenceAt(reading.sentences, span.start);
  const resolved = resolveSpan({ span, clues, lastYear: yearBefore(spans, index, reading) });
  const isOpen = /(?:即日|之日|发布|公布)起/.test(around.before.slice(-14));
  const kind =
    verdict === 'due' || verdict === 'start'
      ? kindOf({
          near: nearOf(around),
          words: wordsOf(reading, sentence),
          isWindow: around.isWindow,
          applies,
        })
      : KINDS[verdict];
  return {
    on: verdict === 'start' ? null : resolved.on,
    at: verdict === 'start' ? null : span.until.at,
    from: verdict === 'start' ? resolved.on : (resolved.from ?? (isOpen ? clues.countsFrom : null)),
    what: dutyAround({ of: reading.of, sentence, span, heading: reading.question.heading }),
    kind,
    implied: resolved.implied,
    rhythm: 'once',
    conflict: resolved.conflict,
    snippet: asWritten(reading.of, sentence),
  };
}

const ACTS =
  /申报|申请|提出|提交|报送|上报|报|办|完成|缴|备案|登记|拨付|兑付|兑现|答复|反馈|审核|领取|领|补正|填|寄|签|登[录陆]|注册|上传|启动/;

/** A period in which one may object is due by itself, without a verb behind it. */
const NOTICE = /^(?:公示|征求意见|异议)/;

/** 「每年3月31日前提出申请,5月底前完成审核」: what follows with a day of its own is another's; 「3月1日开放,5月底关闭」 is one. */
function ownLead(words: string, behind: string): number {
  const other = /,[^,]{0,12}\d{1,2}月/.exec(behind);
  return other !== null && /前|止/.test(words + behind.slice(0, other.index)) ? other.index : behind.length;
}

function fromRhythm(reading: Reading, rhythm: Rhythm): Deadline | null {
  const { clues, applies } = reading.question;
  const sentence = sentenceAt(reading.sentences, rhythm.start);
  // 「2个工作日内(即5月6日-5月7日内)」 has its days.
  if (reading.of.text.startsWith('(即', rhythm.end)) return null;
  const upTo = reading.of.text.slice(rhythm.end, Math.min(sentence.end, rhythm.end + LEAD));
  const own = reading.of.text.slice(rhythm.start, rhythm.end);
  const behind = rhythm.rhythm === 'recurring' ? upTo.slice(0, ownLead(own, upTo)) : upTo;
  const words = reading.of.text.slice(sentence.start, sentence.end);
  const isNotice = NOTICE.test(own);
  if (
    rhythm.rhythm === 'relative' &&
    !isNotice &&
    (!ACTS.test(behind) || /^[^,]{0,6}有效|^(?:后)?(?:施行|实施|生效)/.test(behind))
  )
    return null;
  const issuedOn = rhythm.days === null ? null : clues.countsFrom;
  const objects = isNotice || /^[^,]*(?:异议|意见建议|申诉)/.test(behind);
  return {
    on: issuedOn ? addDays(issuedOn, rhythm.days as number) : null,
    at: null,
    from: null,
    what: asWritten(reading.of, { start: rhythm.start, end: rhythm.end + behind.length }),
    kind: objects
      ? 'objection'
      : rhythm.rhythm === 'rolling'
        ? 'application'
        : kindOf({ near: behind, words, isWindow: false, applies }),
    implied: issuedOn !== null,
    rhythm: rhythm.rhythm,
    conflict: null,
    snippet: asWritten(reading.of, sentence),
  };
}

const isStart = (one: Deadline | undefined): one is Deadline =>
  one !== undefined && one.rhythm === 'once' && one.on === null && one.from !== null && one.conflict === null;

/** A start belongs to the end beside it, before it or behind it, of the same kind. */
function opens(start: Deadline | undefined, end: Deadline): boolean {
  return (
    isStart(start) &&
    end.on !== null &&
    end.from === null &&
    end.rhythm === 'once' &&
    end.kind === start.kind &&
    (start.from ?? '') <= end.on
  );
}

/** 「5月8日起受理,6月5日截止」「6月5日前提交,系统5月8日起开放」: a start and an end side by side are one window. */
function joinStarts(deadlines: readonly Deadline[]): readonly Deadline[] {
  const startOf = (index: number): Deadline | null => {
    const end = deadlines[index] as Deadline;
    return [deadlines[index - 1], deadlines[index + 1]].find((one) => opens(one, end)) ?? null;
  };
  const starts = deadlines.map((_, index) => startOf(index));
  return deadlines.flatMap((deadline, index) => {
    if (starts.includes(deadline)) return [];
    const start = starts[index];
    return start ? [{ ...deadline, from: start.from }] : [deadline];
  });
}

function isOnce(deadlines: readonly Deadline[], index: number): boolean {
  const one = deadlines[index] as Deadline;
  if (one.on === null) return true;
  return !deadlines
    .slice(0, index)
    .some(
      (other) =>
        other.on === one.on && other.at === one.at && other.from === one.from && other.what === one.what,
    );
}

/** Deadlines of a text in its order; dates that are none (events, periods, goals) are left out. */
export function findDeadlines(question: DeadlineQuestion): readonly Deadline[] {
  const of = plain(question.text);
  const reading: Reading = { of, question, sentences: sentencesOf(of.text) };
  const rhythms = rhythmsIn(of.text, question.heading);
  const spans = spansIn(of.text).filter(
    (span) =>
      !rhythms.some((rhythm) => rhythm.days === null && span.start < rhythm.end && rhythm.start < span.end),
  );
  const found = [
    ...spans.map((span, index) => ({ at: span.start, deadline: fromSpan(reading, spans, index) })),
    ...rhythms.map((rhythm) => ({ at: rhythm.start, deadline: fromRhythm(reading, rhythm) })),
  ];
  const ordered = found
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ deadline }) => (deadline ? [deadline] : []));
  const joined = joinStarts(ordered);
  return joined.filter((_, index) => isOnce(joined, index));
}

/** The year in a title or number: 「2031年度」「〔2031〕」; null where none stands. */
export function yearIn(text: string | null): number | null {
  const found = text === null ? null : /(?<!\d)(20\d{2}|19\d{2})(?=年|[〕\]）)】］])/.exec(text);
  return found ? Number(found[1]) : null;
}

const HEAD = 800;

function citedNumberYear(text: string): number | null {
  const years = [...text.matchAll(/[〔﹝[](20\d{2})[〕﹞\]]/g)].map((match) => Number(match[1]));
  return years.length === 0 ? null : Math.max(...years);
}

/** The latest year cited; a plan's far year (到2035年) is none of the document's time. */
function latestYear(text: string): number | null {
  const years = [...text.matchAll(/(?<![\d到至—-])(20\d{2})(?=年(?!底|末|远景)|[〕\])）])/g)].map((match) =>
    Number(match[1]),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** Clues for derived years: the signature's day outweighs the page's, since a reprint can lie years after. */
export function yearClues(known: {
  readonly publishedOn: Deadline['on'];
  readonly signedOn: Deadline['on'];
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly text: string;
  readonly draft: boolean;
}): YearClues {
  const numberYear = yearIn(known.documentNumber);
  const { publishedOn, signedOn } = known;
  const signatureErrs =
    signedOn !== null &&
    publishedOn !== null &&
    numberYear !== null &&
    partsOf(signedOn).year !== numberYear &&
    partsOf(publishedOn).year === numberYear;
  const issuedOn = signatureErrs ? publishedOn : (signedOn ?? publishedOn);
  // A day before the documents that the text cites is a slip of the pen.
  const cited = citedNumberYear(known.text);
  return {
    issuedOn: cited !== null && issuedOn !== null && partsOf(issuedOn).year < cited ? null : issuedOn,
    titleYear: yearIn(known.title),
    countsFrom: known.draft ? null : issuedOn,
    numberYear,
    citedYear: cited ?? latestYear(known.text.slice(0, HEAD)),
  };
}
