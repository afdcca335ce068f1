import { plain } from '../plain.ts';
import { isOrganisation } from './organisation.ts';
import { dateLine } from './signature.ts';
import type { Label } from './labels.ts';

/** What the title of an official document ends with. */
const KIND =
  '(?:通知|意见|办法|方案|规划|计划|要点|公告|通告|细则|规定|措施|指南|清单|决定|函|条例|政策|目录|纲要|规程|准则|规则|公示|通报|批复|倡议书|简章|须知|说明|解读|指引|标准|行动|工程|十条|[一二三四五六七八九十\\d]{1,3}条)';
const TAIL =
  '(?:[(](?:试行|暂行|征求意见稿|公开征求意见稿|修订|修订版|修订稿|修正|草案|送审稿|讨论稿|第?[一二三四五六七八九十\\d]+版|\\d{4}[^()]{0,12}|[^()]{1,12}版)[)])?';
const COMPLETE = new RegExp(`${KIND}》?(?:的通知|的函|的公告)?${TAIL}$`);
const NOTICE = /(?:通知|公告|通告|函|意见|决定|通报|公示|批复)(?:[(][^()]{1,12}[)])?$/;

const HEAD_LINES = 60;
const LONGEST = 110;
/** Shorter first lines are a site's own words: 「投资政策」「通知公告」. */
const SHORTEST_START = 7;
const ADDRESSEES =
  /^(?:各|有关|相关|全[省市区县]|[\u4e00-\u9fa5]{2,12}(?:区|县|市|局|委|厅|办|企业|单位|部门|公司)[、,，:：])[^。]{0,150}[:：]$/;
const NUMBER_TAIL = /[(]?[\u4e00-\u9fa5]{0,16}[〔[(【](?:19|20)\d{2}[〕\])】](?:第)?\d{1,5}号[)]?$/;
const CRUMBS = /(?:首页|当前位置|您现在的位置|所在位置|您的位置)[^\n]*[>»›→/]/;

/** Prefix or suffix that a site adds: 「某市政府网 - 」「_通知公告_某局」「【通知】」. */
function withoutSite(text: string): string {
  const parts = text
    .replace(
      /^(.{8,}?(?:通知|公告|通告|意见|办法|细则|规定|措施))[-–—](?![^-–—]*(?:通知|公告)).{2,24}$/,
      '$1',
    )
    .split(/[_|丨]|\s[-–—]+\s|>{1,2}|»/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = parts.find((part) => part.length > 8 && COMPLETE.test(tight(part))) ?? parts[0] ?? '';
  return whole
    .replace(/^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|[(（][^()（）]{2,6}[)）](?=.{8})|标题[:：])\s*/, '')
    .replace(/(?:【[^】]{1,8}】|\[[^\]]{1,8}\])$/, '');
}

/** Blanks between Chinese characters and numbers are the typesetter's; quotes stay. */
function tight(text: string): string {
  return text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '');
}

