import { describe, expect, test } from 'vitest';
import { createAppealSpeller } from '../../../src/app/dispatching/appeal-speller.ts';
import { createDispatch } from '../../../src/app/dispatching/create-dispatch.ts';
import { openLibrary } from '../../../src/app/library/open-library.ts';
import type { DispatchData } from '../../../src/domain/dispatch/types.ts';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { aMatter } from '../../support/a-matter.ts';
import { aLibraryBench, threeFiles } from '../../support/a-library.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';
import { unitData } from '../../support/seeds.ts';

const table: DispatchData = {
  matters: [
    aMatter({ clauses: ['measures#2.1'], leads: ['市地方金融局'], signs: [{ weight: 4, any: ['首贷'] }] }),
    aMatter({
      id: 'transfer',
      category: '科技创新',
      clauses: ['plan#1.2'],
      leads: ['市科技局'],
      signs: [{ weight: 5, any: ['中试'] }],
      sayings: ['样品做出来没地方放大'],
    }),
  ],
  untold: ['有事想问', '帮帮我们'],
};

async function aDispatch() {
  const { deps } = aLibraryBench({ files: threeFiles });
  const library = await openLibrary(deps);
  const segmenter = createFakeSegmenter(['首贷', '中试', '没有', '平台']);
  return createDispatch({
    library: library.current,
    segmenter,
    units: createUnitDirectory(unitData()),
    synonyms: { topics: [{ topic: '融资', entries: [{ say: ['头回借'], mean: ['首贷'], weight: 0.9 }] }] },
    table,
    correct: createAppealSpeller({ segmenter, lexicon: ['中试平台'] }),
    home: '武汉市',
  });
}

describe('dispatching', () => {
  test('proposes with clauses of the city’s documents alone', async () => {
    const { units, category, question } = (await aDispatch())({
      text: '我们想租中试平台，做放大试验没有场地',
    });
    expect([category, question, units[0]?.name]).toEqual(['科技创新', null, '市科技局']);
    expect(new Set(units.flatMap(({ evidence }) => evidence.map(({ policy }) => policy)))).not.toContain(
      'shanghai',
    );
  });

  test('asks one question where nothing is told', async () => {
    const { askBack, question, category } = (await aDispatch())({ text: '有事想问' });
    expect([askBack, category]).toEqual([true, '其他']);
    expect(question).toMatch(/^请.+？$/u);
  });

  test.for([
    ['nothing', ''],
    ['control characters', '\u0000\u202e\n'],
    ['half a character', '贷款\ud83d'],
    ['a novel', '银行不放款。'.repeat(5000)],
  ])('%s is no error', async ([, text]) => {
    expect((await aDispatch())({ text: text as string }).category).toBeTypeOf('string');
  });

  test('corrections of specialists are counted and shown', async () => {
    const corrections = [{ matter: 'transfer', to: '市经信局', times: 3 }];
    const { units } = (await aDispatch())({ text: '中试平台没有场地做放大试验怎么办', corrections });
    expect(units[0]).toMatchObject({ name: '市经信局', corrections: 3 });
  });
});
