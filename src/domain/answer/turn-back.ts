/** What a short message wants of what was shown last: another clause, all of it, plainer words. */
export type Back = 'more' | 'original' | 'explain';

const ENDS = '(?:的|政策|条款|条文|内容|吗|么|呢|嘛|没有|没|不|吧|啊|呀|了)*';

const BACKS: readonly { readonly back: Back; readonly whole: RegExp }[] = [
  /** 「还有吗」「还有没有别的」「不是这个」 */
  {
    back: 'more',
    whole: new RegExp(
      `^(?:那么?)?(?:(?:还有|还有没有|有没有|有)(?:别的|其他|其它|另外|更多)|还有没有|还有)${ENDS}$|^(?:换一?[个条]|下一?[个条]|再来一?[个条]|(?:别的|其他|其它)${ENDS}|更多|(?:好像)?不是(?:这个|这条|问这个)|不对|答非所问)$`,
    ),
  },
  /** 「详细点」「看全文」「后面呢」 */
  {
    back: 'original',
    whole: new RegExp(
      `^(?:再|说|讲|请|能不能|可以)*(?:详细|具体|完整)(?:一?点|一?些|说说|讲讲)?${ENDS}$|^展开(?:说说|讲讲)?$|^(?:看看?|发|给我|发我|我要|查看)*(?:原文|全文|原话|整条)(?:看看|看一下|发我|发来|给我)?${ENDS}$|^(?:没说完|后面呢|然后呢|接着说|还没完)$`,
    ),
  },
  /** 「什么意思」「看不懂」「说人话」 */
  {
    back: 'explain',
    whole: new RegExp(
      `^(?:这|这个|这是|那是|上面)?(?:什么|啥|么|咩|几个)意思${ENDS}$|^(?:我|有点|完全)*(?:看|听|没看|没听|没|搞|读|睇)?(?:不|唔|没)?(?:太|大)?(?:懂|明白|清楚)${ENDS}$|^(?:请|麻烦|帮我|给我)*解释(?:一下|下)?${ENDS}$|^(?:说人话|说白话|通俗一?点|大白话|简单一?点|太长了|说简单点)$`,
    ),
  },
];

/** Reads a folded message as one about what was shown; null where it stands by itself. */
export function backOf(text: string): Back | null {
  const bare = text.replace(/[\p{P}\p{S}\s]+/gu, '');
  // 「懂了」「明白」 are thanks: only what says that it was not understood asks for more.
  const found = BACKS.find(({ whole }) => whole.test(bare))?.back ?? null;
  return found === 'explain' && !/意思|[不没唔]|解释|话|点|长/.test(bare) ? null : found;
}
