import { describe, expect, test } from 'vitest';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import type { DeskId } from '../../../src/domain/appeal/types.ts';
import { readAppealSaying } from '../../../src/domain/conversation/appeal-saying.ts';
import { toWish } from '../../../src/domain/conversation/appeal-wish.ts';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';
import { unitData } from '../../support/seeds.ts';

const units = createUnitDirectory(unitData());
const unit = (name: string): DeskId | null => units.resolve(name, '武汉市')?.id ?? null;

function nameOf(id: DeskId): string {
  const body = units.bodies.find((one) => one.id === id);
  return body?.kind === 'unit' ? body.short : (body?.name ?? id);
}

const word = (text: string | null): string => text ?? '-';

const REST: { readonly [Kind in Wish['kind']]?: (wish: Extract<Wish, { kind: Kind }>) => string } = {
  return: ({ reason, basis }) => `${reason}|${word(basis)}`,
  'ask-extension': ({ workingDays, reason }) => `${workingDays} ${reason}`,
  'decide-extension': ({ granted, reason }) => `${granted} ${word(reason)}`,
  note: ({ text, contacted }) => `${text}${contacted ? ' (contacted)' : ''}`,
  reply: ({ text }) => text,
  supplement: ({ text }) => text,
  'ask-back': ({ question }) => question,
  reassign: ({ to, reason }) => `${nameOf(to)} ${word(reason)}`,
  dispatch: ({ lead, supporting, class: sort, reason }) =>
    `${nameOf(lead)} + ${supporting.map(nameOf).join(' ') || '-'} ${sort} ${word(reason)}`,
  'not-accept': ({ ground, reason }) => `${ground} ${word(reason)}`,
  withdraw: ({ reason }) => word(reason),
  rate: ({ rating, score, reason }) => `${rating} ${score ?? '-'} ${word(reason)}`,
  'call-back': ({ solved, text }) => `${solved} ${word(text)}`,
  merge: ({ into }) => into,
  gather: ({ parent }) => parent,
};

const wishWords = (wish: Wish): string =>
  (REST[wish.kind] as ((one: Wish) => string) | undefined)?.(wish) ?? '';

function asked(text: string, isOwner = false): string {
  const saying = readAppealSaying(text);
  const reading = saying && toWish(saying, { unit, isOwner });
  if (!reading) return 'nothing';
  if (reading.kind === 'incomplete') return `incomplete ${reading.what}`;
  if (reading.kind === 'unclear-rating') return `unclear-rating ${word(reading.reason)}`;
  if (reading.kind === 'unknown-unit') return `unknown-unit ${reading.name}`;
  return `${reading.wish.kind} ${wishWords(reading.wish)}`.trim();
}

const CASES = fixtureCases('appeal/wishes.txt');

describe('what is said of an appeal asks for something to be done', () => {
  test.for(CASES)('「$input」 asks for $expected', ({ input, expected }) => {
    expect(asked(input)).toBe(expected);
  });
});

test('free words of the enterprise are added to its appeal, those of the staff are a note', () => {
  expect(asked('A0321 房东又断电了', true)).toBe('supplement 房东又断电了');
  expect(asked('A0321 房东又断电了')).toBe('note 房东又断电了');
});
