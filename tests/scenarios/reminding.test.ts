import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCall } from '../support/a-policy.ts';
import { aChangingLibrary } from '../support/a-changing-library.ts';
import { aStage, type Heard, heardBy, type Stage, withPeople } from '../support/stage.ts';

const GROUP = '企业群';
const NOTICE = aCall('2027年度省级专精特新中小企业', {
  sentences: [
    '企业网上申报时间为2026年12月7日至2026年12月31日17:00，逾期不予受理。',
    '各区经信部门于2027年1月10日前将推荐文件报送我局。',
  ],
});
const DOUBTFUL = aCall('技术改造项目', {
  file: 'doubt.txt',
  sentences: ['企业应于12月20日前在线提交申报书。'],
});

let library: ReturnType<typeof aChangingLibrary>;
let stage: Stage;
beforeEach(async () => {
  library = aChangingLibrary();
  library.change((policies) => [...policies, NOTICE, DOUBTFUL]);
  stage = await aStage('2026-11-23T10:00', { library });
  await withPeople(stage);
  // The first stage of a worker loads the dictionary; a busy machine takes its time.
}, 60_000);
afterEach(async () => stage.end());

const alone = async (person: string, text: string): Promise<string> =>
  heardBy(await stage.says(person, text), person);
const inGroup = async (person: string, text: string): Promise<string> =>
  heardBy(await stage.says(person, text, { group: GROUP }), GROUP);
const until = (moment: string): Promise<readonly Heard[]> => stage.passes(moment);
const digests = (heard: readonly Heard[], name: string): readonly string[] =>
  heard
    .filter(({ chat }) => chat === `console:${name}` || chat === `console:group/${name}`)
    .map(({ message }) => message.text)
    .filter((text) => /申报提醒|截止时间有变|新政策：|等您看/.test(text));

describe('an owner and the deadlines of a notice', () => {
  test('sees what is open with the sentence behind it, and nothing of what the offices have to forward', async () => {
    const list = await alone('王老板', '近期申报');
    expect(list).toContain('D1 2027年度省级专精特新中小企业：12月7日（周一）起，12月31日（周四）17:00截止');
    expect(list).not.toContain('1月10日');
    expect(await alone('王老板', 'D1')).toMatch(
      /原文：“.*2026年12月31日17:00.*”——《.*》\n原文明确；适用：武汉市/,
    );
  });

  test('is reminded until it has applied, in whatever words that is said', async () => {
    await alone('王老板', '订阅');
    expect(digests(await until('2026-12-02T12:00'), '王老板')).toEqual([
      expect.stringContaining('D1 2027年度省级专精特新中小企业：12月31日（周四）17:00截止'),
    ]);
    expect(await alone('王老板', '我们已经报了')).toContain('记下了：已申报 D1');
    expect(digests(await until('2027-01-04T12:00'), '王老板')).toEqual([]);
  });

  test('「今年不报」 ends it too; taken back, it goes on', async () => {
    await alone('王老板', '订阅');
    await until('2026-12-02T12:00');
    expect(await alone('王老板', '今年不报')).toContain('记下了：不申报 D1');
    expect(digests(await until('2026-12-22T12:00'), '王老板')).toEqual([]);
    expect(await alone('王老板', '未申报 D1')).toContain('继续提醒');
    expect(digests(await until('2026-12-29T12:00'), '王老板')).toHaveLength(3);
  });

  test('where several were told of a digit says which was meant', async () => {
    await stage.says('李专员', '截止 2026-12-28 技改贴息申报');
    await alone('王老板', '订阅');
    await until('2026-12-17T12:00');
    expect(await alone('王老板', '我们报了')).toBe(
      '您说的是哪一项？\n1 D3 技改贴息申报\n2 D1 2027年度省级专精特新中小企业',
    );
    expect(await alone('王老板', '1')).toContain('记下了：已申报 D3');
    expect(await alone('王老板', '专精特新已经申报过了')).toContain('记下了：已申报 D1');
    expect(await alone('王老板', '报过了')).not.toContain('记下了');
  });

  test('one word ends all of it', async () => {
    await alone('王老板', '订阅');
    expect(await alone('王老板', '退订')).toBe('好的，不再提醒您。想恢复回「订阅」。');
    expect(digests(await until('2027-01-04T12:00'), '王老板')).toEqual([]);
  });

  test('a topic brings what it names and nothing else', async () => {
    await stage.says('李专员', '截止 2026-12-28 技改贴息申报');
    await alone('王老板', '订阅 技改');
    await alone('赵老板', '订阅 养老');
    const heard = await until('2027-01-04T12:00');
    expect(digests(heard, '王老板').join('\n')).not.toContain('专精特新');
    expect(digests(heard, '王老板').length).toBeGreaterThan(3);
    expect(digests(heard, '赵老板')).toEqual([]);
  });

  test('gets it as a file for the phone’s calendar', async () => {
    const heard = await stage.says('王老板', '日历');
    const [file] = heard.flatMap(({ message }) => message.files ?? []);
    expect(file?.name).toBe('qifu.ics');
    const written = [...stage.pages.kept.values()].join('\n').replace(/\r\n[ \t]/g, '');
    expect(written).toMatch(/^BEGIN:VCALENDAR/);
    expect(written).toContain('SUMMARY:D1 2027年度省级专精特新中小企业');
    expect(written).toContain('DTEND:20261231T090000Z');
  });
});

