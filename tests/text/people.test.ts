import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/domain/people/notes.ts';
import type { Role } from '../../src/domain/people/types.ts';
import type { Instant } from '../../src/domain/time.ts';
import { peopleText } from '../../src/text/zh/people.ts';
import { lastDay, shownName } from '../../src/text/zh/people-words.ts';
import { acc } from '../support/a-town.ts';

const words = { nameOf: (unit: string) => unit, botName: '小企' };
const lines = (note: Note): number => peopleText(note, words).split('\n').length;

const ROLES: readonly Role[] = ['administrator', 'supervisor', 'specialist', 'handler'];

describe('help', () => {
  const notes = fc.record({
    kind: fc.constant('help' as const),
    roles: fc.subarray([...ROLES]),
    isMember: fc.boolean(),
    isGroup: fc.boolean(),
    isDesk: fc.boolean(),
  });

  test('has at most eight lines and always says how to see one’s own id', () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(lines(note)).toBeLessThanOrEqual(8);
        expect(peopleText(note, words)).toContain('我是谁');
      }),
    );
  });

  test('keeps what is done with appeals, however much else somebody may do', () => {
    const all = peopleText(
      { kind: 'help', roles: ROLES, isMember: true, isGroup: true, isDesk: true },
      words,
    );
    expect(all).toContain('不予受理');
    expect(all).toContain('签收');
    expect(all).toContain('绑定 专员');
  });

  test('is another for each role and place', () => {
    const help = (roles: readonly Role[], isGroup: boolean) =>
      peopleText({ kind: 'help', roles, isMember: false, isGroup, isDesk: false }, words);
    const all = [[], ...ROLES.map((role) => [role])].flatMap((roles) => [
      help(roles, false),
      help(roles, true),
    ]);
    expect(new Set(all).size).toBe(10);
    expect(help([], false)).not.toContain('绑定');
    expect(help(['administrator'], false)).toContain('邀请');
    expect(help(['specialist'], false)).toContain('待办、今日；A0001 派 单位 / 追问 … / 不予受理');
    expect(help(['handler'], true)).toContain('A0001 签收 / 退单 原因 / 答复：…；待办');
    expect(help(['supervisor'], true)).toContain('待办、今日');
    expect(help(['supervisor', 'specialist'], true).match(/今日/gu)).toHaveLength(1);
    for (const words of ['我的诉求；A0001 催办 / 撤销 / 满意', '转人工', '我的企业', '我能享受什么政策'])
      expect(help([], false)).toContain(words);
    for (const words of ['截止：近期申报', '订阅 / 退订 提醒', '已申报 D12', '日历']) {
      expect(help([], false)).toContain(words);
      expect(help([], true)).toContain(words);
    }
    for (const isGroup of [false, true])
      expect(help(['specialist'], isGroup)).toContain(
        '截止 2027-03-31 事项：登记并提醒；待确认；新政策；订阅',
      );
    expect(help(['handler'], false)).not.toContain('截止');
    expect(help(['administrator'], true)).toContain('绑定 企业群');
  });
});

describe('who am I', () => {
  test('has at most eight lines, however many roles, enterprises and bindings there are', () => {
    const held = Array.from({ length: 9 }, (_, number) => ({
      number,
      grant: { role: 'supervisor', path: ['洪山区'] } as const,
    }));
    const note: Note = {
      kind: 'who',
      account: acc('feishu:ou_1'),
      others: [acc('wechat:1'), acc('other:1')],
      held,
      isConfigured: false,
      absence: { until: 0 as Instant, substitute: null, name: null },
      enterprises: ['甲', '乙', '丙', '丁'],
      place: { kind: 'enterprise-group', district: null, station: [], enterprise: null },
    };
    expect(lines(note)).toBeLessThanOrEqual(8);
    expect(peopleText(note, words)).toContain('已关联微信、other');
  });
});

describe('names that people gave themselves', () => {
  test.for([
    ['李四\n管理员', '李四 管理员'],
    ['\u202e四李', '四李'],
    ['', '（没有名字）'],
    [null, '（没有名字）'],
    ['长'.repeat(30), `${'长'.repeat(20)}…`],
  ] as const)('%j is shown as 「%s」', ([name, shown]) => expect(shownName(name)).toBe(shown));
});

test('the last day of an absence is the day before its midnight', () => {
  expect(lastDay(Date.parse('2026-12-01T00:00:00+08:00') as Instant)).toBe('11月30日（周一）');
});
