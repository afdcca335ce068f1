import { describe, expect, test } from 'vitest';
import { REMINDER_KINDS } from '../../../src/app/reminding/kinds.ts';
import { aCall } from '../../support/a-policy.ts';
import { aReminding, aGroupOf, anEnterpriseOf, SPECIALIST } from '../../support/a-reminding.ts';
import { clock } from '../../support/a-calendar.ts';
import { QUIET, RULES } from '../../support/a-deadline.ts';

const YEARLY = aCall('农产品加工项目', {
  sentences: ['企业申报时间：每年3月1日开放申报，5月底关闭。', '企业可常年申报贴息。'],
});

describe('what comes again every year', () => {
  test('is listed with its next day; applied for, it comes back the next year', async () => {
    const { says, reminding, until, shown } = await aReminding({
      policies: [YEARLY],
      now: '2027-04-01T14:00',
    });
    await reminding.sync();
    await says('test:甲', '订阅');
    expect(await says('test:甲', '截止')).toContain('每年5月最后一天，下一次5月31日（周一）');
    expect(await says('test:甲', '截止 贴息')).toContain('没有固定截止日');
    await until('2027-05-02T12:00');
    expect(shown).toHaveLength(1);
    await says('test:甲', '已申报 D1');
    await until('2027-06-20T12:00');
    expect(shown).toHaveLength(1);
    await until('2028-05-02T12:00');
    expect(shown).toHaveLength(2);
  });

  test('stands in the calendar under its year, with what has no day left out', async () => {
    const { says, reminding } = await aReminding({
      policies: [YEARLY],
      now: '2027-04-01T14:00',
      deps: {
        calendar: {
          write: ({ entries }) => entries.map(({ id }) => id).join(),
          keepFile: async ({ text, name }) => ({ id: text, name, kind: 'file', bytes: null }),
          publicUrl: null,
          secret: () => '',
        },
      },
    });
    await reminding.sync();
    expect(await says('test:甲', '日历')).toContain('打开就能加到手机日历里');
  });
});

describe('who reads a chat', () => {
  const profile = {
    enterprises: [anEnterpriseOf('甲司', 'test:甲')],
    places: [aGroupOf('test:司群', null, '甲司')],
  };

  test('an enterprise that a matter does not suit is not reminded of it', async () => {
    const { says, until, texts } = await aReminding({
      people: profile,
      deps: {
        profiles: {
          fit: (_, { text }) => (text.includes('养老') ? 'excluded' : 'open'),
          districtOf: () => null,
        },
      },
    });
    for (const chat of ['test:司群', 'test:甲']) await says('test:甲', '订阅', chat);
    await says(SPECIALIST, '截止 2026-12-31 养老补贴');
    await until('2026-12-31T12:00');
    expect(texts()).toEqual([]);
  });

  test("the district of a group of one enterprise is the enterprise's", async () => {
    const { says, until, texts } = await aReminding({ people: profile });
    await says('test:甲', '订阅', 'test:司群');
    await says(SPECIALIST, '截止 2026-12-31 技改补贴 仅限江夏区');
    await until('2026-12-31T12:00');
    expect(texts()).toEqual([]);
  });

  test('where there is no specialist administrators look at what is in doubt', async () => {
    const doubtful = aCall('技改', {
      sentences: ['企业应于12月31日前在线申报。', '企业应于12月30日前线下报名。'],
    });
    const { reminding, until, texts } = await aReminding({
      people: { persons: [], admins: ['test:管' as never] },
      policies: [doubtful],
    });
    await reminding.sync();
    await until('2026-11-26T12:00');
    expect(texts()).toEqual([expect.stringMatching(/^test:管: 有 2 项等您看/)]);
  });
});

test('a long digest names the first and says how many more there are', async () => {
  const { says, until, shown } = await aReminding();
  await says('test:甲', '订阅');
  for (let at = 0; at < 9; at += 1) await says(SPECIALIST, `截止 2026-12-2${at} 专精特新之${at}`);
  await until('2026-11-26T09:10');
  await until('2026-12-01T09:10');
  expect(shown.map(({ text }) => text.split('\n').length).every((lines) => lines <= 9)).toBe(true);
  expect(await says('test:甲', '截止')).toContain('另有 1 项，发「截止 关键词」缩小范围');
});

test('where digests go out in the evening, a message of that evening ends with the next quiet hours', async () => {
  const { says, until, shown } = await aReminding({
    deps: {
      rules: { ...RULES, spreadMinutes: 0, sendAt: clock('22:10') },
      quietHours: { from: clock('12:00'), to: clock('13:00') },
    },
  });
  await says('test:甲', '订阅');
  await says(SPECIALIST, '截止 2026-12-03 技改补贴');
  await until('2026-11-24T23:00');
  expect(shown).toHaveLength(1);
  expect(QUIET.from).toBe(clock('21:00'));
});

test('no other version of these records was ever written', () => {
  for (const kind of REMINDER_KINDS) expect(() => kind.migrate({}, 0)).toThrow(TypeError);
});

test('somebody without an id that can be kept is not heard', async () => {
  const { says } = await aReminding();
  expect(await says('nobody', '订阅')).toBeUndefined();
});
