import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { day } from '../../support/an-entry.ts';
import { aCalendar, moment } from '../../support/a-calendar.ts';
import { bundled } from '../../support/bundled.ts';

const calendar = aCalendar();

describe('which day is a working day', () => {
  test.for([
    ['2026-11-20', 'works', null],
    ['2026-11-21', 'rests', null],
    ['2026-01-01', 'rests', '元旦'],
    ['2026-01-04', 'works', '元旦'],
    ['2026-02-14', 'works', '春节'],
    ['2026-02-15', 'rests', '春节'],
    ['2025-10-06', 'rests', '中秋'],
    ['2024-02-29', 'works', null],
    ['2024-10-12', 'works', '国庆节'],
  ] as const)('%s %s by its notice (%s)', ([on, what, name]) => {
    expect(calendar.dayKind(day(on))).toEqual({ working: what === 'works', estimated: false, name });
  });

  // What the notices of these years say, each as a list of its own: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
  test.for([
    [2024, 28, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
    [2025, 28, ['01-26', '02-08', '04-27', '09-28', '10-11']],
    [2026, 33, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
  ] as const)('%i has %i days off by name and these make-up workdays', ([year, off, makeUp]) => {
    const days = daysOf(year).map((on) => ({ on, ...calendar.dayKind(day(on)) }));
    const named = days.filter(({ name }) => name !== null);
    expect(named.filter(({ working }) => !working)).toHaveLength(off);
    expect(named.filter(({ working }) => working).map(({ on }) => on.slice(5))).toEqual(makeUp);
    expect(days.some(({ estimated }) => estimated)).toBe(false);
  });
});

const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, at) =>
    new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
  ).filter((on) => on.startsWith(String(year)));

describe('a year without a notice', () => {
  const byLaw = (year: number): readonly string[] =>
    daysOf(year).flatMap((on) => {
      const { name, working } = calendar.dayKind(day(on));
      return name === null ? [] : [`${working ? '+' : ''}${on.slice(5)} ${name}`];
    });

  test('has the days off of the law, and no make-up workday', () => {
    expect(byLaw(2027)).toEqual([
      '01-01 元旦',
      '02-05 春节',
      '02-06 春节',
      '02-07 春节',
      '02-08 春节',
      '04-05 清明',
      '05-01 劳动节',
      '05-02 劳动节',
      '06-09 端午',
      '09-15 中秋',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ]);
  });

  test('is an estimate on every day, the ordinary ones too', () => {
    expect(daysOf(2027).every((on) => calendar.dayKind(day(on)).estimated)).toBe(true);
  });

  // 春节, 清明, 端午, 中秋 as the almanacs give them.
  test.for([
    [2028, '01-26', '04-04', '05-28', '10-03'],
    [2029, '02-13', '04-04', '06-16', '09-22'],
    [2030, '02-03', '04-05', '06-05', '09-12'],
    [2033, '01-31', '04-04', '06-01', '09-08'],
    [2038, '02-04', '04-05', '06-07', '09-13'],
  ] as const)('%i: the first of the lunar year is %s, 清明 %s, 端午 %s, 中秋 %s', ([year, ...expected]) => {
    const names = byLaw(year);
    const on = (name: string, nth = 0): string | undefined =>
      names.filter((one) => one.endsWith(name))[nth]?.slice(0, 5);
    // Where 中秋 is a day of 国庆节, the later name stands.
    const autumn = on('中秋') ?? names.find((one) => one.startsWith(expected[3]))?.slice(0, 5);
    expect([on('春节', 1), on('清明'), on('端午'), autumn]).toEqual(expected);
  });

  test.for([2101, 2150])('%i, beyond the table of the moon, has the solar festivals only', (year) => {
    expect(byLaw(year).map((one) => one.slice(6))).toEqual([
      '元旦',
      '劳动节',
      '劳动节',
      '国庆节',
      '国庆节',
      '国庆节',
    ]);
  });
});

