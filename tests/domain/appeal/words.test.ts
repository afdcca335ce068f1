import { expect, test } from 'vitest';
import {
  attachmentsOf,
  lastWord,
  matterOf,
  tellingsOf,
  withoutContact,
} from '../../../src/domain/appeal/words.ts';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import { findBreak } from '../../../src/domain/chain.ts';
import { digest, on, play, STORIES, WISHES } from '../../support/an-appeal.ts';

const told = play(
  play([], { by: 'owner', at: '11-23 09:00', wish: { ...WISHES.submit, attachments: ['f1', 'f2'] } }),
  { by: 'member', at: '11-23 09:01', wish: { ...WISHES.supplement, attachments: ['f3'] } },
  { by: 'owner', at: '11-23 09:02', wish: { ...WISHES.supplement, text: ' ', contact: '13900000000' } },
);

test('the matter is all that the enterprise said, a line each', () =>
  expect(matterOf(told)).toBe('银行突然抽贷\n贷款三百万'));

test('the contact is the last one given', () => expect(lastWord(told, 'contact')).toBe('13900000000'));

test('files keep their order', () => expect(attachmentsOf(told)).toEqual(['f1', 'f2', 'f3']));

test('what was never said is not there', () => {
  expect(lastWord(told, 'reply')).toBeNull();
  expect(tellingsOf(told, 'note')).toEqual([]);
});

test('every text is told with who said it when', () =>
  expect(tellingsOf(STORIES.replied, 'reply')).toEqual([
    { at: on('11-24 10:00'), by: 'zhao', kind: 'replied', text: '银行同意续贷一年' },
  ]));

test('no words stand in the facts', () => {
  const facts = JSON.stringify(STORIES.replied.map(({ fact }) => fact));
  for (const text of ['抽贷', '13800000000', '续贷', '面谈']) expect(facts).not.toContain(text);
});

test('erased are contacts and files, and nothing else; the chain stays whole', () => {
  const erased = withoutContact(told);
  expect(lastWord(erased, 'contact')).toBeNull();
  expect(attachmentsOf(erased)).toEqual([]);
  expect(matterOf(erased)).toBe(matterOf(told));
  expect(findBreak(erased, digest)).toBeNull();
  expect(JSON.stringify(erased)).not.toMatch(/13[89]00000000|f[123]"/);
  expect(stateOf(erased)).toEqual(stateOf(told));
});

test('a list of files that is none is empty', () => {
  const [link, ...rest] = told;
  if (link === undefined) throw new Error('no link');
  const odd = { ...link, secrets: { ...link.secrets, attachments: { salt: 's', text: '"f1"' } } };
  expect(attachmentsOf([odd, ...rest])).toEqual(['f3']);
});
