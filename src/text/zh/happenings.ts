import type { Happening } from '../../ports/message.ts';

/** Sentences about what happens in a chat without words. */

type Unreadable = Extract<Happening, { kind: 'unreadable' }>['what'];

const INSTEAD: Readonly<Record<Unreadable, string>> = {
  voice: '语音我还听不懂。长按语音点「转文字」，把文字发给我就行。',
  video: '视频我看不了。请用文字说说是什么事，需要时把截图一起发来。',
  sticker: '表情我看不懂，请直接打字问我。',
  location: '位置我打不开。请把地址打成文字，比如「洪山区珞喻路」。',
  link: '链接我打不开。请把里面的文字复制发来，或者把文件发给我。',
  card: '名片我打不开。请把单位和要说的事打成文字。',
  'mini-program': '小程序我打不开。请用文字说说，需要时发截图。',
  other: '这种消息我打不开，请用文字告诉我。',
};

/** One line: what cannot be read, and what to do instead. */
export const unreadableText = (what: Unreadable): string => INSTEAD[what];

export const happeningWords = {
  greeting: (bot: string): string =>
    [
      `大家好，我是${bot}，企业服务专员的助手。`,
      `问政策：@我 直接问，比如「小巨人奖励多少钱」。`,
      `遇到难处：@我 说「诉求 …」，我转给专员和部门，办到您说解决为止。`,
    ].join('\n'),
  /** To administrators: in a new group, and who took the bot there where that is known. */
  joined: ({ by, was }: { readonly by: string; readonly was: string | null }): string =>
    [
      `我${by === '' ? '' : `被${by}`}加进了一个${was === null ? '还没绑定的群' : `群（以前是${was}，绑定已停用）`}。`,
      '请在那个群里 @我 绑定：「绑定 企业群 洪山区 企业名」，或「绑定 承办 市经信局」。',
    ].join('\n'),
  left: (place: string): string => `我不在${place}里了，它的绑定已停用。没送到的消息会转给负责的专员。`,
  departed: ({ name, place, duties, isEnded }: Departed): string =>
    `${name}离开了${place}（${duties}）。${isEnded ? '他在该群的专员身份已解除，手上在办的诉求请发「A0001 移交 给 李四」。' : '如果不再负责，请发「解绑 编号」。'}`,
  recalled: (number: string): string => `您撤回的消息已登记为 ${number}。不用办了请发「${number} 撤销」。`,
  edited: (number: string): string => `${number} 里记的是修改前的话。要更正请发「${number} 补充 …」。`,
  befriended: (bot: string): string =>
    [
      `您好，我是${bot}，企业服务专员的助手。`,
      '直接问政策，比如「小巨人奖励多少钱」；遇到难处直接说，我转给专员。',
      '发「帮助」看还能做什么。',
    ].join('\n'),
} as const;

interface Departed {
  readonly name: string;
  readonly place: string;
  readonly duties: string;
  /** The duty was for that group alone, and has ended. */
  readonly isEnded: boolean;
}
