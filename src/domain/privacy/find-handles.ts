import { cellsWithin } from './cells.ts';
import type { Page } from './number-window.ts';
import type { Cell, Finding } from './types.ts';

/** WeChat ids of letters: by their label, or by their own prefix wxid_. Ids of digits alone are numbers. */

const SHORTEST = 5;
const LONGEST = 24;

/** Words of letters that stand beside 「微信」 and are no id. */
const NOT_AN_ID = new Set(
  'wechat weixin wechaty official android iphone windows mini program harmony harmonyos wework feishu alipay payment login openid unionid appid github token https http email gmail hotline phone telephone mobile puppet typescript javascript nodejs python server client linux macos ipad group company china wuhan'.split(
    ' ',
  ),
);

const LINK =
  /^(?:[\s:/、~\p{S}\ufe0f是为号叫,."'“”「」([a-]|名片|[大小新旧老]号|同步|私人|工作|常用|id|账号|帐号|号码|码|我|的|加|搜|搜索|这个|个人|本人|同号|都|也|名|叫做|账户|和|手机|电话|qq|联系|请|可以|用|一下|就|改成|换成|群主?)*$/u;
const LINK_BACK = /^[\s(,]*(?:这?是|为)?(?:我的?|本人的?|他的?|她的?|老板的?|的)?[\s)]*$/;
const REFUSED_LINK = /公众号|小程序|支付|服务号|视频号|企业微信版|群聊|官网|平台|开发|接口|文档|版本|登录/;
/** 「微信客服：」: whatever it is called, a colon leads to the id. */
const ANNOUNCED = /^[\u4e00-\u9fa5\s]{0,5}[:=]\s?$/;

const isLetter = (character: string): boolean => /[a-z]/.test(character);
const isIdSign = (character: string): boolean => /[a-z0-9_-]/.test(character);

/** A word that may be an id: from `from` to `to`, its separators taken out in `id`. */
interface Word extends Cell {
  readonly id: string;
}

/** The word at `from`; letters set apart by single blanks or dots count as one word. */
function wordAt(text: string, from: number): Word {
  let to = from;
  let id = '';
  while (to < text.length && id.length <= LONGEST) {
    const character = text.charAt(to);
    if (isIdSign(character)) id += character;
    else if (!/[ .·]/.test(character) || !isSpaced(text, to)) break;
    to += 1;
  }
  return { from, to, id };
}

/** 「z h a n g」: a lone sign stands on either side of the blank. */
const isSpaced = (text: string, blank: number): boolean =>
  isIdSign(text.charAt(blank + 1)) &&
  !isIdSign(text.charAt(blank + 2)) &&
  (!isIdSign(text.charAt(blank - 2)) || blank < 2) &&
  isIdSign(text.charAt(blank - 1));

function isHandle({ id }: Word): boolean {
  const bare = id.replace(/[-_]+$/, '');
  if (bare.length < SHORTEST || bare.length > LONGEST || NOT_AN_ID.has(bare)) return false;
  return /^[a-z]/.test(bare) && !/^(?:https?|www)/.test(bare);
}

/** Every WeChat id of a folded text. */
export function findHandles(page: Page): readonly Finding[] {
  const { text, labels } = page;
  const findings: Finding[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charAt(at)) || (at > 0 && isIdSign(text.charAt(at - 1)))) continue;
    const start = at + (isGluedLabel(text, at) ? 1 : 0);
    const mayBe =
      /^[vw][xe]/.test(text.slice(at, at + 2)) || labels.near('wechat', start, { back: 14, ahead: 40 });
    if (!mayBe) {
      at = endOfSigns(text, at);
      continue;
    }
    const word = wordAt(text, start);
    if (isHandle(word) && isWechat(page, word)) {
      findings.push({ kind: 'wechat', cells: cellsWithin(text, word.from, word.to) });
      at = word.to;
    } else at = endOfSigns(text, at);
  }
  return findings;
}

/** 「+vsample88」: the letter is the label. */
const isGluedLabel = (text: string, at: number): boolean =>
  text.charAt(at) === 'v' && /[+➕加个我]/.test(text.charAt(at - 1)) && isLetter(text.charAt(at + 1));

/** 「vxsample_88」: label and id in one word. */
const isGlued = (id: string): boolean => /^(?:[vw]x|weixin)[a-z][a-z0-9_-]{4,}$/.test(id) && /[\d_]/.test(id);

function endOfSigns(text: string, from: number): number {
  let at = from;
  while (at < text.length && isIdSign(text.charAt(at))) at += 1;
  return at;
}

function isWechat({ text, labels }: Page, { from, to, id }: Word): boolean {
  if (/^wxid_[a-z0-9]{4,}/.test(id) || isGlued(id)) return true;
  if (/[@＠]/.test(text.slice(to, to + 2)) || text.charAt(from - 1) === '@') return false;
  const before = labels.before('wechat', from, 14);
  if (before !== null && !REFUSED_LINK.test(before) && (LINK.test(before) || ANNOUNCED.test(before))) {
    return /\d|_/.test(id) || /[号是:为叫加搜=]|id/.test(before) || (before !== '' && id.length > 6);
  }
  const after = labels.after('wechat', to, 10);
  return after !== null && LINK_BACK.test(after) && /\d|_|-/.test(id);
}