describe('a notice that is entered', () => {
  const notice = {
    notice: '国办发明电〔2026〕1号',
    holidays: { '2026-12-31': '元旦', '2027-01-01': '元旦', '2027-01-02': '元旦' },
    workdays: { '2027-01-03': '元旦' },
  };
  const entered = aCalendar({ years: { '2027': notice } });

  test('decides, and its year is no estimate any more', () => {
    expect(entered.dayKind(day('2026-12-31'))).toEqual({ working: false, estimated: false, name: '元旦' });
    expect(entered.dayKind(day('2027-01-03'))).toEqual({ working: true, estimated: false, name: '元旦' });
    expect(entered.dayKind(day('2027-06-01')).estimated).toBe(false);
    expect(entered.dayKind(day('2028-06-01')).estimated).toBe(true);
  });

  test('leaves the days of the law that it forgot as days off', () => {
    expect(entered.dayKind(day('2027-10-01'))).toEqual({ working: false, estimated: false, name: '国庆节' });
  });

  test('moves what is due', () => {
    const start = moment('2026-12-30T16:30');
    expect(calendar.addWorkingDays(start, 1)).toEqual({ at: moment('2026-12-31T17:30'), estimated: false });
    expect(entered.addWorkingDays(start, 1)).toEqual({ at: moment('2027-01-03T17:30'), estimated: false });
  });

  test('without the first of January corrects single days and leaves the year an estimate', () => {
    const corrected = aCalendar({
      years: { '2027': { notice: '更正', holidays: { '2027-03-01': '植树' }, workdays: {} } },
    });
    expect(corrected.dayKind(day('2027-03-01'))).toEqual({ working: false, estimated: true, name: '植树' });
  });

  test('corrects a published year day by day', () => {
    const corrected = aCalendar({
      years: {
        '2026': {
          notice: '更正',
          holidays: { '2026-05-09': '劳动节' },
          workdays: { '2026-05-05': '劳动节' },
        },
      },
    });
    expect(corrected.dayKind(day('2026-05-09')).working).toBe(false);
    expect(corrected.dayKind(day('2026-05-05')).working).toBe(true);
    expect(corrected.dayKind(day('2026-05-04')).working).toBe(false);
  });

  test('holds over that of the year before', () => {
    const years = {
      '2027': notice,
      '2026': { notice: '更正', holidays: {}, workdays: { '2026-12-31': '元旦' } },
    };
    expect(aCalendar({ years }).dayKind(day('2026-12-31')).working).toBe(false);
  });
});

describe('hours', () => {
  test('other weekdays and other hours are kept', () => {
    const market = aCalendar({ hours: { weekdays: [6, 7] } });
    expect(market.dayKind(day('2026-11-20')).working).toBe(false);
    expect(market.nextOpening(moment('2026-11-20T10:00'))).toBe(moment('2026-11-21T09:00'));
  });

  test('a calendar that never opens is refused', () => {
    expect(() => aCalendar({ hours: { weekdays: [] } })).toThrow(RangeError);
    expect(() => aCalendar({ hours: { spans: [] } })).toThrow(RangeError);
  });
});

describe('the zone of the machine', () => {
  const SCRIPT = `
    const { aCalendar } = await import(${JSON.stringify(bundled('tests/support/a-calendar.ts'))});
    const { addDays } = await import(${JSON.stringify(bundled('src/domain/time.ts'))});
    const calendar = aCalendar();
    const lines = [];
    for (let on = '2024-01-01'; on < '2029-01-01'; on = addDays(on, 1)) {
      const { working, name } = calendar.dayKind(on);
      if (name !== null) lines.push([on, working, name].join(' '));
    }
    console.log(lines.join('\\n'));
  `;
  const daysIn = (zone: string): string =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }).stdout;

  test('does not matter', () => {
    const [west, east] = ['America/New_York', 'Pacific/Apia'].map(daysIn);
    expect(west).toContain('2027-02-05 false 春节');
    expect(east).toBe(west);
  });
});
