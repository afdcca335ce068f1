import { cellsWithin } from './cells.ts';
import type { Page } from './number-window.ts';
import type { Finding } from './types.ts';

/**
 * Home addresses: successive steps of number and unit (…路1号、3栋、2单元、501室), with the place before them. The
 * addresses of offices are public and stay, unless a flat (单元) is named.
 */

const NUMBER = '(?:[0-9]{1,5}[a-z]?|[a-z][0-9]{0,3}|[〇零幺一二两三四五六七八九十百]{1,5})';
const STEP = new RegExp(
  `[甲乙丙]?${NUMBER}\\s?(?:号楼|号院|号|弄|栋|幢|座|单元|单(?=\\d)|门(?=\\d)|室(?!内|外|[一二1-9两]?厅)|户(?!籍|口|主|型|均)|楼(?!宇|盘|市)|层|房(?!产|屋)|组|梯|#)`,
  'g',
);
const LONGEST_STEP_GAP = 14;
const STEP_GAP = /^[\u4e00-\u9fa5a-z0-9\s()·-]*$/;

/** 「东湖花园3-2-501」. */
const SHORT_FORM =
  /(?:小区|花园|家园|佳园|嘉园|苑|公寓|新村|宿舍|华庭|名都|新城|府|郡|城|里|湾|庭|居|园|栋|座|幢|号楼|(?<=[0-9])号)(?:[一二三四五六1-9]期|[东南西北]区)?\s?(?:[0-9]{1,3}[a-z]?|[a-z][0-9]{0,2})(?:[-#]\s?[0-9]{1,4}){1,2}(?:-[0-9]{2,4})?(?![0-9-]|年|月|[个元万%])/g;

/** 「示例大道100号示例天地7-1802」: behind the number on a road, the name of any place and the room. */
const BEHIND_ROAD =
  /(?<=[路街道巷](?:特|甲)?[0-9]{1,4}号)[\u4e00-\u9fa5]{2,8}[0-9]{1,3}(?:[-#][0-9]{1,4}){0,2}[-#][0-9]{3,4}(?![0-9-])/g;

const PLACE =
  /(?:[路街道巷里村湾坊段塘镇苑府城郡庭园居轩庄垸院区寓舍号弄栋]|胡同|小区|花园|新村|大道|宿舍|华庭|名都|条|[组屯寨畈冲咀墩])$/;
const HOME =
  /家住|住在|住址|住所|住于|家庭|居住|收货|收件|我家|老家|我住|租住|租在|租的|户籍|寄到|寄给|寄往|送到|送货|上门|快递|搬到|家里|家在|家址|暂住|现住|邮寄|住[:：]|本人住|住(?![宅房建户院宿])(?=[\u4e00-\u9fa5]{1,6}[省市区县镇乡街道路村])/;
const PUBLIC =
  /政务|服务中心|市民之家|大厅|窗口|会议|报告厅|培训|办公|大厦|写字楼|产业园|科技园|软件园|工业园|园区|政府|委员会|局|法院|学校|银行|酒店|宾馆|创业|孵化|基地|公司|广场|厂房|标准厂|车间|仓库|馆|金融港|总部|研发|国际|商务|医院|教室|中心|阅览|展厅|实验室|工作室|办事|受理|创新园|科创|产业|商城|市场|商厦|店铺|报名|地点|集合|注册地|经营/;
const ROOM_BEHIND =
  /^[\s-]{0,2}(?:[1-9][0-9]{2,3}|[〇零一二三四五六七八九]{3,4})(?![0-9]|平|米|元|万|人|家|户籍|年|个|号|栋|台|套|亩)(?:室|房|户)?|^\s?(?:[左右](?![\u4e00-\u9fa5])|[东西南北中]户)/;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Steps extends Span {
  readonly units: string;
}

/** Steps that follow one another as one. */
function chainSteps(text: string): readonly Steps[] {
  const chains: Steps[] = [];
  for (const hit of text.matchAll(STEP)) {
    const last = chains.at(-1);
    const unit = hit[0].replace(/^[0-9a-z]+\s?|^[〇零幺一二两三四五六七八九十百]+\s?/, '');
    const end = hit.index + hit[0].length;
    const between = last === undefined ? '' : text.slice(last.end, hit.index);
    const joins = last !== undefined && between.length <= LONGEST_STEP_GAP && STEP_GAP.test(between);
    if (joins) chains[chains.length - 1] = { start: last.start, end, units: `${last.units}/${unit}` };
    else chains.push({ start: hit.index, end, units: unit });
  }
  return chains;
}

const LONGEST_PLACE = 30;
const STOPS = /[住在址是到于送寄给您他她往至为租放]/;
const PLACE_SIGN = /[\u4e00-\u9fa5a-z0-9()·-]/;

/** 「我家示例路1号」: whose it is, not where. */
const LEADING_WORD = /^(?:我家|我屋|老家|家里|房子|快递|外卖)/;

/** Back over the names of place before the first step. */
function startOfPlace(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_PLACE) {
    const character = text.charAt(at - 1);
    const blank = /\s/.test(character) && /[省市区县镇路街道园苑村号栋里弄]/.test(text.charAt(at - 2));
    if (!blank && (STOPS.test(character) || !PLACE_SIGN.test(character))) break;
    at -= 1;
  }
  return at + (LEADING_WORD.exec(text.slice(at, end))?.[0].length ?? 0);
}

const isHome = (text: string, { start, end }: Span): boolean =>
  HOME.test(text.slice(Math.max(0, start - 14), end));

const isPublic = (text: string, { start, end }: Span): boolean =>
  PUBLIC.test(text.slice(Math.max(0, start - 8), end + 8));

function isAddress(text: string, steps: Steps, place: number): boolean {
  const { units } = steps;
  const room = /室|户|房|门\/|门$/.test(units) || ROOM_BEHIND.test(text.slice(steps.end, steps.end + 9));
  const building = /栋|幢|座|号楼|号院|弄|#/.test(units);
  const flat = /单元|单\/|梯/.test(units);
  const named = PLACE.test(text.slice(place, steps.start));
  const road = named && /号|弄/.test(units);
  const span = { start: place, end: steps.end };
  if (flat && (room || (building && named)) && !/会议|教室/.test(text.slice(place, steps.end + 4)))
    return true;
  if (isHome(text, span)) {
    if (building || flat || /村.*组/.test(text.slice(place, steps.end))) return true;
    if (!isPublic(text, span)) return road || (room && named);
  }
  if (isPublic(text, span)) return false;
  if (/组\/号/.test(units) && /[村湾塆]/.test(text.slice(place, steps.end))) return true;
  if (building && room && (named || /\/.*\//.test(units))) return true;
  return road && room;
}

/** Every home address of a folded text. Steps and places are of bounded length, so the work is linear. */
export function findAddresses({ text }: Page): readonly Finding[] {
  const spans: Span[] = [];
  for (const steps of chainSteps(text)) {
    const start = startOfPlace(text, steps.start);
    if (!isAddress(text, steps, start)) continue;
    const behind = ROOM_BEHIND.exec(text.slice(steps.end, steps.end + 9))?.[0] ?? '';
    spans.push({ start, end: steps.end + behind.length });
  }
  for (const hit of [...text.matchAll(SHORT_FORM), ...text.matchAll(BEHIND_ROAD)]) {
    const span = { start: startOfPlace(text, hit.index), end: hit.index + hit[0].length };
    const parts = hit[0].split(/[-#]/).length;
    if ((parts > 2 && !isPublic(text, span)) || isHome(text, span)) spans.push(span);
  }
  return spans.map(({ start, end }) => ({ kind: 'address', cells: cellsWithin(text, start, end) }));
}
