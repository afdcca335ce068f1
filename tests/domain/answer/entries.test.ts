import { describe, expect, test } from 'vitest';
import { buildEntries } from '../../../src/domain/answer/entries.ts';
import type { ClauseId } from '../../../src/domain/document/types.ts';
import type { ClauseLink, Policy } from '../../../src/domain/policy/types.ts';
import { aClause, aPolicy, aUnit, day } from '../../support/an-entry.ts';

const TODAY = day('2026-11-21');
const keys = (policies: readonly Policy[], links: readonly ClauseLink[] = []): string[] => [
  ...buildEntries(policies, links, { today: TODAY }).keys(),
];
const link = (from: readonly [Policy, string], to: readonly [Policy, string]): ClauseLink => ({
  from: { policy: from[0].id, clause: from[1] as ClauseId },
  to: { policy: to[0].id, clause: to[1] as ClauseId },
});

const ITEM = '建设首贷服务站,为首贷户提供一对一服务,各银行参与。';
const plan = aPolicy({
  id: 'plan',
  clauses: [
    aClause(ITEM, { id: '1.1', path: ['一、融资服务'], heading: '首贷' }),
    aClause('另外推广经验,形成长效机制,加强队伍建设。', { id: '1.2' }),
  ],
});
const list = aPolicy({
  id: 'list',
  clauses: [aClause(ITEM, { id: 'r1', kind: 'row', path: ['融资'], units: [aUnit('市地方金融局')] })],
});

describe('an item of a plan and its row in the task list', () => {
  const absorbed = buildEntries([plan, list], [link([plan, '1.1'], [list, 'r1'])], { today: TODAY });

  test('the item is shown through the row, which knows the units', () => {
    expect([...absorbed.keys()]).toEqual(['plan#1.2', 'list#r1']);
  });

  test('the row knows its twin, both files and the headings of both', () => {
    const row = absorbed.get('list#r1');
    expect(row?.twins).toEqual([{ policy: 'plan', clause: '1.1' }]);
    expect(row?.files).toEqual(['list.txt', 'plan.txt']);
    expect(row?.headings).toEqual(['融资', '一、融资服务', '首贷']);
  });

  test('an item that says more than its row stays, and has the row’s units', () => {
    const entries = buildEntries([plan, list], [link([plan, '1.2'], [list, 'r1'])], { today: TODAY });
    expect(entries.get('plan#1.2')?.units.map(({ name }) => name)).toEqual(['市地方金融局']);
  });

  test('without a link both stand for themselves', () => {
    expect(keys([plan, list])).toEqual(['plan#1.1', 'plan#1.2', 'list#r1']);
  });

  test('a link to a clause that is gone is passed over', () => {
    const gone = link([plan, '1.1'], [list, 'r9']);
    expect(buildEntries([plan, list], [gone], { today: TODAY }).get('plan#1.1')?.twins).toEqual([]);
  });
});

describe('what says nothing by itself is left out', () => {
  const title = '武汉市支持企业若干措施';
  test.for([
    ['a title', aClause('武汉市支持企业若干措施', { id: 't', part: 'front' })],
    ['a single sign', aClause('。1', { id: 't' })],
    ['an addressee', aClause('各区人民政府,市人民政府各部门:', { id: 't', part: 'front' })],
    [
      'a heading with clauses below',
      aClause('一、融资服务', { id: 't', number: '一、', heading: '融资服务' }),
    ],
  ] as const)('%s', ([, clause]) => {
    const below = aClause('建设首贷服务站。', { id: '1.1', path: ['一、融资服务'] });
    expect(keys([aPolicy({ title, clauses: [clause, below] })])).toEqual(['sample#1.1']);
  });

  test.for([
    [
      'a heading without anything below',
      aClause('一、融资服务', { id: 't', number: '一、', heading: '融资服务' }),
    ],
    ['a row', aClause('融资服务', { id: 't', kind: 'row', heading: '融资服务' })],
    ['a closing sentence', aClause('融资服务', { id: 't', part: 'back', heading: '融资服务' })],
    [
      'a heading with a sentence',
      aClause('一、融资服务。好。', { id: 't', number: '一、', heading: '融资服务' }),
    ],
    ['a foreword', aClause('为推动发展,制定本措施。', { id: 't', part: 'front' })],
  ] as const)('but %s is kept', ([, clause]) => {
    expect(keys([aPolicy({ title, clauses: [clause] })])).toEqual(['sample#t']);
  });
});

test('every entry knows whether its document holds on the day', () => {
  const ended = aPolicy({ validUntil: day('2024-12-31'), clauses: [aClause('奖励企业。')] });
  expect(buildEntries([ended], [], { today: day('2024-12-31') }).get('sample#1')?.status).toBe('in-force');
  expect(buildEntries([ended], [], { today: day('2025-01-01') }).get('sample#1')?.status).toBe('expired');
});

test('a document is for the people of its place, of none for everybody', () => {
  const regionOf = (region: string | null, placeOf?: (region: string) => string): string | undefined => {
    const policy = aPolicy({ region, clauses: [aClause('奖励企业。')] });
    return buildEntries([policy], [], { today: TODAY, ...(placeOf ? { placeOf } : {}) }).get('sample#1')
      ?.region;
  };
  expect(regionOf('武汉市')).toBe('武汉市');
  expect(regionOf(null)).toBe('全国');
  expect(regionOf('洪山区', () => '武汉市')).toBe('武汉市');
});
