import { describe, expect, test } from 'vitest';
import { findDeadlines, yearClues } from '../../../src/domain/policy/deadlines/find-deadlines.ts';
import type { Deadline } from '../../../src/domain/policy/types.ts';
import { parseLocalDate } from '../../../src/domain/time.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

interface Known {
  readonly publishedOn?: string;
  readonly signedOn?: string;
  readonly title?: string;
  readonly documentNumber?: string;
  readonly text?: string;
}

const clues = (known: Known) =>
  yearClues({
    publishedOn: parseLocalDate(known.publishedOn ?? ''),
    signedOn: parseLocalDate(known.signedOn ?? ''),
    title: known.title ?? null,
    documentNumber: known.documentNumber ?? null,
    text: known.text ?? '',
    draft: false,
  });

const find = (
  text: string,
  known: Known = { publishedOn: '2031-03-28' },
  heading = '',
): readonly Deadline[] => findDeadlines({ text, heading, clues: clues(known), applies: true });

const written = (deadline: Deadline): string =>
  [
    `${deadline.from ?? ''}~${deadline.on ?? ''}`,
    deadline.at,
    deadline.kind,
    deadline.rhythm === 'once' ? null : deadline.rhythm,
    deadline.implied ? 'implied' : null,
    deadline.conflict,
  ]
    .filter((part) => part !== null)
    .join(' ');

test.for(fixtureCases('deadlines.txt'))('$input', ({ input, expected }) => {
  const [text = '', heading = ''] = input.split('@');
  const found = find(text, { publishedOn: '2031-03-28' }, heading);
  expect(found.map(written).join('; ') || '-').toBe(expected);
});

describe('the year of a date without one', () => {
  const on = (known: Known, text = '请于4月18日前报送'): string | null => find(text, known)[0]?.on ?? null;

  test('comes from the day of issue', () => expect(on({ publishedOn: '2031-03-01' })).toBe('2031-04-18'));
  test('comes from the title where no day is known', () =>
    expect(on({ title: '关于申报2032年度项目的通知' })).toBe('2032-04-18'));
  test('comes from the document number where the title has none', () =>
    expect(on({ title: '关于申报项目的通知', documentNumber: '某工信〔2030〕7号' })).toBe('2030-04-18'));
  test('comes from the numbers cited where nothing else tells', () =>
    expect(on({ text: '根据《某办法》(某政办〔2029〕3号)' })).toBe('2029-04-18'));
  test('comes from the page where the signature contradicts the number', () =>
    expect(
      on({ publishedOn: '2031-03-05', signedOn: '2030-03-01', documentNumber: '某工信〔2031〕7号' }),
    ).toBe('2031-04-18'));
  test('is not taken from the line above', () =>
    expect(
      find('2032年4月1日起受理申报\n5月8日前报送', { publishedOn: '2031-03-28' }).map(
        (one) => one.on ?? one.from,
      ),
    ).toEqual(['2032-04-01', '2031-05-08']));
  test('of counted days is missing too', () =>
    expect(find('自5月8日起7天受理申报', {})[0]).toMatchObject({ on: null, conflict: 'no-year' }));
  test('is said to be missing where nothing tells', () =>
    expect(find('请于4月18日前报送', {})[0]).toMatchObject({ on: null, conflict: 'no-year' }));
  test('is the next one where a notice of December asks for January', () =>
    expect(on({ publishedOn: '2031-12-28' }, '请于1月9日前报送')).toBe('2032-01-09'));
  test('follows the signature rather than a reprint years after', () =>
    expect(on({ publishedOn: '2035-01-20', signedOn: '2031-03-02' })).toBe('2031-04-18'));
  test('is not taken from a signature older than the numbers that the text cites', () =>
    expect(on({ signedOn: '2028-10-23', text: '(某经信办函〔2031〕39号)' })).toBe('2031-04-18'));
  test('is taken from the sentence where it was named just before', () =>
    expect(find('受理时间为2033年5月8日,补正截止时间为5月20日', {}).map((one) => one.on)).toContain(
      '2033-05-20',
    ));
});

describe('conflicts are reported, not settled', () => {
  test('a weekday that does not fit', () =>
    expect(find('请于2031年4月18日(星期一)前报送')[0]).toMatchObject({
      on: '2031-04-18',
      conflict: 'weekday',
    }));
  test('a deadline before the day of issue', () =>
    expect(find('请于2031年2月18日前报送')[0]).toMatchObject({ conflict: 'before-publication' }));
});

describe('what is due', () => {
  test('is told in the words around the date', () =>
    expect(find('请各区于4月18日前将申报材料报送我局')[0]?.what).toBe('请各区将申报材料报送我局'));
  test('is the heading where the sentence has only the date', () =>
    expect(find('4月18日', { publishedOn: '2031-03-28' }, '三、申报截止时间')[0]?.what).toContain(
      '申报截止时间',
    ));
  test('stops before the next date of the sentence', () =>
    expect(find('网络填报截止时间为6月5日17时,纸质材料于6月9日前送达')[0]?.what).toBe('网络填报截止时间'));
  test('keeps the sentence as it was written', () =>
    expect(find('请于 4月18日（星期五）前报送。谢谢')[0]?.snippet).toBe('请于 4月18日（星期五）前报送'));
});

test('the kind is application in a call for applications and task elsewhere', () => {
  const ask = (applies: boolean) =>
    findDeadlines({ text: '请于2031年4月18日前报送材料', heading: '', clues: clues({}), applies })[0]?.kind;
  expect([ask(true), ask(false)]).toEqual(['application', 'task']);
});

test('a start and the end in the same clause are one window', () => {
  const found = find('2031年5月8日起开放申报,6月5日截止');
  expect(found.map(written)).toEqual(['2031-05-08~2031-06-05 application implied']);
});
