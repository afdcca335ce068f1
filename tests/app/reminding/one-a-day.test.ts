import { describe, expect, test } from 'vitest';
import { begun, CONVERSATION } from '../../../src/app/conversation.ts';
import { PLAIN_MANNERS, type Manners } from '../../../src/domain/conversation/manners.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { aReminding, aGroupOf, SPECIALIST } from '../../support/a-reminding.ts';

// What nobody asked for: of digests and greetings together one a chat and day.

const CHAT = 'test:群';

/** A group that is to be reminded on 12月1日, thirty days before the end of a window. */
async function aGroup(deadline = '截止 2026-12-31 省级专精特新申报') {
  const town = await aReminding({ people: { places: [aGroupOf(CHAT, '洪山区')] } });
  await town.says(SPECIALIST, deadline);
  await town.says('test:某', '订阅', CHAT);
  const { records } = town;
  return {
    ...town,
    behave: (manners: Partial<Manners>) =>
      records.update(CONVERSATION, CHAT, (before) => {
        const data = begun(before);
        return { data: { ...data, manners: { ...PLAIN_MANNERS, ...manners } } };
      }),
    manners: async () => (await records.read(CONVERSATION, CHAT))?.manners,
    days: () => town.shown.length,
  };
}

describe('a digest', () => {
  test('is the unasked message of its day: whatever else nobody asked for knows of it', async () => {
    const { until, manners, days } = await aGroup();
    await until('2026-12-01T12:00');
    expect([days(), (await manners())?.unaskedOn]).toEqual([1, '2026-12-01']);
  });

  test('waits for the next day where something else was said unasked today', async () => {
    const { until, behave, shown, days } = await aGroup();
    await behave({ unaskedOn: '2026-12-01' as LocalDate });
    await until('2026-12-01T20:00');
    expect(days()).toBe(0);
    await until('2026-12-02T12:00');
    expect(shown.map(({ text }) => text)).toEqual([expect.stringContaining('D1 省级专精特新申报')]);
    await until('2026-12-05T12:00');
    expect(days()).toBe(1);
  });

  test('is not said in a group that wants quiet, and comes when it does not any more', async () => {
    const { until, behave, days } = await aGroup();
    await behave({ hush: 'on' });
    await until('2026-12-03T12:00');
    expect(days()).toBe(0);
    await behave({ hush: 'off' });
    await until('2026-12-04T12:00');
    expect(days()).toBe(1);
  });

  test('of yesterday is no reason to be silent today', async () => {
    const { until, behave, days } = await aGroup();
    await behave({ unaskedOn: '2026-11-30' as LocalDate });
    await until('2026-12-01T12:00');
    expect(days()).toBe(1);
  });
});
