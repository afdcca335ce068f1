import type { UnitId } from '../unit/types.ts';
import type { Clause } from '../document/types.ts';
import type { ClauseUnit, UnitRole } from './types.ts';
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
const LABEL = /(?:[\u4e00-\u9fa5]{0,6}(?:单位|部门|机构|科室|处室|窗口|主体|牵头|配合|责任分工))[:：]/g;

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
function labelledNames(mark: string): readonly NamedUnit[] | null {
  const labels = [...mark.matchAll(LABEL)].filter((match) => roleOfLabel(match[0].slice(0, -1)) !== null);
  if (labels.length === 0) return null;
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

const MARKED = /单位|部门|牵头|负责|落实|配合|科室|处室|主体/;
const LONGEST_MARK = 600;
const IS_SENTENCE = /[。！？]|《|万元|给予|按照本|根据/;

function unitsOfBracket(inner: string): readonly NamedUnit[] {
  const mark = compact(inner);
  if (mark.length > LONGEST_MARK || !MARKED.test(mark)) return [];
  const labelled = labelledNames(mark);
  if (labelled) return labelled;
  return IS_SENTENCE.test(mark) || !/(?:牵头|负责|落实|配合|实施)[^,，、]{0,6}$/.test(mark)
    ? []
    : (verbNames(mark, null) ?? []);
}

/** A paragraph that is a unit mark without brackets: 「牵头单位:区农业局」, 「4.责任单位:」 with names below. */
function unitsOfLine(line: string, next: string | undefined): readonly NamedUnit[] {
  const tight = compact(line).replace(/^(?:[（(]?[\d一二三四五六七八九十]+[)）、.．]|[★●·—-])+/, '');
  const label = /^([\u4e00-\u9fa5]{2,10})[:：]/.exec(tight);
  if (!label || tight.length > LONGEST_MARK) return [];
  const role = roleOfLabel(label[1] as string);
  if (!role || !/单位|部门|机构|科室|处室|窗口|主体|牵头|配合/.test(label[1] as string)) return [];
  const names = tight.slice(label[0].length).replace(/[。.]$/, '');
  if (names === '') return next ? namesIn(compact(next)).map((name) => ({ name, role })) : [];
  return labelledNames(tight) ?? [];
}

/** 「由市经信局负责解释」「由某局会同某局解释」: interpreting units in running text. */
const INTERPRETS =
  /由([^。，；,;:：]{2,60}?)(?:会同([^。，；,;:：]{2,40}?))?(?:共同|分别)?(?:负责|进行|承担)?(?:具体)?(?:的)?解释/g;

function interpreters(text: string): readonly NamedUnit[] {
  return [...text.matchAll(INTERPRETS)].flatMap((match) =>
    [match[1], match[2]].flatMap((names) =>
      namesIn(names ?? '').map((name) => ({ name, role: 'interpreting' as const })),
    ),
  );
}

/** Table columns by their header. */
function unitsOfCells(cells: Readonly<Record<string, string>>): readonly NamedUnit[] {
  return Object.entries(cells).flatMap(([header, cell]) => {
    const title = compact(header);
    const role =
      /单位|部门|科室|处室|牵头|配合|责任主体/.test(title) && title.length <= 12
        ? (roleOfLabel(title) ?? (/^(?:单位|部门)$/.test(title) ? 'responsible' : null))
        : null;
    if (!role) return [];
    const mark = compact(cell);
    return labelledNames(mark) ?? namesIn(cell).map((name) => ({ name, role }));
  });
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

/** Units that a text names in marks of its own, in its order. */
export function unitsNamedIn(text: string): readonly NamedUnit[] {
  const tight = text.replace(/[^\S\n\t]+/g, '');
  const lines = tight.split('\n').filter((line) => line !== '');
  return distinct([
    ...bracketsIn(tight).flatMap(unitsOfBracket),
    ...lines.flatMap((line, index) => unitsOfLine(line, lines[index + 1])),
    ...interpreters(tight),
  ]);
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
  const named = ofCells.length > 0 ? distinct(ofCells) : unitsNamedIn(clause.text);
  return named.map(({ name, role }) => ({ name, role, unit: resolveUnit(name, region) }));
}
