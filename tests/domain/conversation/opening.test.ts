import { describe, expect, test } from 'vitest';
import { readOpening } from '../../../src/domain/conversation/opening.ts';

describe('an appeal is opened by', () => {
  test.for([
    ['诉求 我们厂停电了', '我们厂停电了'],
    ['诉求：停电', '停电'],
    ['訴求 停電', '停電'],
    ['反映 园区没路灯', '园区没路灯'],
    ['反映一下，园区没路灯', '园区没路灯'],
    ['我要反映 税务停票', '税务停票'],
    ['投诉 物业', '物业'],
    ['我要投诉隔壁的厂', '隔壁的厂'],
    ['帮我转给部门：仓库漏雨', '仓库漏雨'],
    ['仓库漏雨，帮我转给部门', '仓库漏雨'],
    ['请转交相关部门 停水', '停水'],
    ['你好，我想反映个情况，村里堵路', '村里堵路'],
    ['@小企 诉求 Ａ区停水', 'Ａ区停水'],
    ['我有个诉求要说', ''],
    ['提个诉求', ''],
    ['我要投诉', ''],
  ] as const)('「%s」, which leaves 「%s」', ([text, rest]) => {
    expect(readOpening(text)).toEqual({ kind: 'appeal', rest });
  });
});

describe('a person is asked for by', () => {
  test.for([
    '转人工',
    '找专员',
    '有没有人',
    '人工客服',
    '人工',
    '有人吗',
    '帮我接人工',
    '我要找真人',
    '转人工！',
    '请帮我转人工客服',
    '专员在吗',
    '叫个专员来',
    '小企，转人工',
    '我要跟真人说话',
  ])('「%s」', (text) => {
    expect(readOpening(text)).toEqual({ kind: 'human', rest: '' });
  });
});

describe('an answer is disliked by', () => {
  test.for([
    '答错了',
    '不对',
    '没用',
    '不是这个意思',
    '你答错了',
    '这个没用',
    '不是我要的',
    '答非所问',
    '不對啊',
  ])('「%s」', (text) => {
    expect(readOpening(text)).toEqual({ kind: 'dislike', rest: '' });
  });

  test('「不对」 before what was meant, which is left', () => {
    expect(readOpening('不对，我问的是武汉')).toEqual({ kind: 'dislike', rest: '我问的是武汉' });
  });
});

describe('nothing is opened by', () => {
  test.for([
    '投诉渠道是什么',
    '诉求怎么提',
    '投诉电话多少',
    '反映问题找谁',
    '我要投诉找谁',
    '诉求处理要多久',
    '',
    '反映给街道没用',
    '反映了好多次没人管',
    '投诉人是我',
    '我们要反映的情况已经说过了',
    '专员你好，我们厂停电',
    '企业服务专员怎么分的',
    '有没有人管',
    '人工智能政策',
    '找专员办什么',
    '人工成本太高',
    '客服电话多少',
    '没用的设备怎么处理',
    '没用上电',
    '不对外开放吗',
    '错了怎么改',
  ])('「%s」', (text) => {
    expect(readOpening(text)).toBeNull();
  });
});
