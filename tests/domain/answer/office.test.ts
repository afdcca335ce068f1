import { describe, expect, test } from 'vitest';
import { dutiesOf } from '../../../src/domain/answer/duties.ts';
import { officeFor } from '../../../src/domain/answer/office.ts';
import type { Duty, Entry } from '../../../src/domain/answer/types.ts';
import { type Body, districtId, unitId } from '../../../src/domain/unit/types.ts';
import { aPolicy, aQuestion, anEntry, aShelf, aUnit } from '../../support/an-entry.ts';

const policy = aPolicy({ id: 'plan', issuingAuthority: '市经信委' });
const of = (id: string, text: string, { in: document = policy, ...clause } = {}): Entry =>
  anEntry(text, { policy: document, clause: { id, ...clause } });
const asked = of('1', '举办展会。', { path: ['二、开拓市场'] } as object);
const signed = of('z', '市经信委 2021年12月15日');
const duty = (known: Partial<Duty> = {}): Duty => ({
  unit: '市商务局',
  names: ['市商务局'],
  words: ['国际展会'],
  clause: 'other#1',
  ...known,
});
const office = (entries: readonly Entry[], duties: readonly Duty[] = [], text = '国际展会归谁管') =>
  officeFor(aQuestion(text), asked, { shelf: aShelf(entries), duties });

describe('whom to ask where a clause names nobody', () => {
  test('the units of a clause under the same heading come first', () => {
    const beside = of('2', '组织路演。', { path: ['二、开拓市场'], units: [aUnit('市商务局')] } as object);
    expect(office([asked, signed, beside])).toEqual({ name: '市商务局', entry: beside, why: 'heading' });
  });

  test('another heading’s units are none', () => {
    const far = of('2', '组织路演。', { path: ['三、培训'], units: [aUnit('市商务局')] } as object);
    expect(office([asked, far, signed])?.why).toBe('issuer');
    expect(officeFor(aQuestion('展会'), signed, { shelf: aShelf([signed, far]), duties: [] })?.why).toBe(
      'issuer',
    );
  });

  test('then the unit whose duty it is by a clause of the region, the longest words first', () => {
    const other = aPolicy({ id: 'other' });
    const proof = of('1', '市商务局组织国际展会。', { in: other } as object);
    const found = office([asked, proof], [duty({ words: ['国际展'], unit: '甲局' }), duty()]);
    expect(found).toEqual({ name: '市商务局', entry: proof, why: 'duty' });
    const marked = of('1', '组织国际展会。', { in: other, units: [aUnit('市商务局')] } as object);
    expect(office([asked, marked], [duty()])?.why).toBe('duty');
  });

  test.for<[string, readonly Entry[], Duty]>([
    ['its clause is not in the library', [], duty()],
    [
      'its clause does not name it',
      [of('1', '组织国际展会。', { in: aPolicy({ id: 'other' }) } as object)],
      duty(),
    ],
    [
      'its clause is of another region',
      [of('1', '市商务局组织国际展会。', { in: aPolicy({ id: 'other', region: '上海市' }) } as object)],
      duty(),
    ],
    [
      'its words do not stand in the question',
      [of('1', '市商务局组织国际展会。', { in: aPolicy({ id: 'other' }) } as object)],
      duty({ words: ['外贸'] }),
    ],
  ])('a duty counts for nothing where %s', ([, entries, given]) => {
    expect(office([asked, ...entries], [given])).toBeNull();
  });

  test('last the issuer, where a clause bears the name', () => {
    expect(office([asked, signed])).toEqual({ name: '市经信委', entry: signed, why: 'issuer' });
    expect(office([asked])).toBeNull();
    const unsigned = of('1', '举办展会。', { in: aPolicy({ id: 'x' }) } as object);
    expect(officeFor(aQuestion('展会'), unsigned, { shelf: aShelf([unsigned]), duties: [] })).toBeNull();
  });
});

test('duties are those of the units that are known, one row a clause', () => {
  const seat = { province: '湖北省', city: '武汉市' };
  const bodies: readonly Body[] = [
    {
      kind: 'unit',
      id: unitId('shangwu'),
      name: '武汉市商务局',
      short: '市商务局',
      aliases: ['商务局'],
      level: '市',
      duties: [
        { words: ['展会'], clause: 'a#1' },
        { words: ['外贸'], clause: 'a#2' },
      ],
      ...seat,
    },
    {
      kind: 'district',
      id: districtId('x'),
      name: '江岸区',
      aliases: [],
      government: '江岸区人民政府',
      ...seat,
    },
  ];
  expect(dutiesOf(bodies)).toEqual([
    { unit: '武汉市商务局', names: ['武汉市商务局', '市商务局', '商务局'], words: ['展会'], clause: 'a#1' },
    { unit: '武汉市商务局', names: ['武汉市商务局', '市商务局', '商务局'], words: ['外贸'], clause: 'a#2' },
  ]);
});
