import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holidayData } from '../../src/commands/holiday-data.ts';
import { readRules } from '../../src/commands/rules.ts';
import { SeedError } from '../../src/commands/seed-error.ts';
import { readJson, readSeeds } from '../../src/commands/seeds.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { quietUntil } from '../../src/domain/quiet-hours.ts';
import { clock, moment } from '../support/a-calendar.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');

/** A file of settings with this content in a fresh folder; its folder and path. */
function aFile(name: string, content: unknown): { readonly folder: string; readonly path: string } {
  const folder = aTempFolder();
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return { folder, path };
}

/** What is told of a file that is refused. */
const refusal = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'taken',
    (error: unknown) => {
      expect(error).toBeInstanceOf(SeedError);
      return (error as SeedError).message;
    },
  );

describe('holidays.json', () => {
  const NOTICE = {
    notice: '国办发明电〔2029〕1号',
    holidays: { '2029-12-31': '元旦', '2030-01-01': '元旦' },
    workdays: { '2030-02-10': '春节' },
  };
  const read = (years: unknown): Promise<unknown> =>
    readJson(aFile('holidays.json', { years }).path, holidayData);

  test('a notice is read as its own text describes it', async () => {
    expect(await read({ '2030': NOTICE })).toEqual({ years: { '2030': NOTICE } });
  });

  test.for([
    ['a year that is none', { next: NOTICE }, 'years.next'],
    ['a notice without its number', { '2030': { ...NOTICE, notice: ' ' } }, 'years.2030.notice'],
    ['a list that is missing', { '2030': { ...NOTICE, workdays: undefined } }, 'years.2030.workdays'],
    [
      'a day that the calendar has not',
      { '2030': { ...NOTICE, holidays: { '2030-02-30': '春节' } } },
      'years.2030.holidays.2030-02-30',
    ],
    [
      'a day without its festival',
      { '2030': { ...NOTICE, holidays: { '2030-02-03': '' } } },
      'years.2030.holidays.2030-02-03',
    ],
    [
      'a day of another year',
      { '2030': { ...NOTICE, workdays: { '2031-02-10': '春节' } } },
      'years.2030.2031-02-10',
    ],
    [
      'a November of the year before',
      { '2030': { ...NOTICE, holidays: { '2029-11-30': '元旦' } } },
      'years.2030.2029-11-30',
    ],
    [
      'a day that is both off and worked',
      { '2030': { ...NOTICE, workdays: { '2030-01-01': '元旦' } } },
      'years.2030.workdays',
    ],
  ] as const)('%s is refused, and the place named', async ([, years, place]) => {
    expect(await refusal(read(years))).toMatch(new RegExp(`holidays\\.json 的「${place}」写得不对`));
  });
});

describe('rules.json', () => {
  const rules = JSON.parse(readFileSync(join(SEEDS, 'rules.json'), 'utf8')) as Record<string, unknown>;

  test('the seeds make a calendar and quiet hours', async () => {
    const [{ holidays }, { workingHours, quietHours }] = await Promise.all([
      readSeeds(SEEDS),
      readRules(SEEDS),
    ]);
    const calendar = createCalendar({ holidays, workingHours });
    expect(calendar.addWorkingHours(moment('2026-11-20T17:00'), 2)).toEqual({
      at: moment('2026-11-23T10:30'),
      estimated: false,
    });
    expect(quietHours).toEqual({ from: clock('21:00'), to: clock('08:00') });
    expect(quietUntil(moment('2026-11-20T22:00'), quietHours)).toBe(moment('2026-11-21T08:00'));
  });

  test.for([
    ['workingHours.spans.0.from', { weekdays: [1], spans: [{ from: '9:00', to: '12:00' }] }],
    [
      'workingHours.spans',
      {
        weekdays: [1],
        spans: [
          { from: '14:00', to: '17:30' },
          { from: '09:00', to: '12:00' },
        ],
      },
    ],
    ['workingHours.spans', { weekdays: [1], spans: [] }],
    ['workingHours.weekdays', { weekdays: [], spans: [{ from: '09:00', to: '12:00' }] }],
    ['workingHours.weekdays.0', { weekdays: [0], spans: [{ from: '09:00', to: '12:00' }] }],
  ] as const)('%s that cannot be kept is refused: %j', async ([place, workingHours]) => {
    const { folder } = aFile('rules.json', { ...rules, workingHours });
    expect(await refusal(readRules(folder))).toMatch(new RegExp(`rules\\.json 的「${place}」写得不对`));
  });
});

