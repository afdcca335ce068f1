import { describe, expect, test } from 'vitest';
import { parseFile } from '../../../src/app/library/parse-file.ts';
import { passageOf, takeSnapshot } from '../../../src/app/library/snapshot.ts';
import { aLibraryBench, DOCUMENTS } from '../../support/a-library.ts';
import { aClause, anEntry, aPolicy, aUnit, day } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const { deps } = aLibraryBench();
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('one file', () => {
  test('becomes a policy with its clauses', async () => {
    const policy = await parseFile({ name: 'measures.txt', bytes: bytes(DOCUMENTS.measures) }, deps);
    expect(policy).toMatchObject({
      file: 'measures.txt',
      title: '武汉市支持中小企业发展若干措施',
      validUntil: '2024-12-31',
      region: '武汉市',
    });
    expect(policy.clauses.map(({ id }) => id)).toContain('1.1');
  });

  test('has its units resolved where they are known, groups and districts not', async () => {
    const text = `武汉市若干措施\n一、资金\n1．给予奖励。（责任单位：市经信局、各区人民政府、市神秘局）\n`;
    const policy = await parseFile({ name: 'a.txt', bytes: bytes(text) }, deps);
    const units = policy.clauses.flatMap((clause) => clause.units);
    expect(units.map(({ name }) => name)).toEqual(['市经信局', '各区人民政府', '市神秘局']);
    expect(units.map(({ unit }) => unit !== null)).toEqual([true, false, false]);
  });

  test('that cannot be read is refused with a code', async () => {
    await expect(parseFile({ name: 'a.txt', bytes: bytes('') }, deps)).rejects.toMatchObject({
      code: 'empty',
    });
  });
});

describe('a snapshot', () => {
  const policies = [
    aPolicy({
      clauses: Array.from({ length: 600 }, (_, at) => aClause(`奖励企业${at}家。`, { id: `${at + 1}` })),
    }),
  ];
  const placeOf = (region: string): string => region;
  const options = {
    policies,
    problems: [],
    segmenter: createFakeSegmenter(),
    today: day('2026-11-21'),
    placeOf,
  };

  test('lets others work between slices of the index', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => Promise.resolve(void (pauses += 1));
    const { built, index } = await takeSnapshot({ ...options, saved: null, pause });
    expect(built).toBe(true);
    expect(index.size()).toBe(600);
    expect(pauses).toBeGreaterThan(1);
  });

  test('takes saved bytes over exactly these clauses only', async () => {
    const pause = (): Promise<void> => Promise.resolve();
    const saved = (await takeSnapshot({ ...options, saved: null, pause })).index.save();
    expect(await takeSnapshot({ ...options, saved, pause })).toMatchObject({ built: false });
    const fewer = [aPolicy({ clauses: policies[0]?.clauses.slice(1) ?? [] })];
    expect(await takeSnapshot({ ...options, policies: fewer, saved, pause })).toMatchObject({ built: true });
    const other = [aPolicy({ id: 'other', clauses: policies[0]?.clauses ?? [] })];
    expect(await takeSnapshot({ ...options, policies: other, saved, pause })).toMatchObject({ built: true });
  });
});

describe('a passage', () => {
  test('is found by title, headings and units', () => {
    const policy = aPolicy({ title: '若干措施' });
    const entry = anEntry('奖励企业。', {
      policy,
      clause: { path: ['一、资金'], heading: '奖励', units: [aUnit('市经信局')] },
    });
    expect(passageOf(entry)).toEqual({
      id: 'sample#1',
      title: '若干措施\n一、资金\n奖励',
      body: '奖励企业。',
      units: '市经信局',
      facets: { region: '武汉市', level: '市', kind: 'item', unit: ['市经信局'] },
    });
  });

  test('of a document without title, region and level is for everybody', () => {
    const entry = anEntry('奖励企业。', { policy: aPolicy({ region: null, level: null }) });
    expect(passageOf(entry)).toMatchObject({ title: '', facets: { region: '全国', level: '' } });
  });
});
