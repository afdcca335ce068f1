import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, type Spoken } from '../../../adapters/wechat/address.ts';

const MEMBERS = [
  { id: 'zs', names: ['张三', '三哥'] },
  { id: 'ls', names: ['李 四'] },
  { id: 'penguin', names: ['小企鹅'] },
  { id: 'twin-1', names: ['王五'] },
  { id: 'twin-2', names: ['王五'] },
];

const read = (text: string, more: Partial<Spoken> = {}) =>
  readAddress({ text, names: ['小企', '企服助手', '企服 Bot'], listed: false, members: MEMBERS, ...more });

describe('said to the bot', () => {
  test.for([
    ['@小企\u2005首贷怎么办', '首贷怎么办'],
    ['@小企 首贷怎么办', '首贷怎么办'],
    ['＠小企　首贷怎么办', '首贷怎么办'],
    ['@小企，首贷怎么办', '首贷怎么办'],
    ['首贷怎么办 @小企', '首贷怎么办'],
    ['首贷@小企\u2005怎么办', '首贷怎么办'],
    ['@企服助手\u2005首贷', '首贷'],
    ['@企服 Bot\u2005首贷', '首贷'],
    ['@企服 bot 首贷', '首贷'],
    ['@小企首贷怎么办', '首贷怎么办'],
    ['@小企', ''],
    ['@小企\u2005@小企\u2005在吗', '在吗'],
    ['@张三\u2005@小企\u2005首贷', '@张三 首贷'],
    ['@所有人\u2005@小企\u2005首贷', '@所有人 首贷'],
    ['小企 首贷怎么办', '首贷怎么办'],
    ['小企，首贷怎么办', '首贷怎么办'],
    ['小企：首贷怎么办', '首贷怎么办'],
    ['  小企\n首贷怎么办', '首贷怎么办'],
    ['小企？', ''],
    ['小企', ''],
  ] as const)('%j → %j', ([text, rest]) => {
    expect(read(text)).toMatchObject({ addressed: true, text: rest });
  });

  test.for([
    '首贷怎么办',
    '小企业贷款怎么办',
    '小企你们说的那个',
    '我问过小企 了',
    '@小企鹅\u2005在吗',
    '@小企鹅 在吗',
    '@所有人\u2005开会',
    '@all 开会',
    'admin@小企.com',
    '@张三\u2005小企怎么说',
    '@',
    '@\u2005',
  ])('%j is not', (text) => expect(read(text)).toMatchObject({ addressed: false }));

  test('where the puppet lists it, under a name that only the puppet knows', () => {
    expect(read('@老名字\u2005首贷', { listed: true })).toMatchObject({ addressed: true, text: '首贷' });
    expect(read('@张三\u2005@老名字\u2005首贷', { listed: true })).toMatchObject({ text: '@张三 首贷' });
  });

  test('is not what the puppet lists because everybody is called', () => {
    expect(read('@所有人\u2005开会', { listed: true }).addressed).toBe(false);
    expect(read('@All everybody', { listed: true }).addressed).toBe(false);
  });

  test('not by a name that may go on, where nobody else is known', () => {
    expect(read('@小企鹅在吗', { members: [] }).addressed).toBe(false);
    expect(read('@小企 在吗', { members: [] }).addressed).toBe(true);
  });
});

describe('others who are mentioned', () => {
  test.for([
    ['@张三\u2005看一下', [{ id: 'zs', name: '张三' }]],
    ['@三哥 看一下', [{ id: 'zs', name: '三哥' }]],
    [
      '@李 四\u2005和 @张三',
      [
        { id: 'ls', name: '李 四' },
        { id: 'zs', name: '张三' },
      ],
    ],
    ['@王五\u2005', []],
    ['@小企\u2005', []],
    ['@张三丰\u2005', []],
    ['@陌生人 你好', []],
  ] as const)('%j', ([text, mentions]) => expect(read(text).mentions).toEqual(mentions));
});

test('of two with the same name the one that the puppet lists is mentioned', () => {
  const { mentions } = read('@王五\u2005看一下', { listedOthers: ['twin-2'] });
  expect(mentions).toEqual([{ id: 'twin-2', name: '王五' }]);
});

describe('hostile text', () => {
  test.for([
    '@'.repeat(100_000),
    '@小企\u2005'.repeat(20_000),
    '@小企鹅'.repeat(20_000),
    '小企'.repeat(50_000),
    '\u2005'.repeat(100_000),
    `@${'长'.repeat(99_999)}`,
  ])('is read in no time (%#)', (text) => {
    const members = Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, names: [`张三${at}`, '长长'] }));
    expect(read(text, { members, listed: true }).text.length).toBeLessThanOrEqual(text.length);
  });

  test('names that are patterns are names', () => {
    const names = ['.*', '小企(1)', ''];
    expect(read('@张三\u2005在吗', { names }).addressed).toBe(false);
    expect(read('@小企(1)\u2005在吗', { names })).toMatchObject({ addressed: true, text: '在吗' });
  });

  test('nothing is added to what was said', () => {
    const piece = fc.constantFrom('@', '＠', '小企', '张三', '\u2005', ' ', '问', '，', '所有人', 'İ', '😀');
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), (pieces, listed) => {
        const text = pieces.join('');
        const rest = read(text, { listed }).text.replace(/\s/g, '');
        const said = text.replace(/\s/g, '');
        let at = 0;
        for (const character of said) if (rest.slice(at).startsWith(character)) at += character.length;
        expect(at).toBe(rest.length);
      }),
    );
  });
});
