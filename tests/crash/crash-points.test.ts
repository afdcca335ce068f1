import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { type Conversation, CONVERSATION, UNANSWERED } from '../../src/app/conversation.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import { aBot, aMessage } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { createPowerDisk } from '../support/power-disk.ts';
import { runs } from '../support/runs.ts';

/** One life of the process: it ends at a step, or the disk is full for some steps. */
interface Life {
  readonly diesAt: number;
  /** With the machine: what was not synced may be gone. */
  readonly power: boolean;
  readonly fullFrom: number;
  readonly fullFor: number;
}

interface Story {
  /** The chat of each message, and how often the platform pushes it in one life. */
  readonly messages: readonly { readonly chat: number; readonly copies: number }[];
  readonly lives: readonly Life[];
  readonly coins: readonly boolean[];
  readonly keyed: boolean;
}

const FULL_STEPS = ['create', 'writeFile'];
const NEVER = new Promise<never>(() => undefined);
const IMMORTAL: Life = { diesAt: Number.MAX_SAFE_INTEGER, power: false, fullFrom: 0, fullFor: 0 };

/** Plays a story to its end and returns what the platform and the disk saw. */
async function play({ messages, lives, coins, keyed }: Story) {
  const disk = createPowerDisk();
  const clock = aFakeClock();
  const said: { readonly chat: string; readonly message: OutboundMessage }[] = [];
  const acknowledged = new Set<string>();
  const all: readonly InboundMessage[] = messages.map(({ chat }, at) =>
    aMessage(String(at), { chat: `test:${chat}` }),
  );
  let tossed = 0;
  const coin = (): boolean => coins[tossed++ % coins.length] ?? true;

  for (const life of [...lives, IMMORTAL]) {
    let steps = 0;
    let die: () => void = () => undefined;
    const dead = new Promise<'dead'>((resolve) => (die = () => resolve('dead')));
    const step = async (name: string): Promise<void> => {
      steps += 1;
      if (steps >= life.diesAt) {
        die();
        await NEVER;
      }
      const isFull = steps >= life.fullFrom && steps < life.fullFrom + life.fullFor;
      if (isFull && FULL_STEPS.includes(name)) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const live = async (): Promise<'done'> => {
      const records = await openRecords({
        folder: '/records',
        kinds: [CONVERSATION],
        onDamaged: (where) => expect.unreachable(`damaged: ${where}`),
        onNewer: () => undefined,
        disk: disk.diskFor({ step }),
      });
      const say = async (chat: string, message: OutboundMessage): Promise<void> => {
        await step('say');
        said.push({ chat, message });
        await step('said');
      };
      const bot = aBot({ records, clock, say, limits: keyed ? { idempotencyMinutes: 60 } : {} });
      await bot.courier.start();
      await bot.reception.recover();
      const pushed = all.flatMap((message, at) =>
        Array.from({ length: messages[at]?.copies ?? 1 }, () => message),
      );
      await Promise.all(
        pushed.map((message) =>
          bot.reception.receive(message).then(
            () => void acknowledged.add(message.id),
            () => undefined,
          ),
        ),
      );
      for (let round = 0; round < 50; round += 1) {
        await bot.settled();
        const open = [...(await records.find(CONVERSATION, UNANSWERED)), ...(await records.targets())];
        if (open.length === 0) return 'done';
        await clock.advance(60_000);
      }
      return 'done';
    };
    const end = await Promise.race([live(), dead]);
    // Nothing of this life may act on in the next.
    steps = Number.MAX_SAFE_INTEGER;
    if (end === 'dead' && life.power) disk.losePower(coin);
  }
  return { said, acknowledged, kept: disk.texts(), all };
}

/** Of each conversation, the keys of its answers in the order in which the messages were taken. */
const acceptedIn = (kept: readonly string[]): readonly (readonly string[])[] =>
  kept.map((text) => (JSON.parse(text) as { data: Conversation }).data.seen.map(([id]) => `${id}#1`));

/** The delivery that a notice is about. */
const baseOf = (key: string): string => key.replace(/\?+$/, '');

const life: fc.Arbitrary<Life> = fc.record({
  diesAt: fc.integer({ min: 1, max: 120 }),
  power: fc.boolean(),
  fullFrom: fc.integer({ min: 1, max: 60 }),
  fullFor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
});

const story: fc.Arbitrary<Story> = fc.record({
  messages: fc.array(
    fc.record({ chat: fc.integer({ min: 0, max: 1 }), copies: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  lives: fc.array(life, { maxLength: 4 }),
  coins: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  keyed: fc.boolean(),
});

test('whatever crashes, and when: nothing acknowledged is lost, nothing is said twice under one id, order is kept', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { said, acknowledged, kept, all } = await play(told);
      expect([...acknowledged].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      const keys = said.map(({ message }) => message.key as string);
      // A platform that takes keys shows the second message with one key to nobody.
      const shown = told.keyed ? [...new Set(keys)] : keys;
      expect(new Set(shown).size).toBe(shown.length);
      for (const { id, chat, text } of all) {
        const key = `${id}#1`;
        const wasSaid = shown.some((one) => baseOf(one) === key);
        // Cut off each time between being called and answering, even the last notice's fate is unknown: the record says so.
        const isUnknown = kept.some((record) => record.includes(`"id":"${key}???"`));
        expect(told.keyed ? shown.includes(key) : wasSaid || isUnknown).toBe(true);
        for (const { chat: to, message } of said.filter((one) => one.message.key === key))
          expect([to, message.text]).toEqual([chat, `答:${text}`]);
      }
      expect(shown.filter((key) => !all.some(({ id }) => baseOf(key) === `${id}#1`))).toEqual([]);
      for (const accepted of acceptedIn(kept)) {
        const answers = shown.filter((key) => accepted.includes(key));
        expect(answers).toEqual(accepted.filter((key) => answers.includes(key)));
      }
    }),
    { numRuns: runs(100) },
  );
});