describe('a group', () => {
  test('hears one digest a day at most, in the morning of a working day, never in quiet hours', async () => {
    await stage.says('李专员', '截止 2026-12-18 技改贴息申报 仅限洪山区');
    await stage.says('李专员', '截止 2026-12-19 江夏贴息 仅限江夏区');
    await inGroup('李专员', '订阅');
    const days = new Map<string, number>();
    for (let day = '2026-11-23'; day < '2027-01-04'; ) {
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      const night = digests(await until(`${at}T07:59`), GROUP);
      expect([at, night]).toEqual([at, []]);
      const heard = digests(await until(`${at}T20:59`), GROUP);
      expect(heard.join('\n')).not.toContain('江夏');
      if (heard.length > 0) days.set(at, heard.length);
      day = at;
    }
    expect(Math.max(...days.values())).toBe(1);
    expect([...days.keys()]).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-04',
      '2026-12-11',
      '2026-12-15',
      '2026-12-17',
      '2026-12-18',
      '2026-12-24',
      '2026-12-28',
      '2026-12-30',
      '2026-12-31',
    ]);
  });

  test('of several enterprises goes on being reminded when one of them has applied', async () => {
    await inGroup('李专员', '订阅');
    await until('2026-12-02T12:00');
    expect(await inGroup('王老板', '我们报了')).toContain('群里照常提醒');
    expect(digests(await until('2026-12-18T12:00'), GROUP)).toHaveLength(1);
    expect(await inGroup('李专员', '已申报 D1')).toContain('记下了：已申报 D1');
    expect(digests(await until('2027-01-04T12:00'), GROUP)).toEqual([]);
  });
});

describe('a specialist', () => {
  test('types a deadline, moves it, revokes it: who was reminded is told each time, once', async () => {
    expect(await alone('李专员', '截止 2027-01-29 首台套奖励申报 仅限武汉')).toContain('已登记 D3');
    expect(await alone('王老板', '截止 2027-01-29 假的')).toContain('要由专员来做');
    await alone('王老板', '订阅 首台套');
    await until('2027-01-04T12:00');
    expect(await alone('李专员', '改 D3 2027-01-27')).toContain('D3 已改');
    const [moved, ...more] = digests(await until('2027-01-07T12:00'), '王老板');
    expect(moved).toContain('D3 首台套奖励申报：截止时间由1月29日（周五）改为1月27日（周三）');
    expect(more).toEqual([]);
    expect(await alone('李专员', '撤销 D3')).toContain('D3 已撤销');
    const [gone, ...others] = digests(await until('2027-01-28T12:00'), '王老板');
    expect(gone).toContain('原定1月27日（周三）截止，现已撤销');
    expect(others).toEqual([]);
  });

  test('is asked about what is in doubt; before that nobody is reminded of it', async () => {
    await alone('王老板', '订阅 技术改造');
    const heard = await until('2026-12-02T12:00');
    expect(digests(heard, '王老板')).toEqual([]);
    expect(digests(heard, '李专员').join('\n')).toContain('有 1 项等您看');
    expect(await alone('李专员', '待确认')).toContain('待专员确认：原文没写年份');
    expect(await alone('李专员', '确认 D2')).toContain('D2 已确认');
    expect(digests(await until('2026-12-04T12:00'), '王老板').join('\n')).toContain('D2 技术改造项目');
  });
});

