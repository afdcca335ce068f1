import { expect, test } from 'vitest';
import { createFeatures } from '../../../src/domain/dispatch/features.ts';
import { trainClassifier } from '../../../src/domain/dispatch/learned.ts';
import { createSoundReader } from '../../../src/domain/dispatch/sayings.ts';
import { aMatter, NO_SOURCES } from '../../support/a-matter.ts';

const features = createFeatures(NO_SOURCES);
const examples = ['银行不放款', '借不到钱', '招不到人', '缺工人'].map((text, at) => ({
  features: features(text),
  label: at < 2 ? 0 : 1,
  weight: 1,
}));

test('features are characters, pairs, words and what documents call them, each once', () => {
  const rich = createFeatures({ words: () => ['缺工', '工', '缺工'], meanings: () => ['招聘'] });
  expect(rich('缺工，ERP')).toEqual(['1缺', '2缺工', '1工', 'werp', 'w缺工', 'm招聘']);
});

test('a classifier knows its examples and what is like them', () => {
  const classify = trainClassifier(examples, 2);
  for (const { features: known, label } of examples) expect(classify(known)[label]).toBeGreaterThan(0.8);
  expect(classify(features('银行借钱'))[0]).toBeGreaterThan(0.6);
});

test('chances add up to 1, of unknown words as well', () => {
  const classify = trainClassifier(examples, 2);
  for (const text of ['银行', 'xyz', '']) {
    const sum = classify(features(text)).reduce((total, chance) => total + chance, 0);
    expect(sum).toBeCloseTo(1, 6);
  }
});

test('the same examples make the same classifier', () => {
  const text = features('银行招人');
  expect(trainClassifier(examples, 2)(text)).toEqual(trainClassifier(examples, 2)(text));
});

test('messages that tell of nothing have a class of their own', () => {
  const jobs = aMatter({
    id: 'jobs',
    signs: [
      { weight: 4, any: ['招聘'] },
      { weight: 2, any: ['人'], with: ['招'] },
    ],
    sayings: ['招不到人'],
  });
  const silent = aMatter({ id: 'silent', sayings: [] });
  const hear = createSoundReader(
    { matters: [aMatter(), jobs, silent], untold: ['有事想问', '帮帮我们'] },
    features,
  );
  expect(hear('有事想问').untold).toBeGreaterThan(0.6);
  expect(hear('招不到人').of(jobs)).toBeGreaterThan(0.6);
  expect(hear('招不到人').of(silent)).toBe(0);
});

test('what was learned of one table is not said of another that is read with the same words', () => {
  const hearOf = (sayings: readonly string[]) =>
    createSoundReader({ matters: [aMatter({ id: 'jobs', sayings })], untold: ['有事想问'] }, features);
  const jobs = aMatter({ id: 'jobs' });
  expect(hearOf(['招不到人'])('招不到人').of(jobs)).toBeGreaterThan(0.6);
  expect(hearOf(['电费太高'])('招不到人').of(jobs)).toBeLessThan(0.6);
});
