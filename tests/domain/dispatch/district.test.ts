import { expect, test } from 'vitest';
import { districtOf } from '../../../src/domain/dispatch/district.ts';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { unitData } from '../../support/seeds.ts';

const units = createUnitDirectory(unitData());
const find = (text: string, given: string | null = null) =>
  districtOf({ text, given }, { units, city: '武汉市' });

test.for([
  ['我们在光谷生物城', null, '东湖高新区'],
  ['汉南的厂子', null, '经开区'],
  ['蔡甸这边电子厂', '洪山区', '蔡甸区'],
  ['厂子要搬', '光谷', '东湖高新区'],
  ['厂子要搬', '别处的区', '别处的区'],
  ['厂子要搬', null, null],
] as const)('%s (%s): %s', ([text, given, district]) => expect(find(text, given)).toBe(district));
