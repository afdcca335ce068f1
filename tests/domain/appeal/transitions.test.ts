import { expect, test } from 'vitest';
import { COMMAND_KINDS } from '../../../src/domain/appeal/permission.ts';
import { BOT, CLOCK } from '../../../src/domain/appeal/types.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { type Move, NUMBER, on, STORIES, tryMove, WISHES } from '../../support/an-appeal.ts';

/** Columns: the appellant, a member, another owner, … as PEOPLE of the builder has them. */
const ACTORS = [
  ['owner', 'appellant'],
  ['member', 'member'],
  ['stranger', 'stranger'],
  ['wang', 'in charge'],
  ['li', 'specialist'],
  ['zhao', 'handler'],
  ['qian', 'colleague'],
  ['sun', 'supporting'],
  ['zhou', 'other unit'],
  ['chief', 'supervisor'],
  ['admin', 'admin'],
  [CLOCK, 'clock'],
  [BOT, 'bot'],
] as const;

/** Five minutes after the last event of the story. */
const MOMENT: Readonly<Record<string, string>> = {
  submitted: '11-23 09:05',
  'submitted, asked back': '11-23 09:10',
  accepted: '11-23 09:35',
  dispatched: '11-23 10:05',
  acknowledged: '11-23 10:09',
  replied: '11-24 10:05',
  confirmed: '11-24 11:05',
  'closed as solved': '11-24 11:05',
  'closed as unrated': '12-01 17:35',
  'closed and erased': '11-24 12:05',
};

const SIGN: Readonly<Record<string, string>> = {
  ok: 'yes',
  'not-yours': '.',
  'not-now': 'not now',
  'not-in-charge': 'colleague’s',
  'supports-only': 'lead’s',
};

type Story = keyof typeof STORIES;

const momentOf = (story: Story): Instant => on(MOMENT[story] ?? '11-23 11:05');

function cell(story: Story, by: Move['by'], kind: (typeof COMMAND_KINDS)[number]): string {
  const { decision } = tryMove(STORIES[story], { by, at: momentOf(story), wish: WISHES[kind] });
  const code = decision.ok ? 'ok' : decision.error.code;
  return SIGN[code] ?? code;
}

function table(): string {
  const line = (first: string, cells: readonly string[]): string =>
    `${first.padEnd(17)}${cells.map((text) => text.padEnd(11)).join('')}`.trimEnd();
  return (Object.keys(STORIES) as Story[])
    .flatMap((story) => [
      '',
      line(`[${story}]`, story.length > 14 ? [] : ACTORS.map(([, name]) => name)),
      ...(story.length > 14
        ? [
            line(
              '',
              ACTORS.map(([, name]) => name),
            ),
          ]
        : []),
      ...COMMAND_KINDS.map((kind) =>
        line(
          kind,
          ACTORS.map(([by]) => cell(story, by, kind)),
        ),
      ),
    ])
    .join('\n')
    .trimStart();
}

test('who may do what in which state: every state, every command, everybody', async () => {
  await expect(`${table()}\n`).toMatchFileSnapshot('../../fixtures/appeal/transitions.txt');
});

/** Whether it may be handed over depends on what and to whom. */
const BY_CONTENT: readonly string[] = ['hand-over'];

test('a refusal says what is possible now: everything that is not refused, and nothing that is', () => {
  for (const story of Object.keys(STORIES) as Story[]) {
    for (const [by] of ACTORS) {
      const decide = (kind: (typeof COMMAND_KINDS)[number]) =>
        tryMove(STORIES[story], { by, at: momentOf(story), wish: WISHES[kind] }).decision;
      const kinds = COMMAND_KINDS.filter((kind) => !BY_CONTENT.includes(kind));
      const accepted = kinds.filter((kind) => decide(kind).ok);
      for (const kind of kinds) {
        const decision = decide(kind);
        if (decision.ok) continue;
        const possible = decision.error.possible.filter((other) => !BY_CONTENT.includes(other));
        expect([story, by, kind, possible]).toEqual([story, by, kind, accepted]);
      }
    }
  }
});

test('nobody can do anything with an appeal that is not there', () => {
  const { decision } = tryMove([], { by: 'wang', at: '11-23 09:00', wish: WISHES.take });
  expect(decision).toEqual({ ok: false, error: { code: 'no-such-appeal', possible: [] } });
});

test('a second appeal under the same number is refused', () => {
  expect(WISHES.submit.number).toBe(NUMBER);
  const { decision } = tryMove(STORIES.accepted, { by: 'owner', at: '11-23 12:00', wish: WISHES.submit });
  expect(decision).toMatchObject({ ok: false, error: { code: 'already' } });
});
