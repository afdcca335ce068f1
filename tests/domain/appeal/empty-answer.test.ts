import { expect, test } from 'vitest';
import { isEmptyAnswer } from '../../../src/domain/appeal/empty-answer.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

test.for(fixtureCases('appeal/answers.txt'))('「$input」 is $expected', ({ input, expected }) =>
  expect(isEmptyAnswer(input) ? 'empty' : 'answer').toBe(expected),
);
