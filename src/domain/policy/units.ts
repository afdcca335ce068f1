import type { UnitId } from '../unit/types.ts';
import type { Clause } from '../document/types.ts';
import type { ClauseUnit, UnitRole } from './types.ts';
import { isOrganisation } from './metadata/organisation.ts';
import { bracketsIn } from './brackets.ts';
import { namesIn } from './unit-names.ts';

/** Finds a unit by its written name in a text of a region; null for unknown names and groups. */
export type ResolveUnit = (name: string, region: string | null) => UnitId | null;

interface NamedUnit {
  readonly name: string;
  readonly role: UnitRole;
}

interface Labelled {
  readonly role: UnitRole;
  readonly pattern: RegExp;
}

/** 「责任单位:」「牵头部门:」…: which role the names behind a label have. The first that fits decides. */
const LABELS: readonly Labelled[] = [
  { role: 'lead', pattern: /(?:牵头|主办|主要责任|主责|第一责任)(?:责任)?(?:单位|部门|科室|处室)?$/ },
  { role: 'supporting', pattern: /(?:配合|协办|协助|协同|参与|参加|支持)(?:责任)?(?:单位|部门|科室|处室)?$/ },
  { role: 'accepting', pattern: /(?:受理|申报受理|承办|办理)(?:单位|部门|机构|科室|处室|窗口)$/ },
  { role: 'consulting', pattern: /(?:咨询|联系|服务|政策咨询)(?:单位|部门|机构|科室|处室)$/ },
  { role: 'interpreting', pattern: /解释(?:单位|部门|机构)$/ },
  {
    role: 'responsible',
    pattern:
      /(?:责任|负责|实施|落实|执行|主管|组织|分工|完成|责任主体)(?:单位|部门|科室|处室|主体|机构)?(?:及分工|分工)?$/,
  },
];
/** Only words of labels stand before it: 「…社会保障局配合单位:」 begins with the name before it. */
const LABEL =
  /(?:第一|主要|共同|具体|[省市区县]级|国家级|牵头|主办|主责|配合|协办|协助|协同|参与|参加|支持|申报|受理|承办|办理|政策|咨询|联系|服务|解释|责任|负责|实施|落实|执行|主管|组织|分工|完成|业务|归口|管理|及|和|或|\/){0,4}(?:单位|部门|机构|科室|处室|窗口|主体|牵头|配合|责任分工)[:：]/g;

const roleOfLabel = (label: string): UnitRole | null =>
  LABELS.find(({ pattern }) => pattern.test(label.replace(/\s/g, '')))?.role ?? null;

/** 「甲局、乙局牵头,各有关部门按职责分工负责」: verbs behind the names they belong to. */
const VERBS: readonly Labelled[] = [
  { role: 'lead', pattern: /^(?:共同)?(?:牵头|总牵头)(?:负责|组织实施|落实|实施)?/ },
  {
    role: 'supporting',
    pattern: /^(?:等)?(?:予以|积极|参与|共同)?(?:配合|协助|协同|参与|参加)(?:落实|实施)?/,
  },
  {
    role: 'responsible',
    pattern:
      /^(?:等)?(?:按照?职责分工|按职责|按照?职能|依职责|共同|分别|分工|具体)*(?:负责|分工负责|落实|实施|分别负责|承担)(?:落实|实施)?/,
  },
];
const VERB =
  /(?:共同)?牵头(?:负责|组织实施|落实|实施)?|(?:等)?(?:予以|积极|共同)?(?:配合|协助|参与|参加)(?:落实|实施)?|(?:等)?(?:按照?(?:各自)?职责分工|按照?(?:各自)?职责|按照?职能|依职责|共同|分别|分工|具体)*(?:负责|落实|组织实施)(?:落实|实施)?/g;

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Names under labels: 「牵头单位:甲局;配合单位:乙局、丙局」. */
function labelledNames(mark: string): readonly NamedUnit[] {
  const labels = [...mark.matchAll(LABEL)].filter((match) => roleOfLabel(match[0].slice(0, -1)) !== null);
  return labels.flatMap((label, index) => {
    const role = roleOfLabel(label[0].slice(0, -1)) as UnitRole;
    const names = mark.slice(label.index + label[0].length, labels[index + 1]?.index ?? mark.length);
    return verbNames(names, role) ?? namesIn(names).map((name) => ({ name, role }));
  });
}

