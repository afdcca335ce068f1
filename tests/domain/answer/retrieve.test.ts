import { describe, expect, test } from 'vitest';
import { fitness, regionsFor, retrieve } from '../../../src/domain/answer/retrieve.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import type { ClauseId } from '../../../src/domain/document/types.ts';
import type { PolicyId } from '../../../src/domain/policy/types.ts';
import {
  aBenefit,
  aPolicy,
  aQuestion,
  anEntry,
  aShelf,
  aUnit,
  type EntryParts,
} from '../../support/an-entry.ts';

const WUHAN = ['武汉市', '湖北省', '全国'];
const own = anEntry('培育专精特新企业,给予奖励。', { policy: aPolicy({ id: 'own' }) });
const state = anEntry('支持专精特新企业。', { policy: aPolicy({ id: 'state', region: null }) });
const foreign = anEntry('专精特新企业奖励加码。', { policy: aPolicy({ id: 'foreign', region: '上海市' }) });
const found = (subject: string, regions: readonly string[], entries = [own, state, foreign]): string[] =>
  retrieve(aQuestion(subject), { shelf: aShelf(entries), regions }).map(({ entry }) => entry.policy.id);

describe('clauses that may answer', () => {
  test('are of the region, of its province or of the whole state', () => {
    expect(found('专精特新', WUHAN).toSorted()).toEqual(['own', 'state']);
    expect(found('专精特新', ['上海市'])).toEqual(['foreign']);
    expect(regionsFor({ name: '武汉市', province: '湖北省' })).toEqual(WUHAN);
    expect(regionsFor({ name: '上海市', province: '上海市' })).toEqual(['上海市', '全国']);
  });

  test('are best first, and the same whatever the order of the library', () => {
    const entries = ['a', 'b', 'c', 'd'].map((id) =>
      anEntry('支持专精特新企业。', { policy: aPolicy({ id }) }),
    );
    const order = found('专精特新', WUHAN, entries);
    expect(order).toEqual(['a', 'b', 'c', 'd']);
    expect(found('专精特新', WUHAN, entries.toReversed())).toEqual(order);
    expect(found('专精特新奖励', WUHAN)[0]).toBe('own');
  });

  test('that say the same are told once', () => {
    const twins = [{ policy: 'own' as PolicyId, clause: '1' as ClauseId }];
    const twin = anEntry('培育专精特新企业,给予奖励。', { policy: aPolicy({ id: 'twin' }), twins });
    expect(found('专精特新奖励', WUHAN, [own, twin])).toEqual(['own']);
  });

  test('are found by documents’ words for what owners say', () => {
    const saying = { start: 0, end: 3, phrase: '发红包', means: ['奖励'], weight: 0.8, topic: '' };
    const question = aQuestion('发红包', { sayings: [saying] });
    const hits = retrieve(question, { shelf: aShelf([own]), regions: WUHAN });
    expect(hits.map(({ entry }) => entry.key)).toEqual([own.key]);
  });

  test('another subject can take the place of the question’s own', () => {
    const question = aQuestion('量子');
    const hits = retrieve(question, { shelf: aShelf([own]), regions: WUHAN, subject: '专精特新' });
    expect(hits).toHaveLength(1);
  });

  test('an entry that is in the index only is passed over', () => {
    const shelf = { ...aShelf([own]), entries: new Map() };
    expect(retrieve(aQuestion('专精特新'), { shelf, regions: WUHAN })).toEqual([]);
  });
});