/** 「…的通知各市经信局:」 and 「…的通知某政办发〔2031〕5号」: what is glued to the title's end is cut off. */
function unglued(numbered: string): string {
  const line = numbered.replace(
    /^[\u4e00-\u9fa5]{0,16}[〔[（(【](?:19|20)\d{2}[〕\]）)】]\s*(?:第)?\d{1,5}\s*号\s*[-—:：]?\s*(?=\S{8})/,
    '',
  );
  const cut =
    // 「…的补充通知各镇人民政府:」: what kind of notice it is may stand between 的 and 通知.
    /^(.{4,100}?的[\u4e00-\u9fa5]{0,4}?(?:通知|公告|通告|函|意见)(?:[(（][^()（）]{1,10}[)）])?)(?=各[^。]{2,}[:：]?|[\u4e00-\u9fa5、]{2,40}[:：]$)/.exec(
      line,
    )?.[1];
  const folded = plain(cut ?? line);
  const number = NUMBER_TAIL.exec(folded.text);
  if (!number || number.index < 6) return cut ?? line;
  const at =
    /(?:通知|意见|办法|方案|规定|公告|通告|计划|规划|措施|细则|函|要点|[)》])(?=[(]?[\u4e00-\u9fa5]{0,16}[〔[(【](?:19|20)\d{2})/.exec(
      folded.text,
    );
  return at ? folded.original.slice(0, folded.at(at.index + at[0].length)) : (cut ?? line);
}

/** 「《某规划》的通知」, whose 「关于印发」 was lost, is the plan itself; likewise a title that is nothing but 《…》. */
function unwrapped(title: string): string {
  const lost = /^《([^《》]{4,80})》(?:的通知)?$/.exec(title);
  return lost ? (lost[1] as string) : title;
}

/** 「Declare The Project某市工业和信息化局关于…」: foreign words before the issuer are the page's. */
const FOREIGN_START =
  /^.*[A-Za-z]\s*(?=[\u4e00-\u9fa5]{3,30}(?:局|委|厅|部|政府|办公[室厅]|委员会)(?:关于|转发|印发))/;

function cleaned(line: string): string {
  return unwrapped(tight(unglued(withoutSite(line.trim().replace(FOREIGN_START, ''))))).replace(
    /^[:：、,，.·\s]+|[:：、,，\s]+$/g,
    '',
  );
}

const NO_TITLE =
  /^(?:附件|附表|附:|一、|二、|第[一二三四五六七八九十\d]+[章条]|[(（][一二三四五六七八九十][)）]|\d+[.、．]|链接|相关|上一篇|下一篇|来源|责任编辑|联系)|[。；！？]|(?:如下|现将|现印发|特此|请认真|为贯彻|为进一步|为深入)/;

function canBeTitle(text: string): boolean {
  if (/^[(（)）、，,的和与及]/.test(text)) return false;
  return (
    text.length >= 6 &&
    text.length <= LONGEST &&
    !NO_TITLE.test(text) &&
    !ADDRESSEES.test(text) &&
    !CRUMBS.test(text)
  );
}

/** A title wrapped over two or three lines: lines that are no sentence, of which only the last is complete. */
function joined(
  lines: readonly string[],
  index: number,
): { readonly text: string; readonly count: number } | null {
  let text = '';
  for (let count = 1; count <= 4; count++) {
    const line = lines[index + count - 1]?.trim();
    if (line === undefined || line === '' || !canContinue(line, count)) return null;
    text += line;
    if (text.length > LONGEST + 20) return null;
    const title = cleaned(text);
    if (TORN_END.test(tight(lines[index + count] ?? '').trim())) continue;
    if (COMPLETE.test(plain(title).text) && isClosed(title) && canBeTitle(title) && !isWeak(title))
      return { text: title, count };
    if (!joinsBelow(line, lines[index + count]?.trim())) return null;
  }
  return null;
}

/** 「意见的公告」「的通知」 on a line of its own: the end of the title above, which may look whole without it. */
const TORN_END =
  /^(?!关于|转发|印发)[\u4e00-\u9fa5]{0,6}的(?:通知|公告|通告|函|决定|通报|公示|启事|批复)(?:[(（][^()（）]{1,12}[)）])?$/;

const FURNITURE =
  /[>»›→].*[>»›→]|字体|字号|打印|收藏|首页|当前位置|政府网(?:站)?$|门户网站|扫一扫|分享到|无障碍|长者|繁体|浏览次数|登录/;
const NUMBER_LINE = /^[(]?[\u4e00-\u9fa5]{0,16}[〔[(【](?:19|20)\d{2}[〕\])】]?(?:第)?\d{1,6}号[)]?$/;
/** 「关于转发《…方案」 goes on until its 》. */
const isClosed = (title: string): boolean => title.split('《').length === title.split('》').length;

const STARTS_TITLE =
  /^(?:[\u4e00-\u9fa5、]{2,36}(?:局|委|厅|部|政府|办公[室厅]|委员会|中心|小组))?(?:关于|转发|印发)/;

/** 「甲局转发省农业」: the superior authority whose notice is handed on is torn by the line's end. */
const FORWARDS = /(?:局|委|厅|部|政府|办公[室厅]|委员会|中心)(?:关于)?转发[^《》。]{0,24}$/;

/** A line that is only the issuer, or ends in the midst of a phrase, belongs to the title below it. */
function joinsBelow(line: string, next: string | undefined): boolean {
  if (next === undefined || !STARTS_TITLE.test(tight(next)) || FORWARDS.test(line)) return true;
  return (
    line.split(/[、\s]+/).every((part) => isOrganisation(part)) && /^(?:关于|转发|印发)/.test(tight(next))
  );
}

function canContinue(line: string, count: number): boolean {
  if (FURNITURE.test(line) || NUMBER_LINE.test(plain(line).text) || /\d月\d{1,2}日$/.test(line)) return false;
  if (ADDRESSEES.test(line) || dateLine(line) || /[。；！？:：!?]$|^[\u4e00-\u9fa5]{2,5}[:：]/.test(line))
    return false;
  if (
    /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章条]|[（(][一二三四五六七八九十]+[)）]|\d+[.、．])/.test(
      line,
    )
  )
    return false;
  return count > 1 || line.length >= SHORTEST_START || isOrganisation(line);
}

