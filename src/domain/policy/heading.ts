const NUMBER =
  /^\s*(?:第[一二三四五六七八九十\d]+[章节条]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,3}[.．、](?!\d))\s*/;

/** What a section, or a receiver of money, may be of: 「支持对象」「申报主体」「补助标准」. */
export const OF_A_MEASURE = '(?:支持|申报|申请|奖励|补贴|补助|资助|扶持|奖补|适用|受理|享受|服务)';

/** A heading without its number, or a paragraph without it. */
export const withoutNumber = (text: string): string => text.replace(NUMBER, '').trim();

const MEASURE = new RegExp(`^(?:${OF_A_MEASURE}|资金)?(?:标准|额度|金额|比例|内容|政策|方式|措施)[:：]?$`);

/** 「二、支持标准」: the section that a sum stands in, and nobody who could get it. */
export const namesNobody = (who: string): boolean => who === '' || MEASURE.test(withoutNumber(who));