/** Names before verbs; what stands behind the last verb has the role given. */
function verbNames(mark: string, otherwise: UnitRole | null): readonly NamedUnit[] | null {
  const found: NamedUnit[] = [];
  let from = 0;
  for (const verb of mark.matchAll(VERB)) {
    const role = VERBS.find(({ pattern }) => pattern.test(verb[0]))?.role;
    const names = namesIn(mark.slice(from, verb.index));
    if (!role || (names.length === 0 && from === 0)) continue;
    found.push(...names.map((name) => ({ name, role })));
    from = verb.index + verb[0].length;
  }
  if (found.length === 0) return null;
  const rest = namesIn(mark.slice(from));
  return [...found, ...rest.map((name) => ({ name, role: otherwise ?? 'responsible' }))];
}

const LONGEST_MARK = 600;
const IS_SENTENCE = /[。！？]|《|万元|给予|按照本|根据/;

const GROUP = /^(?:各|有关|相关|[省市区县]直|市有关|省有关)[^。]{2,24}$/;

const isUnit = (name: string): boolean => isOrganisation(name) || GROUP.test(name);

/** 「(市自然资源局,各县(市、区)政府、区直各部门)」: a bracket of nothing but units; one name alone is a remark. */
function bareNames(mark: string): readonly NamedUnit[] {
  const names = namesIn(mark);
  const areUnits = names.length >= 2 && names.every(isUnit);
  return areUnits ? names.map((name) => ({ name, role: 'responsible' })) : [];
}

/** 「各县教育局(社会事业局、文体局)」: other names of the unit before the bracket. */
const IS_NAME_BEFORE = /[局委厅部府院办]/;

/** A mark by verbs: 「(甲局牵头,乙局、丙局配合)」. */
function unitsOfBracket(inner: string, before: string): readonly NamedUnit[] {
  const mark = compact(inner);
  if (mark.length > LONGEST_MARK || mark.search(LABEL) >= 0 || IS_SENTENCE.test(mark)) return [];
  return /(?:牵头|负责|落实|配合|实施|参与)[^,，、]{0,6}$/.test(mark)
    ? (verbNames(mark, null) ?? [])
    : IS_NAME_BEFORE.test(before)
      ? []
      : bareNames(mark);
}

/** What ends the names behind a label: a closing bracket of its own level, a full stop, the next item's number. */
const NEXT_ITEM =
  /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,2}[)）]|\d{1,2}[)）])/;
const CLOSED = ')）〕]］】';
const OPENED = '(（〔[［【';

/** The stretch from a label to the end of its names; other labels may follow within (牵头单位:…;配合单位:…). */
function markEnd(text: string, from: number, bracketed: boolean): number {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST_MARK);
  for (let index = from; index < limit; index++) {
    const character = text[index] as string;
    if (depth === 0 && (character === '。' || CLOSED.includes(character))) return index;
    if (depth === 0 && NEXT_ITEM.test(text.slice(index, index + 6))) return index;
    if (character === '\n' && !bracketed && index > from) return index;
    if (OPENED.includes(character)) depth++;
    else if (CLOSED.includes(character)) depth--;
  }
  return limit;
}

/**
 * Marks by labels, in brackets or not, anywhere in a text: 「(责任单位:甲局)」「牵头单位:区农业局」「4.责任单位:↵甲局」.
 * A label that is no mark of its own (「各责任单位:」 in running text) has no names behind it.
 */
function labelledMarks(text: string): readonly NamedUnit[] {
  const found: NamedUnit[] = [];
  let end = 0;
  for (const label of text.matchAll(LABEL)) {
    if (label.index < end || roleOfLabel(label[0].slice(0, -1)) === null) continue;
    const from = label.index + label[0].length;
    const bracketed = OPENED.includes(text[label.index - 1] ?? ' ');
    end = markEnd(text, from, bracketed);
    found.push(...labelledNames(compact(text.slice(label.index, end))));
  }
  return found;
}

/** 「由市经信局负责解释」「由某局会同某局解释」: interpreting units in running text. */
const INTERPRETS = /由([^。，；,;:：由]{2,100}?)(?:共同|分别)?(?:负责|进行|承担)?(?:具体)?(?:的)?$/;
const BEFORE_INTERPRETING = 110;

