import { describe, expect, test } from 'vitest';
import { newsIn } from '../../../src/domain/enterprise/news.ts';
import { emptyProfile, type Facts, type Profile } from '../../../src/domain/enterprise/types.ts';
import { code, HONGSHAN, holdings } from '../../support/an-enterprise.ts';

const WUHAN = { ...HONGSHAN, district: null };
const news = (known: Partial<Profile>, told: Facts) => newsIn({ ...emptyProfile, ...known }, told);

describe('what was told, against what is known', () => {
  test.for([
    ['what was not known is new', {}, { staff: 30 }, { staff: 30 }, {}],
    ['the same again is nothing', { staff: 30 }, { staff: 30 }, {}, {}],
    ['another number contradicts', { staff: 30 }, { staff: 50 }, {}, { staff: 50 }],
    ['a first place is new', {}, { place: WUHAN }, { place: WUHAN }, {}],
    ['a district within the city is new', { place: WUHAN }, { place: HONGSHAN }, { place: HONGSHAN }, {}],
    ['the city of the district is nothing', { place: HONGSHAN }, { place: WUHAN }, {}, {}],
    [
      'another city contradicts',
      { place: HONGSHAN },
      { place: { ...WUHAN, city: '黄石市' } },
      {},
      { place: { ...WUHAN, city: '黄石市' } },
    ],
    [
      'a title more is new',
      { holdings: holdings('high-tech') },
      { holdings: holdings('high-tech', 'little-giant') },
      { holdings: holdings('little-giant') },
      {},
    ],
    [
      'its year is new',
      { holdings: holdings('high-tech') },
      { holdings: holdings(['high-tech', 2022]) },
      { holdings: holdings(['high-tech', 2022]) },
      {},
    ],
    [
      'what it does comes with its industry',
      {},
      { industry: code('33'), business: '五金' },
      { industry: code('33'), business: '五金' },
      {},
    ],
    ['and only with it', { industry: code('33') }, { industry: code('33'), business: '五金' }, {}, {}],
    [
      'another industry contradicts, with what it does',
      { industry: code('33') },
      { industry: code('65'), business: '软件' },
      {},
      { industry: code('65'), business: '软件' },
    ],
  ] as const)('%s', ([, known, told, fresh, against]) =>
    expect(news(known, told)).toEqual({ fresh, against }),
  );
});
