import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConcernData, createConcernReader } from '../src/domain/answer/concerns.ts';
import type { RegionData } from '../src/domain/answer/regions.ts';
import { fold } from '../src/domain/hanzi/fold.ts';
import { createFakeSegmenter } from './support/fake-segmenter.ts';
import { repeated } from './support/repeated.ts';
import { seedJson, seedText } from './support/seeds.ts';

describe('concerns.json', () => {
  const data = seedJson<ConcernData>('concerns.json');
  const { concerns } = data;
  const sayings = concerns.flatMap(({ asked }) => asked);
  const everything = [...sayings, ...concerns.flatMap(({ concern, terms }) => [concern, ...terms])];
  /** What is left when case, white space and punctuation do not count. */
  const bare = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]+/gu, '');

  test('has some hundred concerns, each under a name of its own', () => {
    expect(concerns.length).toBeGreaterThan(600);
    expect(repeated(concerns.map(({ concern }) => bare(concern)))).toEqual([]);
  });

  test('stands there one concern a line, so that one more saying is one line changed', () => {
    const lines = seedText('concerns.json').trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['{ "concerns": [', '] }']);
    expect(lines.slice(1, -1).map((line) => JSON.parse(line.replace(/,$/u, '')) as unknown)).toEqual(
      concerns,
    );
  });

  test('every concern has three to fourteen names in documents, each once and of two to twelve characters', () => {
    const wrong = concerns.filter(
      ({ terms }) =>
        terms.length < 3 ||
        terms.length > 14 ||
        repeated(terms.map(fold)).length > 0 ||
        terms.some((term) => term.length < 2 || term.length > 12 || /\s/u.test(term)),
    );
    expect(wrong.map(({ concern }) => concern)).toEqual([]);
  });

  test('every concern is asked for in ten ways at least, of three to forty characters', () => {
    expect(concerns.filter(({ asked }) => asked.length < 10).map(({ concern }) => concern)).toEqual([]);
    expect(sayings.filter((saying) => saying.length < 3 || saying.length > 40)).toEqual([]);
  });

  test('no saying stands there twice, be it for two concerns', () => {
    expect(repeated(sayings.map(bare))).toEqual([]);
  });

  test('no two sayings differ by the place alone', () => {
    const places = seedJson<RegionData>('regions.json').provinces.flatMap(({ name, cities }) => [
      name,
      ...cities,
    ]);
    const short = places.map((name) =>
      name.replace(/(?:特别行政区|(?:壮族|回族|维吾尔)?自治[区州]|[省市])$/u, ''),
    );
    const anyPlace = new RegExp(short.toSorted((a, b) => b.length - a.length).join('|'), 'gu');
    expect(short).toContain('武汉');
    expect(repeated(sayings.map((saying) => bare(saying).replace(anyPlace, '')))).toEqual([]);
  });

  test('nothing but what people type and documents print: no numbering, quotation marks or stray letters', () => {
    expect(everything.filter((text) => !/^[\p{Script=Han}\dA-Za-z%+ （）〇]+$/u.test(text))).toEqual([]);
    expect(everything.filter((text) => text !== text.trim() || text.includes('  '))).toEqual([]);
    expect(everything.filter((text) => /^(?:[A-Za-z]|\d{1,2})(?:\s|$)|\s[A-Za-z]$/u.test(text))).toEqual([]);
    const foreign = everything.flatMap((text) => text.match(/[A-Za-z]*[a-z][A-Za-z]*/gu) ?? []);
    const usual = ['app', 'logo', 'REITs', 'UKey', 'VOCs'];
    expect(foreign.filter((word) => !usual.includes(word))).toEqual([]);
    expect(everything.flatMap((text) => text.match(/[A-Z]{6,}/gu) ?? [])).toEqual([]);
  });

  test('no saying is a question of the evaluation', () => {
    const folder = join(import.meta.dirname, 'eval');
    const rows = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as { readonly q?: string; readonly text?: string });
    const questions = new Set(rows.map(({ q, text }) => bare(q ?? text ?? '')));
    expect(questions.size).toBeGreaterThan(400);
    expect(sayings.filter((saying) => questions.has(bare(saying)))).toEqual([]);
  });

  test('every concern is among those found by its own name', () => {
    const read = createConcernReader(data, createFakeSegmenter().words);
    const lost = concerns.filter(({ concern }) => !read(fold(concern)).some(({ name }) => name === concern));
    expect(lost.map(({ concern }) => concern)).toEqual([]);
  });
});
