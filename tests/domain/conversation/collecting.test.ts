import { describe, expect, test } from 'vitest';
import {
  readAnsweredCommand,
  readCollectTerms,
  readCorrection,
} from '../../../src/domain/conversation/collecting.ts';
import { type LocalDate, parseLocalDate } from '../../../src/domain/time.ts';

const TODAY = parseLocalDate('2026-11-23') as LocalDate;

describe('what stands behind 「收录」, in any order', () => {
  test.for([
    ['', 'unsaid', null],
    [' 有效至 2027-06-30', '2027-06-30', null],
    ['有效期至2027年6月30日', '2027-06-30', null],
    ['有效到明年6月30日', '2027-06-30', null],
    ['到2027年底', '2027-12-31', null],
    ['截至2027年6月底', '2027-06-30', null],
    ['截止到年底', '2026-12-31', null],
    ['有效期一年', '2027-11-23', null],
    ['有效期：2年', '2028-11-23', null],
    ['半年内有效', '2027-05-23', null],
    ['2027-06-30', '2027-06-30', null],
    ['六个月', '2027-05-23', null],
    ['长期有效', 'open', null],
    ['13月40日', 'unreadable', null],
    ['2027-02-30', 'unreadable', null],
    ['有效期长期', 'open', null],
    ['有效至 政策到期', 'unreadable', null],
    ['有效至2027-02-30', 'unreadable', null],
    ['依据 武政〔2021〕12号 第三条', 'unsaid', '依据 武政〔2021〕12号 第三条'],
    ['武政〔2021〕12号第三条，有效至2027-06-30', '2027-06-30', '武政〔2021〕12号第三条'],
    ['有效至 2027-06-30 依据 武政〔2021〕12号 第三条', '2027-06-30', '依据 武政〔2021〕12号 第三条'],
    ['依据《2023年中小企业工作要点》第5条 长期', 'open', '依据《2023年中小企业工作要点》第5条'],
    ['2023年中小企业工作要点 第5条', 'unsaid', '2023年中小企业工作要点 第5条'],
    ['依据“十四五”规划 有效到2027年6月30日为止', '2027-06-30', '依据“十四五”规划'],
  ] as const)('「%s」: until %s, by %s', ([rest, until, basis]) =>
    expect(readCollectTerms(rest, TODAY)).toEqual({ until, basis }),
  );
});

describe('commands about what was taken up', () => {
  test.for([
    ['答复库', { kind: 'list', page: 1 }],
    ['已收录', { kind: 'list', page: 1 }],
    ['收录列表 2', { kind: 'list', page: 2 }],
    ['撤下收录 3', { kind: 'withdraw', which: '3' }],
    ['撤下收录第3条', { kind: 'withdraw', which: '3' }],
    ['删除收录 A0321', { kind: 'withdraw', which: 'A0321' }],
    ['收录 3 撤下', { kind: 'withdraw', which: '3' }],
    ['恢复收录 3。', { kind: 'restore', which: '3' }],
    ['收录 3', { kind: 'show', which: '3' }],
    ['更正收录 3 有效至 2027-06-30', { kind: 'correct', which: '3', rest: '有效至 2027-06-30' }],
    ['改收录A0321：答复：到窗口办', { kind: 'correct', which: 'A0321', rest: '答复：到窗口办' }],
    ['更正收录 3', { kind: 'correct', which: '3', rest: '' }],
    ['收录', null],
    ['收录 2027-06-30', null],
    ['收录 A0321', null],
    ['答复库是什么', null],
    ['撤下 3', null],
  ] as const)('「%s」: %o', ([text, command]) => expect(readAnsweredCommand(text)).toEqual(command));
});

describe('a correction', () => {
  test.for([
    ['答复：到区窗口办理', { kind: 'answer', text: '到区窗口办理' }],
    ['答复改为 到区窗口办理', { kind: 'answer', text: '到区窗口办理' }],
    ['问题：注册地址能挂靠吗', { kind: 'question', text: '注册地址能挂靠吗' }],
    ['长期', { kind: 'terms', terms: { until: 'open', basis: null } }],
    ['依据 武政〔2021〕12号', { kind: 'terms', terms: { until: 'unsaid', basis: '依据 武政〔2021〕12号' } }],
    ['', null],
  ] as const)('「%s」: %o', ([rest, correction]) => expect(readCorrection(rest, TODAY)).toEqual(correction));
});
