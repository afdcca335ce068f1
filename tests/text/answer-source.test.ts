import { describe, expect, test } from 'vitest';
import type { Status } from '../../src/domain/policy/types.ts';
import { placeOf, shortTitle, standing } from '../../src/text/zh/answer-source.ts';
import { aPolicy, anEntry, day, type EntryParts } from '../support/an-entry.ts';

describe('short titles', () => {
  test.for([
    ['市人民政府关于印发武汉市若干措施的通知', '武汉市若干措施'],
    ['关于印发《武汉市若干措施》的通知', '武汉市若干措施'],
    ['市政府办公厅关于转发若干意见办法的公告', '若干意见办法'],
    ['《武汉市若干措施》', '武汉市若干措施'],
    ['武汉市若干措施', '武汉市若干措施'],
    ['关于开展2023年申报工作的通知', '关于开展2023年申报工作的通知'],
    [null, 'sample.txt'],
  ] as const)('%s: %s', ([title, short]) => {
    expect(shortTitle({ title, file: 'sample.txt' })).toBe(short);
  });
});

describe('where a clause stands', () => {
  test.for<[EntryParts['clause'], RegExp]>([
    [{ number: '3．', path: ['二、资金', '(一)奖励'] }, /^二、[（(]一[)）]3$/],
    [{ number: '24.', kind: 'row' }, /^第24项$/],
    [{ number: null, kind: 'row' }, /^$/],
    [{ number: '第五条', kind: 'article', path: ['第一章 总则'] }, /^第五条$/],
    [{ number: '（二）', path: ['第一章 总则'] }, /^第一章[（(]二[)）]$/],
    [{ number: null, path: ['前言'] }, /^$/],
    [{ number: '一、', path: [] }, /^一$/],
    [{ number: null, path: ['2.建立培育体系'] }, /^2\.建立培育体系$/],
    [{ number: '(一)', path: [] }, /^[（(]一[)）]$/],
    [{ number: '11、', path: [] }, /^第11项$/],
  ])('%j: %s', ([clause, place]) => {
    expect(placeOf(anEntry('奖励。', { clause: clause ?? {} }))).toMatch(place);
  });
});

describe('the standing of a document', () => {
  const of = (status: Status, known = {}): string =>
    standing(anEntry('奖励。', { status, policy: aPolicy(known) }));
  const until = { validUntil: day('2024-12-31') };

  test.for<[Status, object, RegExp]>([
    ['in-force', {}, /^现行有效$/],
    ['in-force', until, /现行有效.*2024年12月31日/],
    ['expired', until, /2024年12月31日.*已失效/],
    ['expired', {}, /^已失效/],
    ['over', { planYears: { from: 2023, to: 2023 } }, /2023年的安排.*已过/],
    ['over', { planYears: { from: 2021, to: 2025 } }, /2021—2025年的规划.*已过/],
    ['over', {}, /已过/],
    ['not-yet', { effectiveOn: day('2031-05-01') }, /2031年5月1日起施行.*尚未生效/],
    ['not-yet', {}, /尚未生效/],
    ['draft', {}, /征求意见稿/],
    ['unknown', {}, /未载明有效期/],
  ])('%s %j: %s', ([status, known, words]) => {
    expect(of(status, known)).toMatch(words);
  });

  test.for<Status>(['expired', 'over'])(
    'who reads of one that is %s is sent to the current one',
    (status) => {
      expect(of(status, { ...until, planYears: { from: 2023, to: 2023 } })).toContain('以现行政策为准');
    },
  );
});
