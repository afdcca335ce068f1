import { describe, expect, test } from 'vitest';
import { createSignReader } from '../../../src/domain/dispatch/signs.ts';
import type { Sign } from '../../../src/domain/dispatch/types.ts';
import { aMatter, anAppeal } from '../../support/a-matter.ts';

const read = (signs: readonly Sign[], text: string, known = {}) =>
  createSignReader([aMatter({ signs })])(anAppeal(text, known))[0];

describe('a sign', () => {
  test.for([
    ['贷款批不下来', 3],
    ['贷款的事', 0],
    ['批不下来', 0],
    ['装修贷款批不下来', 0],
  ] as const)('%s: %s', ([text, said]) => {
    const sign = { weight: 3, any: ['贷款'], with: ['不下来'], without: ['装修'] };
    expect(read([sign], text)?.said).toBe(said);
  });

  test.for([
    ['欠我们货款', 2],
    ['欠款', 2],
    ['欠人情，款待客人', 0],
    ['欠了别人好多好多人情款', 0],
  ] as const)('allows a few characters of the same clause in a gap: %s', ([text, said]) => {
    expect(read([{ weight: 2, any: ['欠…款'] }], text)?.said).toBe(said);
  });

  test('counts once however many of its words are said', () => {
    expect(read([{ weight: 4, any: ['贷款', '续贷'] }], '贷款续贷')?.said).toBe(4);
  });

  test('is also looked for in the corrected text', () => {
    expect(read([{ weight: 4, any: ['续贷'] }], '续带', { corrected: '续贷' })?.said).toBe(4);
  });

  test('counts apart where only the documents’ words for it show it', () => {
    const expansions = [{ phrase: '揭不开锅', means: ['应急资金'], weight: 0.8 }];
    const reading = read([{ weight: 4, any: ['应急资金'] }], '揭不开锅', { expansions });
    expect(reading).toMatchObject({ said: 0, meant: 4 });
  });

  test('that only names the subject does not make it clear', () => {
    expect(read([{ weight: 4, any: ['补贴'], vague: true }], '补贴')).toMatchObject({ said: 4, clear: 0 });
  });

  test('holds characters that patterns use as themselves', () => {
    expect(read([{ weight: 4, any: ['首台(套)'] }], '首台(套)装备')?.said).toBe(4);
  });
});

test('a general word is noted', () => {
  expect(read([], '资金')).toMatchObject({ general: true, said: 0 });
});

test('a matter without words says nothing', () => {
  const [reading] = createSignReader([aMatter({ general: [], signs: [{ weight: 1, any: [] }] })])(
    anAppeal('贷款'),
  );
  expect(reading).toMatchObject({ said: 0, general: false });
});
