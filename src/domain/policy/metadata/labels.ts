import { plain } from '../plain.ts';

/** What a page's head, a publisher's card or a metadata block can say. */
export type Label =
  | 'title'
  | 'issuer'
  | 'source'
  | 'number'
  | 'published'
  | 'printed'
  | 'signed'
  | 'effective'
  | 'expires'
  | 'region'
  | 'validity';

const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['title', /^(?:标题|名称|文件名称|文件标题|政策名称|商品名称|信息名称|主题名称)$/],
  [
    'issuer',
    /^(?:发文机关|发布机关|发布机构|发文单位|发布单位|制定机关|发文机构|发布部门|发文部门|制发机关|颁布单位|印发机关|公开主体|公开机构|责任部门)$/,
  ],
  ['source', /^(?:来源|信息来源|文章来源|稿源|信息提供|供稿单位)$/],
  ['number', /^(?:文号|发文字号|发文文号|文件编号|文件文号|发文号|文件号|公文文号|编号)$/],
  [
    'published',
    /^(?:发布时间|发布日期|发表时间|发表日期|公开日期|公开时间|公布日期|公布时间|发文日期|发文时间|上网时间|上线日期|日期|时间|更新时间|生效发布日期|发布于)$/,
  ],
  ['printed', /^(?:印发日期|印发时间)$/],
  ['signed', /^(?:成文日期|成文时间|签发日期|签署日期|落款日期|生成日期)$/],
  ['effective', /^(?:生效日期|实施日期|施行日期|生效时间|实施时间|执行日期)$/],
  ['expires', /^(?:失效日期|失效时间|废止日期|终止日期|有效期至|有效期限至|有效期截止)$/],
  ['validity', /^(?:有效期|有效性|时效性|有效期限|政策有效期)$/],
  ['region', /^(?:省份|地区|地域|适用地区|所属地区|发布地区|区域)$/],
];
const LONGEST_VALUE = 120;
const MIN_GLUED = 4;
const HEAD_LINES = 60;
const TAIL_LINES = 14;

const labelOf = (words: string): Label | null =>
  LABELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** 「发布时间:2031-05-08 作者: 信息来源: 某市政府」 on one line; labels may hold blanks (索 引 号). */
const PAIR = /(?<=^|[|丨,;\t\n 。\])】\d\u4e00-\u9fa5])(?<label>[\u4e00-\u9fa5]{2,6}):/g;

/** 「来源:某局 文号:某政办〔2031〕3号」: a blank before a label parts it from the value in front. */
const BLANK_BEFORE_LABEL = /[\s\u3000]+(?=[\u4e00-\u9fa5]{2,6}\s?[:：])/g;

const BUTTON = /[[【(](?:打印|关闭|字体|字号|收藏|分享|返回|大|中|小)[^\]】)]{0,8}[\]】)]/g;

/** The value alone: of several cells the first, without the page's brackets, bars and buttons. */
function valueOf(words: string): string {
  const first = words
    .replace(BUTTON, '')
    .replace(/^[[【|\s]+/, '')
    .split(/[\t|]/)
    .find((cell) => cell.trim() !== '');
  return (first ?? '').replace(/[\]】|\s;,]+$/g, '').slice(0, LONGEST_VALUE);
}

function pairsOfLine(line: string): readonly (readonly [Label, string])[] {
  const flat = plain(line.replace(/[|丨│]/g, '|').replace(BLANK_BEFORE_LABEL, '|')).text;
  const marks = [...flat.matchAll(PAIR)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[1] as string,
  }));
  return marks.flatMap((mark, index): (readonly [Label, string])[] => {
    const label = longestLabel(mark.words);
    const value = valueOf(flat.slice(mark.end, nextStart(marks[index + 1], flat)));
    return label && value !== '' ? [[label, value]] : [];
  });
}

/** Without blanks a value runs into the next label: 「某市政府发布时间」 ends with one. */
function longestLabel(words: string): Label | null {
  for (let from = 0; from + 2 <= words.length; from++) {
    const rest = words.slice(from);
    const label = labelOf(rest);
    // 「受理时间」 is no 「时间」.
    if (label && (from === 0 || rest.length >= MIN_GLUED)) return label;
  }
  return null;
}

function nextStart(next: { start: number; end: number; words: string } | undefined, flat: string): number {
  if (!next) return flat.length;
  for (let from = 0; from + 2 <= next.words.length; from++) {
    if (
      labelOf(next.words.slice(from)) ||
      /^(?:作者|浏览|字号|字体|编辑|点击|阅读|分享|打印|索引号|主题|分类|来源|责任编辑)/.test(
        next.words.slice(from),
      )
    ) {
      return next.start + from;
    }
  }
  return next.start;
}

/** Labels with their values in the order of the document, from its head and its foot. */
export function readLabels(lines: readonly string[]): ReadonlyMap<Label, readonly string[]> {
  const found = new Map<Label, string[]>();
  const add = (label: Label, value: string): void => {
    const values = found.get(label);
    if (values) values.push(value);
    else found.set(label, [value]);
  };
  const edge =
    lines.length > HEAD_LINES + TAIL_LINES
      ? [...lines.slice(0, HEAD_LINES), ...lines.slice(-TAIL_LINES)]
      : lines;
  edge.forEach((line, index) => {
    if (line.length > 400) return;
    const pairs = pairsOfLine(line);
    for (const [label, value] of pairs) add(label, value);
    if (pairs.length > 0) return;
    // 「标签」 and its value as cells of one line or on two lines.
    const cells = line.split(/[\t|]/).map((cell) => plain(cell).text.replace(/:$/, ''));
    cells.forEach((cell, at) => {
      const label = labelOf(cell);
      const value = cells[at + 1] ?? (cells.length === 1 ? plain(edge[index + 1] ?? '').text : '');
      if (label && value !== '' && value.length <= LONGEST_VALUE && !labelOf(value.replace(/:$/, '')))
        add(label, value);
    });
  });
  return found;
}