/** 「奖补标准」 is a heading; with a place, a year or 关于 it can be a title. */
const WEAK_KIND =
  /(?:标准|行动|工程|说明|解读|清单|目录|指引|政策|措施|规则|须知|公示|[条]|函|决定|意见|计划|规划|要点|方案|办法)$/;
const isWeak = (title: string): boolean =>
  WEAK_KIND.test(title) && title.length < 14 && !/关于|[省市区县年]|《|“|中华/.test(title);

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/** Higher for 关于 … 通知, for an authority in front, for what is said again; lower the further down. */
function scoreOf(text: string, index: number, all: readonly string[]): number {
  const flat = plain(text).text;
  let score = 30 - Math.min(index, 30);
  if (/关于/.test(flat)) score += 25;
  if (NOTICE.test(flat)) score += 15;
  if (/^(?:.{2,30}(?:局|委|厅|部|政府|办公[室厅]|委员会|中心))关于/.test(flat)) score += 10;
  if (/解读|一图读懂|相关|附件/.test(flat)) score -= 20;
  if (all.filter((other) => other === text).length > 1) score += 10;
  return score;
}

function candidatesIn(lines: readonly string[]): readonly Candidate[] {
  const found: { readonly text: string; readonly index: number }[] = [];
  for (let index = 0; index < Math.min(lines.length, HEAD_LINES); index++) {
    const line = lines[index] as string;
    if (line.length > 240 || /\t/.test(line) || /^附件[:：]?.{4,}[^。；]$/.test(lines[index - 1] ?? ''))
      continue;
    const title = joined(lines, index);
    if (title) {
      found.push({ text: title.text, index });
      index += title.count - 1;
    }
  }
  const all = found.map((one) => one.text);
  return found.map(({ text, index }) => ({ text, score: scoreOf(text, index, all) }));
}

/** 「《武汉市2031年某要点》已经…同意,现印发给你们」: a notice that lost its title names what it hands out. */
function handedOut(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 12)) {
    const found = /(?:现将)?《([^《》]{6,80})》[^。《》]{0,40}印发(?:给你们|你们)/.exec(line.slice(0, 600));
    if (found) return tight(found[1] as string);
  }
  return null;
}

/**
 * The document's full title: from a label, else the best line or wrapped lines of the head. Where the text starts
 * with its addressees, the title is what the notice hands out.
 */
export function findTitle(
  lines: readonly string[],
  labels: ReadonlyMap<Label, readonly string[]>,
): string | null {
  const printed = lines.filter((line) => line.trim() !== '');
  const labelled = labels
    .get('title')
    ?.map(cleaned)
    .find((value) => value.length >= 6);
  if (labelled && !/…|\.\.\.$/.test(labelled)) return labelled;
  const startsInMidst = printed.slice(0, 3).some((line) => ADDRESSEES.test(line.trim()));
  const best = candidatesIn(printed).toSorted((one, other) => other.score - one.score)[0];
  const out = startsInMidst ? handedOut(printed) : null;
  if (out && (!best || best.score < 60)) return out;
  if (best) return best.text;
  return firstHeading(printed);
}

/** Without any line that ends like a title: a short first line that is neither authority, number nor sentence. */
function firstHeading(lines: readonly string[]): string | null {
  const addressees = lines.findIndex((one) => ADDRESSEES.test(one.trim()));
  const line = lines
    .slice(0, addressees < 0 ? 5 : Math.min(5, addressees))
    .map((one) => cleaned(one))
    .find((one) => canBeTitle(one) && one.length >= 8 && one.length <= 60 && isTopic(one));
  return line ?? null;
}

function isTopic(text: string): boolean {
  const flat = plain(text).text;
  if (isOrganisation(text) || dateLine(text) || /^各|[:,。!?]|〔\d{4}|第\d+号/.test(flat)) return false;
  return (
    /关于|政策|企业|奖励|申报|认定|扶持|补贴|措施|工作|项目|资金|培育|条例/.test(flat) &&
    !/登录|官网|首页|体育|娱乐|\d{6}|注册送|网址/.test(flat)
  );
}
