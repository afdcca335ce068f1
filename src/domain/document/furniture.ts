import { type Cleaned, droppedAs } from './droppings.ts';

/** What a web page puts around a document, and what others put on the page. */

/** Lines that are page furniture wherever they stand. */
const ANYWHERE: readonly RegExp[] = [
  /^(?:您?的?当前(?:的)?位置|您(?:现在)?的?位置|现在位置)(?:是|为)?\s*[:：>]/,
  /^(?:[^\s>»›→]{1,16}\s*[>»›→]+\s*){2,}[^>»›→]{0,60}$/,
  /^首页\s*[>»›→|]/,
  /^(?:[【[]?字[体号][:：]?\s*[【[]?\s*(?:大|中|小|超大|默认|\s|[|/])+[】\]]?\s*)$/,
  /^(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?|微信|微博|返回顶部|回到顶部|\s|[|:：、【】[\]])+$/,
  /^(?:扫一扫|微信扫一扫|用微信扫|扫描二维码|手机扫)/,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|文章|阅读|新闻|信息|稿件))\s*[:：]?/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：]?\s*[\d,，]*\s*次?$/,
  /^(?:无障碍(?:功能|浏览|阅读)?|长者(?:模式|版|助手)|适老化?|智能问答|繁體|简体|English)(?:\s|\||$)/,
  /^(?:设为首页|加入收藏|收藏本站|网站地图|站点地图|隐私声明|联系我们|关于我们)(?:\s|\||$)/,
];
/** A line that only a page's foot has: from here on nothing is text. */
const FOOT = /ICP\s*备|公网安备|版权所有|网站标识码|All Rights Reserved/i;
/** Lines that belong to a foot where they stand beside one; elsewhere they may be part of a notice. */
const NEAR_FOOT =
  /^(?:链接|友情链接|主办(?:单位)?|承办(?:单位)?|主管单位|技术支持|地址|联系地址|邮编|邮政编码|电话|联系电话|隐私声明|网站地图|备案|政府服务|便民热线|\d{5,12}$|网站|收藏|关于|联系我们)/;
/** Pieces of a line that also says something: 「发布时间:… 浏览次数:12 字号:大 中 小」. */
const PIECES =
  /(?:[【[]?字[体号]\s*[:：]?\s*[【[]?\s*(?:(?:大|中|小)\s*){2,3}[】\]]?)|(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：]\s*[\d,，]*\s*次?|(?<=\s)(?:打印|分享|收藏)(?=\s|$)|分享(?:到|至)\s*[:：]|打印本页|关闭窗口/g;
/** Only a line of particulars about the page has such pieces. */
const PARTICULARS =
  /(?:发布|发表|更新|成文)?(?:时间|日期)\s*[:：]|来源\s*[:：]|作者\s*[:：]|^\s*\d{4}-\d\d?-\d\d?/;
/** 「— 3 —」「－3－」「第3页 共10页」: a print's dash has many widths. */
const PAGE_NUMBER =
  /^(?:[—–―─－-]\s*\d{1,4}\s*[—–―─－-]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/;
const MENU = /^(?:[^\s|｜:：，。；、]{1,10}\s*[|｜]\s*){2,}[^\s|｜:：，。；、]{1,12}$/;
const LONGEST = 400;

export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text);

export const isFurniture = (text: string): boolean =>
  text.length <= LONGEST && (ANYWHERE.some((pattern) => pattern.test(text)) || MENU.test(text));

/** Index of the first line of the page's foot; the number of lines where there is none. */
export function footStart(lines: readonly string[]): number {
  const sure = lines.findIndex(
    (line, at) => at > lines.length / 3 && line.length < LONGEST && FOOT.test(line),
  );
  if (sure < 0) return lines.length;
  let start = sure;
  while (start > 0 && isNearFoot(lines[start - 1] as string)) start -= 1;
  return start;
}

const isNearFoot = (text: string): boolean => text === '' || NEAR_FOOT.test(text) || isFurniture(text);

/** Takes furniture out of a line that says something else too. */
export function dropFurniturePieces(text: string): Cleaned {
  if (text.length > LONGEST || !PARTICULARS.test(text)) return { text, dropped: [] };
  const taken: string[] = [];
  const kept = text.replace(PIECES, (piece) => {
    taken.push(piece);
    return '';
  });
  return { text: kept, dropped: droppedAs('furniture', taken) };
}

const SURELY_SPAM =
  /\d*bet\d*(?![a-z])|bet365|百家乐|老虎机|六合彩|时时彩|真人视讯|体育投注|娱乐城|娱乐_?app|棋牌|博彩(?:平台|网站|公司)/i;
const MAYBE_SPAM = [
  /365/,
  /投注/,
  /娱乐/,
  /官网/,
  /澳门|威尼斯人|皇冠|葡京/,
  /世界杯|欧洲杯/,
  /彩票/,
  /(?:下载|注册|登录|开户)/,
  /app|_/i,
  /成人|激情|约炮/,
];

/** Betting and worse that others hid in a page; sentences about it are not meant. */
export function isAdvertising(text: string): boolean {
  if (text.length > 120 || /[。；]/.test(text)) return false;
  return SURELY_SPAM.test(text) || MAYBE_SPAM.filter((pattern) => pattern.test(text)).length >= 3;
}
