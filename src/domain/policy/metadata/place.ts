import type { Level } from '../types.ts';

/** Provinces: short name, official name, the sign in document numbers. */
const PROVINCES: readonly (readonly [string, string, string])[] = [
  ['北京', '北京市', '京'],
  ['天津', '天津市', '津'],
  ['上海', '上海市', '沪'],
  ['重庆', '重庆市', '渝'],
  ['河北', '河北省', '冀'],
  ['山西', '山西省', '晋'],
  ['辽宁', '辽宁省', '辽'],
  ['吉林', '吉林省', '吉'],
  ['黑龙江', '黑龙江省', '黑'],
  ['江苏', '江苏省', '苏'],
  ['浙江', '浙江省', '浙'],
  ['安徽', '安徽省', '皖'],
  ['福建', '福建省', '闽'],
  ['江西', '江西省', '赣'],
  ['山东', '山东省', '鲁'],
  ['河南', '河南省', '豫'],
  ['湖北', '湖北省', '鄂'],
  ['湖南', '湖南省', '湘'],
  ['广东', '广东省', '粤'],
  ['海南', '海南省', '琼'],
  ['四川', '四川省', '川'],
  ['贵州', '贵州省', '黔'],
  ['云南', '云南省', '滇'],
  ['陕西', '陕西省', '陕'],
  ['甘肃', '甘肃省', '甘'],
  ['青海', '青海省', '青'],
  ['台湾', '台湾省', '台'],
  ['内蒙古', '内蒙古自治区', '内'],
  ['广西', '广西壮族自治区', '桂'],
  ['西藏', '西藏自治区', '藏'],
  ['宁夏', '宁夏回族自治区', '宁'],
  ['新疆', '新疆维吾尔自治区', '新'],
];
const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);
const STATE =
  /国务院|工业和信息化部|财政部|科技部|科学技术部|商务部|人力资源社会保障部|人力资源和社会保障部|国家发展改革委|国家发展和改革委员会|国家税务总局$|国家税务总局(?!.{2,6}(?:省|市|区|县))|市场监管总局|国家知识产权局|农业农村部|生态环境部|自然资源部|住房城乡建设部|中国人民银行(?!.{2,6}(?:分行|支行))|全国|中小企业发展促进中心/;

/** Two characters before 市 are enough; more are taken where the name starts the text or follows a province. */
const CITY =
  /(?:^|省|自治区|印发|关于|转发|《|[“、,:\s])((?!本|全|各|我|城|省|超|上|夜|股|门|集|楼|菜|各地|以|外|国内|海外|县|都)(?:(?![局委厅部院会市])[\u4e00-\u9fa5]){2,5}?市)(?!场|民|值|级|域|区|县)/;
const COUNTY =
  /(?:^|市|省|印发|关于|《|[“、,:\s])((?!各|全|我|本|园|社|地|城|灾|辖|市|特|山|新(?!洲|都|华|市|北|余|野|乐|民|丰|昌|宁|化|安|密|郑)|示范|开发|高新)(?:[\u4e00-\u9fa5]{2,6}?(?:新区|开发区|高新区|[区县旗])|[\u4e00-\u9fa5]{2,8}?(?:技术开发区|产业开发区)))(?!域|别|块|级|内|分|间|政府采购)/;
const AUTONOMOUS = /([\u4e00-\u9fa5]{2,8}(?:自治州|自治县|地区|盟))/;

/** 「为推进武汉市」: words of the sentence before the name. */
const LEADING_VERBS =
  /^(?:为|在|对|向|将|由|推进|促进|加快|支持|推动|深化|全面|进一步|贯彻|落实|根据|发布)+(?=[\u4e00-\u9fa5]{2,4}市)/;

/** Where a document comes from, as far as its head tells. */
export interface Place {
  readonly level: Level | null;
  readonly region: string | null;
}

function provinceIn(text: string): string | null {
  let best: { at: number; name: string } | null = null;
  for (const [short, name] of PROVINCES) {
    const at = text.indexOf(short);
    if (at >= 0 && (best === null || at < best.at)) best = { at, name };
  }
  return best?.name ?? null;
}

function provinceOfNumber(number: string | null): string | null {
  if (number === null) return null;
  return PROVINCES.find(([, , sign]) => number.startsWith(sign))?.[1] ?? null;
}

/** The province named most often in the text, for documents whose head names none (「省工信厅」). */
function commonProvince(text: string): string | null {
  const counts = PROVINCES.map(([short, name]) => ({ name, count: text.split(short).length - 1 }));
  const best = counts.toSorted((one, other) => other.count - one.count)[0];
  return best && best.count >= 2 ? best.name : null;
}

function cityIn(text: string): string | null {
  const found = (CITY.exec(text)?.[1] ?? AUTONOMOUS.exec(text)?.[1] ?? null)?.replace(LEADING_VERBS, '');
  if (!found) return null;
  // 「湖北省武汉市」 and 「湖北武汉市」: the province in front is no part of the city's name.
  const province = PROVINCES.find(
    ([short, name]) => found !== name && found.startsWith(short) && found.length > short.length + 1,
  );
  return province ? found.slice(province[0].length).replace(/^省|^自治区/, '') : found;
}

interface Clues {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly labelled: string | null;
  readonly text: string;
}

function levelOf({ title, issuer, number }: Clues, city: string | null, county: string | null): Level | null {
  const head = `${issuer ?? ''} ${title ?? ''}`;
  if (issuer !== null && STATE.test(issuer) && !city && !/省|自治区/.test(issuer)) return '国家';
  if (county && head.includes(county)) return '区';
  if (city) return '市';
  if (/^(?:区|县)|(?:区|县)(?:人民政府|经|科|财|工信|发改|商务|委)/.test(issuer ?? '')) return '区';
  if (/省|自治区/.test(head)) return '省';
  if (/(?:^|[ 《])市|全市/.test(head)) return '市';
  if (/全区|全县/.test(head)) return '区';
  if (STATE.test(head)) return '国家';
  return provinceOfNumber(number) === null ? null : '省';
}

/** 「市人民政府关于…」 and 「省工信厅」 name no place: the text behind the head may. */
function cityBehind({ text, title, issuer }: Clues): string | null {
  return /(?:^|[ 《])市|全市/.test(`${issuer ?? ''} ${title ?? ''}`) ? cityIn(text.slice(0, 3000)) : null;
}

function headCity({ title, issuer, labelled }: Clues): string | null {
  for (const source of [issuer, title, labelled]) {
    const city = source === null ? null : cityIn(source);
    if (city) return city;
  }
  return null;
}

/** Level and region from issuer, title and number, then from the text. A municipality calls itself 市. */
export function findPlace(clues: Clues): Place {
  const { title, issuer, number, labelled, text } = clues;
  const head = [issuer, title, labelled].filter((part) => part !== null).join(' ');
  const city = headCity(clues) ?? cityBehind(clues);
  const county = COUNTY.exec(issuer ?? '')?.[1] ?? COUNTY.exec(title ?? '')?.[1] ?? null;
  const level = levelOf(clues, city, county);
  if (level === '国家') return { level, region: '全国' };
  const province = provinceIn(head) ?? provinceOfNumber(number) ?? commonProvince(text);
  if (level === '省')
    return { level: province && MUNICIPALITIES.has(province) ? '市' : level, region: province };
  if (city) return { level, region: city };
  if (province && MUNICIPALITIES.has(province)) return { level: level ?? '市', region: province };
  if (level === '区') return { level, region: county };
  return { level: level ?? (province ? '省' : null), region: level === '市' ? null : province };
}
