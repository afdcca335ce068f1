import { describe, expect, test } from 'vitest';
import { aReminding, SPECIALIST } from '../../support/a-reminding.ts';

const ADD = '截止 2026-12-31 省级专精特新申报';

describe('the calendar', () => {
  test('is a file, an address, or neither', async () => {
    const { says } = await aReminding();
    await says(SPECIALIST, ADD);
    expect(await says('test:甲', '日历')).toContain('发不了日历文件');
    const write = ({ entries }: { entries: readonly { summary: string }[] }) =>
      entries.map(({ summary }) => summary).join('\n');
    const file = { id: 'f', name: 'qifu.ics', kind: 'file', bytes: 3 } as const;
    const served = await aReminding({
      deps: {
        calendar: {
          write,
          keepFile: async () => file,
          publicUrl: 'https://example.com',
          secret: () => 'k'.repeat(24),
        },
      },
    });
    expect(await served.says('test:甲', '日历')).toContain('日历是空的');
    await served.says(SPECIALIST, ADD);
    expect(await served.says('test:甲', '日历')).toContain(
      `https://example.com/calendar/${'k'.repeat(24)}.ics`,
    );
    expect(served.lastTurn()?.reply?.files).toEqual([file]);
    await served.says('test:甲', '日历');
    expect(served.lastTurn()?.deliveries).toEqual([]);
    const ask = (path: string) => served.reminding.calendar({ path, headers: {}, body: new Uint8Array() });
    expect(await ask(`/calendar/${'k'.repeat(24)}.ics`)).toEqual({
      status: 200,
      type: 'text/calendar; charset=utf-8',
      body: 'D1 省级专精特新申报',
    });
    expect(await ask(`/calendar/${'x'.repeat(24)}.ics`)).toEqual({ status: 404 });
    expect(await ask('/calendar/null.ics')).toEqual({ status: 404 });
  });

  test('its address can be changed and ended: whoever was given the old one reads nothing any more', async () => {
    const secrets = ['a', 'b', 'c'].map((letter) => letter.repeat(24));
    const { says, reminding } = await aReminding({
      deps: {
        calendar: {
          write: () => 'ics',
          keepFile: null,
          publicUrl: 'https://example.com',
          secret: () => secrets.shift() as string,
        },
      },
    });
    const status = async (letter: string): Promise<number> => {
      const path = `/calendar/${letter.repeat(24)}.ics`;
      return (await reminding.calendar({ path, headers: {}, body: new Uint8Array() })).status;
    };
    await says(SPECIALIST, ADD);
    expect(await says('test:甲', '停用日历地址')).toContain('没有日历地址');
    expect(await says('test:甲', '日历')).toContain(`/calendar/${'a'.repeat(24)}.ics`);
    expect(await says('test:甲', '换日历地址')).toContain(
      `旧地址已作废，新的日历地址：\nhttps://example.com/calendar/${'b'.repeat(24)}.ics`,
    );
    expect([await status('a'), await status('b')]).toEqual([404, 200]);
    expect(await says('test:甲', '停用日历地址')).toContain('已停用');
    expect(await status('b')).toBe(404);
    expect(await says('test:甲', '日历')).toContain('c'.repeat(24));
  });

  test('where the world does not reach us there is no address to change', async () => {
    const { says } = await aReminding();
    expect(await says('test:甲', '换日历地址')).toContain('没有开通日历地址');
  });
});
