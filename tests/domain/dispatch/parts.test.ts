import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/domain/dispatch/parts.ts';

describe('two matters in one message', () => {
  test.for([
    '银行不给续贷；另外门口的地没人管',
    '银行不给续贷，还有就是门口的地没人管',
    '银行不给续贷，顺便门口的地没人管',
    '银行不给续贷，再一个，门口的地没人管',
    '银行不给续贷，二是门口的地没人管',
  ])('%s', (text) => {
    expect(partsOf(text)).toEqual({ pieces: ['银行不给续贷', '门口的地没人管'], announced: true });
  });

  test('sentences are parts that nobody announced', () => {
    expect(partsOf('银行不给续贷。门口的地没人管！急')).toEqual({
      pieces: ['银行不给续贷', '门口的地没人管'],
      announced: false,
    });
  });

  test('「还有没有批次」 turns to nothing', () => {
    expect(partsOf('认定今年还有没有批次').pieces).toHaveLength(1);
  });
});
