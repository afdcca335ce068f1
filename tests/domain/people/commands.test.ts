import { describe, expect, test } from 'vitest';
import { accountId, parseAccounts } from '../../../src/domain/people/account.ts';
import { parsePeopleCommand } from '../../../src/domain/people/commands.ts';

const parse = (text: string, mentions: readonly { id: string; name: string }[] = []) =>
  parsePeopleCommand({ text, mentions });

const nobody = { kind: 'nobody' };

describe('a command', () => {
  test.for([
    ['我是谁', { kind: 'who-am-i' }],
    [' 我的身份 ', { kind: 'who-am-i' }],
    ['帮助', { kind: 'help' }],
    ['幫助', { kind: 'help' }],
    ['/HELP', { kind: 'help' }],
    ['绑定 企业群 洪山区', { kind: 'bind-group', words: '洪山区' }],
    [
      '绑定企业群：洪山区　示例科技（武汉）有限公司',
      { kind: 'bind-group', words: '洪山区　示例科技（武汉）有限公司' },
    ],
    ['绑定　承办　市经信局。', { kind: 'bind-desk', words: '市经信局', whom: nobody }],
    ['绑定承办单位 市经信局', { kind: 'bind-desk', words: '市经信局', whom: nobody }],
    ['绑定 专员 洪山区—关山街道', { kind: 'bind-specialist', words: '洪山区—关山街道', whom: nobody }],
    ['绑定督办员 全市', { kind: 'bind-supervisor', words: '全市', whom: nobody }],
    ['绑定列表', { kind: 'bindings', page: 1 }],
    ['绑定列表 2', { kind: 'bindings', page: 2 }],
    ['解绑 12', { kind: 'unbind', number: 12 }],
    ['解绑＃１２', { kind: 'unbind', number: 12 }],
    ['邀请 专员 洪山区 关山街道', { kind: 'invite', role: 'specialist', words: '洪山区 关山街道' }],
    ['邀请承办人 市经信局', { kind: 'invite', role: 'handler', words: '市经信局' }],
    ['邀请 督办 洪山区', { kind: 'invite', role: 'supervisor', words: '洪山区' }],
    ['邀请管理员', { kind: 'invite', role: 'administrator', words: '' }],
    ['abcd-2345', { kind: 'use-code', code: 'ABCD2345' }],
    ['ＡＢＣＤ ２３４５', { kind: 'use-code', code: 'ABCD2345' }],
    ['关联账号', { kind: 'link' }],
    ['解除关联', { kind: 'unlink' }],
    ['请假', { kind: 'absent', until: '', whom: nobody }],
    ['请假三天', { kind: 'absent', until: '三天', whom: nobody }],
    ['请假 到下周一', { kind: 'absent', until: '到下周一', whom: nobody }],
    ['请假 到周五 由 李四 代', { kind: 'absent', until: '到周五', whom: { kind: 'named', name: '李四' } }],
    ['请假到周五，由李四代理', { kind: 'absent', until: '到周五', whom: { kind: 'named', name: '李四' } }],
    ['请假 明天', { kind: 'absent', until: '明天', whom: nobody }],
    ['请假后天', { kind: 'absent', until: '后天', whom: nobody }],
    ['请假 下周一', { kind: 'absent', until: '下周一', whom: nobody }],
    ['请假 12月3日', { kind: 'absent', until: '12月3日', whom: nobody }],
    ['请假 月底', { kind: 'absent', until: '月底', whom: nobody }],
    ['销假', { kind: 'return' }],
    ['移交 全部 给 李四', { kind: 'hand-over', whom: { kind: 'named', name: '李四' }, confirmed: false }],
    ['全部移交给李四', { kind: 'hand-over', whom: { kind: 'named', name: '李四' }, confirmed: false }],
    ['加入企业', { kind: 'join', enterprise: '' }],
    ['加入企业 示例 Tech', { kind: 'join', enterprise: '示例 Tech' }],
    ['加入企业示例科技有限公司', { kind: 'join', enterprise: '示例科技有限公司' }],
    ['成员', { kind: 'members', enterprise: '', id: null }],
    ['成员 示例科技有限公司', { kind: 'members', enterprise: '示例科技有限公司', id: null }],
    ['确认成员 3', { kind: 'confirm-member', number: 3 }],
    ['移除成员3号', { kind: 'remove-member', number: 3 }],
  ] as const)('「%s」', ([text, command]) => {
    expect(parse(text)).toEqual(command);
  });

  test.for([
    '我是谁的客户',
    '绑定专员有什么用',
    '绑定 企业群怎么弄？',
    '请假制度有补贴吗',
    '请假条怎么开',
    '请假后怎么补材料',
    '请假 下周一去办执照行不行',
    '成员单位有哪些',
    '加入企业家协会有补贴',
    '邀请 专员 是什么',
    '移交全部材料给税务局要多久',
    '小巨人奖励多少',
    'shoudaifu',
    'ABCDEFGH',
    '23456789',
    'ABCD23450',
    'ABCD234O',
    '确认成员 三',
    '解绑 1\n绑定列表',
    `加入企业 ${'长'.repeat(200)}`,
    '',
  ])('「%s」 is none', (text) => {
    expect(parse(text)).toBeNull();
  });
});

describe('people in a command', () => {
  const li = { id: 'feishu:li', name: '李四' };

  test('are known by mention', () => {
    expect(parse('绑定 专员 @李四 洪山区', [li])).toEqual({
      kind: 'bind-specialist',
      words: '洪山区',
      whom: { kind: 'mentioned', people: [{ account: 'feishu:li', name: '李四' }] },
    });
    expect(parse('请假 到周五 由 @李四 代', [li])).toMatchObject({
      until: '到周五',
      whom: { kind: 'mentioned' },
    });
    expect(parse('移交 全部 给 @李四', [li])).toMatchObject({ whom: { kind: 'mentioned' } });
  });

  test('are but names behind an @ that no mention stands for', () => {
    expect(parse('绑定 专员 @李四 洪山区')).toMatchObject({ whom: { kind: 'named', name: '李四' } });
    expect(parse('绑定 专员 @李四 @王五 洪山区', [li])).toMatchObject({
      whom: { kind: 'named', name: '王五' },
    });
  });

  test('whose name begins another’s are told apart', () => {
    const lisi = { id: 'feishu:lisi', name: '李四光' };
    expect(parse('绑定 专员 @李四光 洪山区', [li, lisi])).toMatchObject({ words: '洪山区' });
  });

  test('without a usable id are nobody', () => {
    expect(parse('绑定 专员 @李四 洪山区', [{ id: '李四', name: '李四' }])).toMatchObject({ whom: nobody });
  });
});

describe('accounts', () => {
  test('are a channel and an id', () => {
    expect(accountId('feishu:ou_1')).toBe('feishu:ou_1');
    for (const raw of ['ou_1', ':ou', 'feishu:', 'feishu:a b', 'Feishu:a', 'feishu:a\u202e'])
      expect(accountId(raw)).toBeNull();
  });

  test('of the settings are a list; one that is none spoils it', () => {
    expect(parseAccounts('feishu:ou_1，wechat:x, console:管理员,feishu:ou_1')).toEqual({
      ok: true,
      value: ['feishu:ou_1', 'wechat:x', 'console:管理员'],
    });
    expect(parseAccounts('')).toEqual({ ok: true, value: [] });
    expect(parseAccounts('feishu:ou_1,张三')).toEqual({ ok: false, error: 'bad-account' });
  });
});
