import type { Sound } from './sayings.ts';
import type { Reading } from './signs.ts';

/** What says nothing about the matter: greetings, pleas, feelings, who writes, how to call back. */
const EMPTY =
  /1\d{10}|[你您]好|请问(?:一下|下)?|有人(?:在)?(?:吗|么|管)|在吗|领导|专员|老师|同志|麻烦|帮帮?忙?|帮我|求助?|救命|谢谢|急死?|真的|实在|太|非常|特别|好|很|我们?|咱们?|俺们?|公司|企业|工厂|厂子|小厂|老板|一下|一点|什么|怎么(?:办|样)?|咋(?:办|整|搞)?|有没有|有|没有?|能不能|能|可以|想(?:要)?|要|点|些|个|了|吗|呢|吧|啊|呀|嘛|哦|唉|哎|哈|的|地|得|是|就|都|也|还|又|在|给|这|那|不|谁|啥|多少|支持|政策|困难|问题|事情|事|反映|问|说|没用|算|重视|希望|最近|现在|今年|做|搞|办|弄|管管?|贵|高|低|难|重|多|少/gu;

const PUNCTUATION = /[\p{P}\p{S}\p{Z}\p{C}\d]+/gu;

/** 「反映几个老大难问题」: the trouble itself is still to be told. */
const UNTOLD =
  /(?:反映|说说|汇报|谈谈|咨询|请教|问).{0,3}(?:几|一些|些|点|个|很多|一大堆).{0,6}(?:问题|情况|困难|事)/u;

/** Characters of a folded text that say something. */
export const tellingLength = (text: string): number =>
  [...text.replace(PUNCTUATION, ' ').replace(EMPTY, '').replace(/\s+/g, '')].length;

/** Fitted on the development appeals: signs weigh, words that are no sign weigh a little, up to sixteen of them. */
export const CLEAR = { sign: 1, letter: 0.6, letters: 16, heard: 2, untold: 4, least: 6 } as const;

/** 「公司想上市」「税务的事」: a bare subject; two signs beside each other are more (「商标被抢注」). */
const BARE = { letters: 5, sign: 7 } as const;

/** Too little to send it to anybody: neither signs of a matter nor words that tell of one. */
export function isVague(
  text: string,
  { readings, sound }: { readonly readings: readonly Reading[]; readonly sound: Sound },
): boolean {
  if (UNTOLD.test(text)) return true;
  const clear = Math.max(0, ...readings.map((reading) => reading.clear));
  const letters = Math.min(CLEAR.letters, tellingLength(text));
  if (letters < BARE.letters && clear < BARE.sign) return true;
  const heard = Math.max(0, ...readings.map(({ matter }) => sound.of(matter)));
  return (
    CLEAR.sign * clear + CLEAR.letter * letters + CLEAR.heard * heard - CLEAR.untold * sound.untold <
    CLEAR.least
  );
}