describe('a document that changes', () => {
  test('who was reminded of its day is told of the new one, once', async () => {
    await alone('王老板', '订阅');
    await until('2026-12-02T12:00');
    const later = aCall('2027年度省级专精特新中小企业', {
      sentences: ['企业网上申报时间为2026年12月7日至2027年1月15日17:00，逾期不予受理。'],
    });
    library.change((policies) => [...policies, later]);
    await alone('李专员', '截止');
    const [told] = digests(await until('2026-12-04T12:00'), '王老板');
    expect(told).toContain('截止时间由12月31日（周四）17:00改为2027年1月15日（周五）17:00');
    const rest = digests(await until('2027-01-18T12:00'), '王老板');
    expect(rest.join('\n')).not.toContain('截止时间由');
    expect(rest.length).toBeGreaterThan(2);
  });

  test.for([
    ['withdrawn', null, '已从政策库撤下'],
    ['extended', { validUntil: '2028-12-31' as never }, '有效期改为到2028年12月31日'],
    ['replaced by other words', { text: '另一个办法' }, '内容有更新'],
  ] as const)('who was answered from it is told when it is %s, once', async ([, change, words]) => {
    expect(await alone('孙老板', '武汉小巨人奖励多少钱')).toContain('20万元');
    const isAnswered = ({ title }: { readonly title: string | null }) =>
      title?.includes('武汉市促进中小企业“专精特新”高质量发展行动计划') === true;
    library.change((policies) =>
      policies.flatMap((policy) => {
        if (!isAnswered(policy)) return [policy];
        return change === null ? [] : [{ ...policy, ...change }];
      }),
    );
    await alone('李专员', '截止');
    const texts = (heard: readonly Heard[]) => heardBy(heard, '孙老板');
    expect(texts(await until('2026-11-24T20:00'))).toContain(words);
    expect(texts(await until('2026-12-24T20:00'))).toBe('');
  });
});

describe('a new policy', () => {
  const FRESH = aCall('个转企和小巨人奖励', {
    file: 'fresh.txt',
    sentences: ['对获批省级专精特新“小巨人”企业，给予20万元奖励。'],
  });

  test('is told to those whom it fits, once a specialist has seen to how many', async () => {
    const told = { 王老板: '有，省级小巨人', 陈老板: '没有' };
    for (const [person, titles] of Object.entries(told))
      for (const answer of ['我的企业', '洪山区', '五金加工', '跳过', titles, '不填了'])
        await alone(person, answer);
    for (const person of ['王老板', '陈老板', '周老板']) await alone(person, '订阅');
    await alone('吴老板', '订阅 小巨人');
    await inGroup('李专员', '订阅');
    library.change((policies) => [...policies, FRESH]);
    expect(await alone('李专员', '新政策')).toContain(
      'N3 《武汉市经济和信息化局关于组织申报个转企和小巨人奖励的通知》',
    );
    const preview = await alone('李专员', '推送 N3');
    expect(preview).toContain('会告诉 1 个群、2 位订阅人');
    expect(preview).toContain('另有 1 位资料不全');
    expect(digests(await until('2026-11-25T12:00'), '王老板')).toEqual([]);
    await alone('李专员', '推送 N3');
    expect(await alone('李专员', '1')).toContain('随下一次提醒发出');
    const heard = await until('2026-11-27T20:00');
    const counts = ['王老板', '吴老板', GROUP, '陈老板', '周老板'].map(
      (name) => digests(heard, name).filter((text) => text.includes('个转企和小巨人奖励')).length,
    );
    expect(counts).toEqual([1, 1, 1, 0, 0]);
    const later = await until('2026-12-20T20:00');
    expect(digests(later, '王老板').join('\n')).not.toContain('个转企和小巨人奖励');
  });
});

describe('what a profile says', () => {
  test('keeps away what it speaks against; what it says nothing of comes; a topic asked for comes anyway', async () => {
    await stage.says('李专员', '截止 2026-12-28 旅行社纾困补贴申报');
    await stage.says('李专员', '截止 2026-12-28 稳岗补贴申报');
    await alone('陈老板', '我能享受什么政策');
    await alone('陈老板', '我们是洪山区的五金厂，做机械加工的');
    for (const topic of ['', ' 旅行社']) {
      await alone('陈老板', '退订');
      const open = (await alone('陈老板', `订阅${topic}`)) && (await alone('陈老板', '截止'));
      expect(open.includes('旅行社')).toBe(topic !== '');
      expect(open.includes('稳岗')).toBe(topic === '');
    }
  });
});
