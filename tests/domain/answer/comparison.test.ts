import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/domain/answer/answer.ts';
import type { Concern } from '../../../src/domain/answer/concerns.ts';
import { readQuestion } from '../../../src/domain/answer/question.ts';
import type { Answer, Entry } from '../../../src/domain/answer/types.ts';
import { aReader } from '../../support/a-reader.ts';
import { aPolicy, anEntry, aShelf } from '../../support/an-entry.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const segmenter = createFakeSegmenter(['绿色工厂', '灯塔工厂', '培训班', '经营管理', '高企', '机票', '名额']);
const policy = aPolicy({ id: 'measures', title: '武汉市支持制造业若干措施' });
const away = aPolicy({ id: 'plan', title: '上海市制造业规划', region: '上海市' });
const of = (id: string, text: string, from = policy): Entry =>
  anEntry(text, { policy: from, clause: { id } });

const green = of('1', '对绿色工厂给予奖励50万元。');
const beacon = of('2', '对灯塔工厂给予奖励100万元。');
const courses = of('3', '举办企业经营管理培训班5期、技能培训班3期。');
const reports = of('4', '培训班每期培训50人,全年10期。');
const tickets = of('5', '机票按票价补贴3000元。');
const seats = of('6', '名额由协会另行通知。');
const LIBRARY = [green, beacon, courses, reports, tickets, seats];

const beaconConcern: Concern = { name: '灯塔', terms: ['灯塔工厂', '世界级工厂'], sureness: 0.6 };
function ask(text: string, entries: readonly Entry[] = LIBRARY, concerns: readonly Concern[] = []): Answer {
  const reader = aReader({ words: segmenter.words, concerns: () => concerns });
  return answer(readQuestion(text, reader), {
    shelf: aShelf(entries, segmenter),
    home: { name: '武汉市', province: '湖北省' },
    lastEntry: null,
    foreignWords: () => [],
    segmenter,
  });
}
const shown = (found: Answer): readonly string[] => {
  if (found.kind === 'comparison') return found.sides.map(({ entry }) => entry.key);
  return found.kind === 'clause' ? [found.extract.entry.key] : [found.kind];
};

describe('a comparison', () => {
  test('of two things finds a clause for each', () => {
    expect(shown(ask('绿色工厂和灯塔工厂各奖励多少'))).toEqual([green.key, beacon.key]);
    expect(shown(ask('绿色工厂奖励多少,灯塔工厂奖励多少'))).toEqual([green.key, beacon.key]);
  });

  test.for(['举办了哪些培训班,各几期', '培训班有哪些,各有几期'])(
    'is none where the second half asks more of the same thing: 「%s」',
    (text) => {
      expect(shown(ask(text))).toEqual([courses.key]);
    },
  );

  test('is none where the first side says nothing of what is asked, and the second does', () => {
    expect(shown(ask('名额多少,机票补贴多少'))).toEqual([tickets.key]);
    expect(shown(ask('机票补贴多少,名额多少'))).toEqual([tickets.key, seats.key]);
  });

  test('takes for each side what says the thing asked of both', () => {
    const wooed = of('7', '大力引进绿色工厂,对绿色工厂开展精准招商。');
    expect(shown(ask('灯塔工厂和引进绿色工厂各奖励多少', [...LIBRARY, wooed]))).toEqual([
      beacon.key,
      green.key,
    ]);
  });

  test('is none where a half names nothing', () => {
    expect(shown(ask('绿色工厂奖励和多少一样多吗'))).toEqual([green.key]);
  });

  test('of one thing at two times knows the plans of five years by their last', () => {
    const then = of('7', '“十三五”期间,高企达到8000家。');
    const later = of('8', '到2025年,高企突破20000家。');
    const lone = of('9', '2020年,高企安排其他事项,各有关单位配合落实。');
    const found = ask('高企2020年底有多少家,2025年又要到多少家', [...LIBRARY, lone, then, later]);
    expect(shown(found)).toEqual([then.key, later.key]);
  });

  test('of two regions stays one, where one of them says nothing of it', () => {
    const vague = of('7', '上海对绿色工厂给予支持。', away);
    const both = ask('上海和武汉的绿色工厂奖励哪个高', [...LIBRARY, vague]);
    expect(shown(both)).toEqual([vague.key, green.key]);
  });

  test('of two regions’ goals takes what is to come, and not what was', () => {
    const past = of('7', '截至2020年,高企累计8000家。', away);
    const goal = of('8', '到2025年,高企突破20000家。', away);
    const home = of('9', '到2025年,高企达到15000家。');
    const found = ask('上海和武汉的高企目标各是多少家', [...LIBRARY, past, goal, home]);
    expect(shown(found)).toEqual([goal.key, home.key]);
  });
});

describe('of two things that are asked about at once', () => {
  test('a clause that names one is basis, though nothing names the other', () => {
    const known = [green, seats];
    expect(shown(ask('绿色工厂和灯塔工厂各奖励多少', known, [beaconConcern]))).toEqual([green.key]);
    expect(shown(ask('绿色工厂奖励多少', known, [beaconConcern]))).toEqual(['decline']);
  });

  test('nothing is, where no clause names either', () => {
    expect(shown(ask('绿色工厂和灯塔工厂各奖励多少', [seats, courses], [beaconConcern]))).toEqual([
      'decline',
    ]);
  });
});
