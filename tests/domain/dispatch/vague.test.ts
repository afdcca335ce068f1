import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/domain/dispatch/signs.ts';
import { isVague, tellingLength } from '../../../src/domain/dispatch/vague.ts';
import { aMatter } from '../../support/a-matter.ts';

const silence = { of: () => 0, untold: 0 };
const shown = (clear: number): readonly Reading[] => [
  { matter: aMatter(), said: clear, clear, meant: 0, general: false },
];
const vague = (text: string, clear: number, sound = silence): boolean =>
  isVague(text, { readings: shown(clear), sound });

describe('what says nothing', () => {
  test.for([
    ['你好，有人吗', 0],
    ['领导帮帮忙！！急死', 0],
    ['13800000000', 0],
    ['锅炉爆管', 4],
  ] as const)('%s: %s telling characters', ([text, length]) => {
    expect(tellingLength(text)).toBe(length);
  });
});

describe('an appeal is vague', () => {
  test('where only its subject is named', () => expect(vague('公司想上市', 4)).toBe(true));
  test('where the trouble is announced but not told', () =>
    expect(vague('想见见领导，反映几个老大难问题', 9)).toBe(true));
  test('where it sounds like those that tell nothing', () =>
    expect(vague('生意一年不如一年日子过不下去', 0, { of: () => 0, untold: 1 })).toBe(true));
});

describe('an appeal is clear', () => {
  test('where two signs stand beside each other, however short', () =>
    expect(vague('商标被抢注了', 8)).toBe(false));
  test('where it tells a story in words that are no sign', () =>
    expect(vague('锅炉爆管以后蒸汽停供，烘干工段三十号人轮休', 0)).toBe(false));
  test('where it sounds like a matter', () =>
    expect(vague('本子过到名下行吗', 3, { of: () => 1, untold: 0 })).toBe(false));
});
