import { expect, test } from 'vitest';
import { maskPeople } from '../../../src/domain/privacy/mask-people.ts';

test.for([
  ['电话027-82826666，联系人13812345678。', '电话027-82826666，联系人138****5678。'],
  ['手机13812345678', '手机138****5678'],
  ['拨打12345', '拨打12345'],
  ['座机027-82826666', '座机027-82826666'],
  ['', ''],
] as const)('「%s」 goes to others as 「%s」', ([text, masked]) => expect(maskPeople(text)).toBe(masked));
