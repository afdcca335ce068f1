import { describe, expect, test } from 'vitest';
import { parseReminderCommand } from '../../../src/domain/reminder/commands.ts';
import { day } from '../../support/a-deadline.ts';

const parse = (text: string) => parseReminderCommand(text, day('2026-11-22'));
const on = (date: string, at: string | null = null) => ({ on: date, at });

describe('what is said about deadlines', () => {
  test.for([
    [
      '截止 2027-03-31 省级专精特新申报 仅限武汉',
      { kind: 'add', day: on('2027-03-31'), title: '省级专精特新申报', region: '武汉' },
    ],
    [
      '截止 3月31日17时前 技改补贴',
      { kind: 'add', day: on('2027-03-31', '17:00'), title: '技改补贴', region: null },
    ],
    [
      '截止2026年12月1日，ABC 补贴（仅限于洪山区）',
      { kind: 'add', day: on('2026-12-01'), title: 'ABC 补贴', region: '洪山区' },
    ],
    ['截止', { kind: 'list', topic: '' }],
    ['近期申报', { kind: 'list', topic: '' }],
    ['最近有什么可以申报的？', { kind: 'list', topic: '' }],
    ['截止 专精特新', { kind: 'list', topic: '专精特新' }],
    ['截止 明天 某事', { kind: 'bad-day' }],
    ['截止 2027-02-30 某事', { kind: 'bad-day' }],
    ['截止 2027 某事', { kind: 'bad-day' }],
    ['D12', { kind: 'show', number: 12 }],
    ['ｄ１２', { kind: 'show', number: 12 }],
    ['改 D12 2027-04-15', { kind: 'edit', number: 12, day: on('2027-04-15'), title: null, region: null }],
    [
      '改d12 4月15日 省级申报 仅限洪山区',
      { kind: 'edit', number: 12, day: on('2027-04-15'), title: '省级申报', region: '洪山区' },
    ],
    ['确认 D12、D13', { kind: 'confirm', numbers: [12, 13], day: null }],
    ['确认D12 2027-04-15', { kind: 'confirm', numbers: [12], day: on('2027-04-15') }],
    ['撤销 D12', { kind: 'revoke', numbers: [12] }],
    ['待确认', { kind: 'waiting' }],
    ['已申报', { kind: 'outcome', outcome: 'applied', numbers: [], about: '' }],
    ['D12 已申报！', { kind: 'outcome', outcome: 'applied', numbers: [12], about: '' }],
    ['我们不申报 D12 D12', { kind: 'outcome', outcome: 'declined', numbers: [12], about: '' }],
    ['未申报 D12', { kind: 'outcome', outcome: null, numbers: [12], about: '' }],
    ['我们报了', { kind: 'outcome', outcome: 'applied', numbers: [], about: '' }],
    ['已经申报', { kind: 'outcome', outcome: 'applied', numbers: [], about: '' }],
    ['我们公司早就报过了！', { kind: 'outcome', outcome: 'applied', numbers: [], about: '' }],
    ['今年不报', { kind: 'outcome', outcome: 'declined', numbers: [], about: '' }],
    ['我们今年都不申报了', { kind: 'outcome', outcome: 'declined', numbers: [], about: '' }],
    ['还没报呢', { kind: 'outcome', outcome: null, numbers: [], about: '' }],
    ['D12 我们已经交了', { kind: 'outcome', outcome: 'applied', numbers: [12], about: '' }],
    ['已申报 D12、D13。', { kind: 'outcome', outcome: 'applied', numbers: [12, 13], about: '' }],
    ['技改贴息我们报了', { kind: 'outcome', outcome: 'applied', numbers: [], about: '技改贴息' }],
    ['订阅', { kind: 'subscribe', topics: [] }],
    ['订阅 专精特新、技改', { kind: 'subscribe', topics: ['专精特新', '技改'] }],
    ['退订', { kind: 'unsubscribe', topics: [], numbers: [] }],
    ['退订 专精特新', { kind: 'unsubscribe', topics: ['专精特新'], numbers: [] }],
    ['退订D12', { kind: 'unsubscribe', topics: [], numbers: [12] }],
    ['别再提醒了', { kind: 'unsubscribe', topics: [], numbers: [] }],
    ['日历', { kind: 'calendar' }],
    ['换日历地址', { kind: 'calendar-address', step: 'renew' }],
    ['停用日历地址', { kind: 'calendar-address', step: 'revoke' }],
    ['新政策', { kind: 'new-policies' }],
    ['推送 N3', { kind: 'publish', number: 3, step: 'preview' }],
    ['确认推送N3', { kind: 'publish', number: 3, step: 'send' }],
    ['不推送 n3', { kind: 'publish', number: 3, step: 'decline' }],
  ] as const)('「%s」', ([text, command]) => expect(parse(text)).toEqual(command));

  test.for([
    '截止日期是什么时候',
    '订阅号怎么关注',
    '改 D12',
    '确认 D12 好的',
    '确认成员 12',
    '日历怎么加',
    '专精特新已申报三家',
    '推送消息',
    '',
    '截止 2027-03-31 一\n二',
    `截止 2027-03-31 ${'长'.repeat(300)}`,
  ])('「%s」 is something else', (text) => expect(parse(text)).toBeNull());
});