describe('data/rules.json', () => {
  const over = (content: unknown) => ({ path: aFile('rules.json', content).path, isNamed: false });
  const read = (content: unknown) => readRules(SEEDS, over(content));

  test('overrides what stands in it, key by key, and leaves the rest', async () => {
    const own = await readRules(SEEDS);
    const rules = await read({
      appeals: { reply: { ordinary: { workingDays: 3 } } },
      quietHours: { from: '20:30' },
      workingHours: { weekdays: [1, 2, 3, 4, 5, 6] },
      channels: { feishu: { gapMilliseconds: { from: 10, to: 20 } } },
    });
    expect(rules).toEqual({
      ...own,
      appeals: { ...own.appeals, reply: { ...own.appeals.reply, ordinary: { workingDays: 3 } } },
      quietHours: { ...own.quietHours, from: clock('20:30') },
      workingHours: { ...own.workingHours, weekdays: [1, 2, 3, 4, 5, 6] },
      channels: {
        ...own.channels,
        feishu: { ...own.channels['feishu'], gapMilliseconds: { from: 10, to: 20 } },
      },
    });
  });

  test('may be empty or absent; a file that was named must be there', async () => {
    const own = await readRules(SEEDS);
    const absent = join(aTempFolder(), 'none.json');
    expect(await read({})).toEqual(own);
    expect(await readRules(SEEDS, { path: absent, isNamed: false })).toEqual(own);
    expect(await refusal(readRules(SEEDS, { path: absent, isNamed: true }))).toBe(
      `规则文件读不了：${absent}。请检查 QIFU_RULES 指的文件在不在，内容是不是 {…} 形式的 JSON。`,
    );
  });

  test.for([
    ['appeals.reply.ordinary.workingDays', { appeals: { reply: { ordinary: { workingDays: '5' } } } }],
    ['appeals.reply.ordinary.workingDays', { appeals: { reply: { ordinary: { workingDays: 0 } } } }],
    ['appeals.reply.ordinary.workingDay', { appeals: { reply: { ordinary: { workingDay: 5 } } } }],
    ['appeals.acept', { appeals: { acept: { workingHours: 1 } } }],
    ['appeals.accept', { appeals: { accept: 2 } }],
    ['appeals.dailyDigestAt', { appeals: { dailyDigestAt: '8:50' } }],
    ['quitHours', { quitHours: { from: '21:00' } }],
    ['quietHours.to', { quietHours: { to: null } }],
    ['workingHours.spans', { workingHours: { spans: [{ from: '12:00', to: '09:00' }] } }],
    ['timeZone', { timeZone: 'Europe/Berlin' }],
    ['reminders.stagesDaysBefore.0', { reminders: { stagesDaysBefore: [-1] } }],
    ['channels.feishu.perSecnd', { channels: { feishu: { perSecnd: 1 } } }],
    ['channels.feishu.perSecond', { channels: { feishu: { perSecond: 0 } } }],
    ['channels.feishu.gapMilliseconds', { channels: { feishu: { gapMilliseconds: { from: 2, to: 1 } } } }],
    ['channels.telegram', { channels: { telegram: {} } }],
    ['toString', { toString: {} }],
  ] as const)('%s that is wrong or unknown is refused, file and place named', async ([place, content]) => {
    const file = over(content);
    expect(await refusal(readRules(SEEDS, file))).toBe(
      `资料文件 ${file.path} 的「${place}」写得不对。请对照程序自带的同名文件改正。`,
    );
  });

  test.for(['', '[1]', '{"appeals":', 'null'])('%j is no rules file', async (text) => {
    const path = join(aTempFolder(), 'rules.json');
    writeFileSync(path, text);
    expect(await refusal(readRules(SEEDS, { path, isNamed: false }))).toContain('规则文件读不了');
  });

  test('a wrong file in the seeds is not blamed on the one over it', async () => {
    const { folder, path } = aFile('rules.json', {
      ...JSON.parse(readFileSync(join(SEEDS, 'rules.json'), 'utf8')),
      offers: {},
    });
    expect(await refusal(readRules(folder, over({})))).toContain(path);
  });
});
