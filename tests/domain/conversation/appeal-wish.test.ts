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

function wishWords(wish: Wish): string {
  switch (wish.kind) {
    case 'return':
      return `${wish.reason}|${word(wish.basis)}`;
    case 'ask-extension':
      return `${wish.workingDays} ${wish.reason}`;
    case 'decide-extension':
      return `${wish.granted} ${word(wish.reason)}`;
    case 'note':
      return `${wish.text}${wish.contacted ? ' (contacted)' : ''}`;
    case 'reply':
    case 'supplement':
      return wish.text;
    case 'ask-back':
      return wish.question;
    case 'reassign':
      return `${nameOf(wish.to)} ${word(wish.reason)}`;
    case 'dispatch': {
      const others = wish.supporting.map(nameOf).join(' ') || '-';
      return `${nameOf(wish.lead)} + ${others} ${wish.class} ${word(wish.reason)}`;
    }
    case 'not-accept':
      return `${wish.ground} ${word(wish.reason)}`;
    case 'withdraw':
      return word(wish.reason);
    case 'rate':
      return `${wish.rating} ${wish.score ?? '-'} ${word(wish.reason)}`;
    case 'call-back':
      return `${wish.solved} ${word(wish.text)}`;
    case 'merge':
      return wish.into;
    case 'gather':
      return wish.parent;
    default:
      return '';
  }
}

function asked(text: string, isOwner = false): string {
  const saying = readAppealSaying(text);
  const reading = saying && toWish(saying, { unit, isOwner });
  if (!reading) return 'nothing';
  if (reading.kind === 'incomplete') return `incomplete ${reading.what}`;
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
