import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concern } from '../../../src/domain/answer/concerns.ts';
import { namesConcern } from '../../../src/domain/answer/names-concern.ts';
import { anEntry, aPolicy, type EntryParts } from '../../support/an-entry.ts';

const aConcern = (terms: readonly string[], sureness = 0.5): Concern => ({
  name: terms[0] ?? '',
  terms,
  sureness,
});
const RARE = 4;
const idf = (): number => RARE;
/** How far a clause names one concern with these terms, none of which many clauses hold. */
const named = (text: string, terms: readonly string[], parts: EntryParts = {}): number =>
  namesConcern(anEntry(text, parts), [aConcern(terms)], idf).firstConcern;

describe('a clause names what a question is about', () => {
  test.for([
    ['设立应急转贷资金。', '应急转贷'],
    ['设立“应急”转贷资金。', '应急转贷'],
    ['设立应急\n转 贷资金。', '应急转贷'],
    ['設立應急轉貸資金。', '应急转贷'],
    ['扩大首贷户。', '首贷'],
  ] as const)('wholly where it says one of its names: 「%s」, %s', ([text, term]) => {
    expect(named(text, [term])).toBe(1);
    expect(named(text, ['量子计算', term])).toBe(1);
  });

  test('by its headings, too', () => {
    const clause = { path: ['二、融资服务', '(一)应急转贷'] };
    expect(named('由市级资金安排。', ['应急转贷'], { clause })).toBe(1);
    expect(named('由市级资金安排。', ['应急转贷'])).toBe(0);
  });

  test('by the title of its document: the first concern only', () => {
    const policy = aPolicy({ title: '应急转贷资金管理办法' });
    const entry = anEntry('由市级资金安排。', { policy });
    expect(namesConcern(entry, [aConcern(['应急转贷'])], idf)).toEqual({ concern: 0, firstConcern: 1 });
    const untitled = anEntry('由市级资金安排。', { policy: aPolicy({ title: null }) });
    expect(namesConcern(untitled, [aConcern(['应急转贷'])], idf).firstConcern).toBe(0);
  });

  test('by half where it says most of a long name, and not at all where it says less', () => {
    const most = named('支持中小企业知识产权维权。', ['知识产权维权援助']);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(0.5);
    expect(named('保护知识产权。', ['知识产权维权援助'])).toBe(0);
  });

  test('not by part of a short name', () => {
    expect(named('扶持新贷企业。', ['新贷户'])).toBe(0);
    expect(named('发放贷款,存款户头。', ['贷款户'])).toBe(0);
    expect(named('首次贷放。', ['首次贷款'])).toBeGreaterThan(0);
  });

  test('not at all where nothing is known to be asked about, or nothing has a name', () => {
    expect(namesConcern(anEntry('应急转贷'), [], idf)).toEqual({ concern: 0, firstConcern: 0 });
    expect(namesConcern(anEntry('应急转贷'), [aConcern([])], idf)).toEqual({ concern: 0, firstConcern: 0 });
  });
});

describe('how much a name tells', () => {
  const often = (term: string): number => (term === '企业服务' ? 1 : RARE);

  test('is less, the more clauses hold it; the most telling one counts', () => {
    const entry = anEntry('企业服务专员走访企业。');
    const of = (...terms: string[]): number => namesConcern(entry, [aConcern(terms)], often).concern;
    expect(of('企业服务')).toBe(1 / RARE);
    expect(of('企业服务', '服务专员')).toBe(1);
  });

  test('is no doubt that the first concern is named, however many clauses hold it', () => {
    const entry = anEntry('企业服务专员走访企业。');
    expect(namesConcern(entry, [aConcern(['企业服务'])], often).firstConcern).toBe(1);
    expect(namesConcern(entry, [aConcern(['企业咨询'])], often).firstConcern).toBe(0);
  });

  test('is less of a concern that is less sure, and is nothing for the first one', () => {
    const entry = anEntry('设立应急转贷资金。');
    const [sure, half] = [aConcern(['量子计算'], 0.6), aConcern(['应急转贷'], 0.3)];
    expect(namesConcern(entry, [sure, half], idf)).toEqual({ concern: 0.25, firstConcern: 0 });
    expect(namesConcern(entry, [half], idf)).toEqual({ concern: 1, firstConcern: 1 });
  });

  test('is less where no concern is sure at all', () => {
    const entry = anEntry('设立应急转贷资金。');
    const [unsure, hardly] = [0.1, 0.01].map((sure) =>
      namesConcern(entry, [aConcern(['应急转贷'], sure)], idf),
    );
    expect(unsure?.concern).toBeLessThan(1);
    expect(hardly?.concern).toBeLessThan(unsure?.concern ?? 0);
    expect(hardly?.firstConcern).toBe(1);
  });

  const characters = Array.from('知识产权维权援助应急转贷,。 ');
  const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 });
  const term = fc.string({ unit: fc.constantFrom(...characters.slice(0, 12)), minLength: 2, maxLength: 8 });
  const concerns = fc
    .array(fc.tuple(fc.array(term, { maxLength: 4 }), fc.double({ min: 0.2, max: 0.99, noNaN: true })), {
      maxLength: 5,
    })
    .map((all) =>
      all.map(([terms, sure]) => aConcern(terms, sure)).toSorted((a, b) => b.sureness - a.sureness),
    );

  test('lies between 0 and 1; of all of them at least what it is of a first one that is sure', () => {
    fc.assert(
      fc.property(text, concerns, (said, asked) => {
        const { concern, firstConcern } = namesConcern(anEntry(said), asked, often);
        expect(firstConcern).toBeGreaterThanOrEqual(0);
        expect(concern).toBeGreaterThanOrEqual(firstConcern);
        expect(concern).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never falls when a clause says more', () => {
    fc.assert(
      fc.property(text, text, concerns, (said, more, asked) => {
        const [short, long] = [said, `${said}${more}`].map((all) => namesConcern(anEntry(all), asked, idf));
        expect(long?.concern).toBeGreaterThanOrEqual(short?.concern ?? 1);
        expect(long?.firstConcern).toBeGreaterThanOrEqual(short?.firstConcern ?? 1);
      }),
    );
  });
});