function interpreters(text: string): readonly NamedUnit[] {
  return [...text.matchAll(/解释/g)].slice(0, 20).flatMap((match) => {
    const names =
      INTERPRETS.exec(text.slice(Math.max(0, match.index - BEFORE_INTERPRETING), match.index))?.[1] ?? '';
    return names
      .split('会同')
      .flatMap((part) => namesIn(part).map((name) => ({ name, role: 'interpreting' as const })));
  });
}

/** 责任科室 is asked only where no column names the unit itself. */
const OFFICE = /科室|处室/;

function roleOfHeader(header: string): UnitRole | null {
  const title = compact(header);
  if (title.length > 12 || !/单位|部门|科室|处室|牵头|配合|责任主体/.test(title)) return null;
  return roleOfLabel(title) ?? (/^(?:单位|部门)$/.test(title) ? 'responsible' : null);
}

/** 「市经信局 市财政局」: blanks part the names of a cell; 「市经信 局」 is one name in a narrow column. */
function namesInCell(cell: string): readonly string[] {
  const parts = cell.split(/\s+/).map((part) => namesIn(part));
  return parts.every((names) => names.every(isUnit)) ? parts.flat() : namesIn(cell);
}

/** Table columns by their header; a cell that fills the whole row is the heading of a group of rows. */
function unitsOfCells(cells: Readonly<Record<string, string>>): readonly NamedUnit[] {
  const all = Object.values(cells);
  const columns = Object.entries(cells).filter(([header]) => roleOfHeader(header) !== null);
  const units = columns.filter(([header]) => !OFFICE.test(header));
  return (units.length > 0 ? units : columns).flatMap(([header, cell]) => {
    const role = roleOfHeader(header) as UnitRole;
    if (all.length > 1 && all.every((other) => other === cell)) return [];
    const labelled = labelledNames(compact(cell));
    return labelled.length > 0 ? labelled : namesInCell(cell).map((name) => ({ name, role }));
  });
}

/** 「4.责任单位:」 as a heading of its own: the clause below it holds the names. */
function unitsUnderHeading(clause: Clause): readonly NamedUnit[] {
  const label = compact(clause.path.at(-1) ?? '').replace(
    /^(?:[（(]?[\d一二三四五六七八九十]+[)）、.．])+/,
    '',
  );
  const role =
    /^[\u4e00-\u9fa5]{2,10}[:：]?$/.test(label) && clause.text.length <= LONGEST_MARK
      ? roleOfHeader(label.replace(/[:：]$/, ''))
      : null;
  if (!role || IS_SENTENCE.test(clause.text)) return [];
  return namesIn(clause.text).map((name) => ({ name, role }));
}

function distinct(units: readonly NamedUnit[]): readonly NamedUnit[] {
  const seen = new Set<string>();
  return units.filter(({ name, role }) => {
    const key = `${role} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** 「缴费咨询 027-80000000」 beside units: what a number is for. */
const IS_MATTER = /(?:咨询|电话|投诉|举报|热线)$/;

/** Units that a text names in marks of its own, in its order. */
export function unitsNamedIn(text: string): readonly NamedUnit[] {
  const tight = text.replace(/[^\S\n\t]+/g, '');
  return distinct([
    ...labelledMarks(tight),
    ...bracketsIn(tight).flatMap(({ inside, start }) => unitsOfBracket(inside, tight.charAt(start - 1))),
    ...interpreters(tight),
  ]).filter(({ name }) => !IS_MATTER.test(name));
}

/** The units of a clause with their roles; a table row's are those of its columns. */
export function unitsOfClause({
  clause,
  region,
  resolveUnit,
}: {
  readonly clause: Clause;
  readonly region: string | null;
  readonly resolveUnit: ResolveUnit;
}): readonly ClauseUnit[] {
  const ofCells = clause.cells ? unitsOfCells(clause.cells) : [];
  const named = distinct(
    ofCells.length > 0 ? ofCells : [...unitsNamedIn(clause.text), ...unitsUnderHeading(clause)],
  );
  return named.map(({ name, role }) => ({ name, role, unit: resolveUnit(name, region) }));
}
