import { isOrganisation } from './organisation.ts';

/**
 * Documents that a site squeezed into one paragraph keep title, number, addressees and signature in it, parted by
 * blanks or by nothing at all. These functions cut such lines into the lines that they once were.
 */
const SHORT = 50;
const LONGEST_HEAD = 4000;

/** A blank between Chinese signs or behind a day, but not inside a date or beside Latin words. */
const BLANK =
  /(?<=[\u4e00-\u9fa5〕）)》”：:。号日])[\s\u3000]+(?=[\u4e00-\u9fa5《（(“〔]|\d{4}年|[一二三四五六七八九十]+、)/;
const LABEL_BEHIND =
  /(?=(?:发布时间|发布日期|发文日期|成文日期|发文字号|文件有效性|信息来源|索引号|来源)[:：])/;
const BODY_BEHIND = /(?=第一章(?!节)|第一条)/;

/** 「甲局 乙局 丙局关于…」: joint issuers stay before the title that they issue. */
function withIssuers(pieces: readonly string[]): readonly string[] {
  return pieces.reduceRight<readonly string[]>((behind, piece) => {
    const [next = '', ...rest] = behind;
    const joins =
      isOrganisation(piece) &&
      /^[\u4e00-\u9fa5 ]{3,90}(?:关于|转发|印发)/.test(next) &&
      !next.startsWith(piece);
    return joins ? [`${piece} ${next}`, ...rest] : [piece, ...behind];
  }, []);
}

/** Lines for titles, numbers and labels: long lines are cut at blanks, labels and the first chapter. */
export function headPieces(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const start = SIGNED_START.exec(line);
    if (start && line.length > start[0].length + 4)
      return [`${start[1]} ${start[2]}`, ...headPieces([line.slice(start[0].length)])];
    if (line.length <= SHORT || line.includes('\t')) return [line];
    const head = line.slice(0, LONGEST_HEAD);
    const rest = line.slice(LONGEST_HEAD);
    const pieces = withIssuers(head.split(BLANK))
      .flatMap((piece) => piece.split(LABEL_BEHIND))
      .flatMap((piece) => piece.split(BODY_BEHIND));
    return rest === '' ? pieces : [...pieces, rest];
  });
}

const DAY =
  '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|[二][〇○零O\\d一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)';
/** 「某领导小组(某局代章)2031年4月2日」. */
const SEALED = '(?:[(（][^()（）]{2,30}代章[)）])?';
/** 「…85911216青岛市工业和信息化局2024年7月9日。」 at a line's end, 「某市农业农村局2025年7月1日某办法第一章」 at its start. */
const SIGNED_END = new RegExp(
  `(?<=[^\\u4e00-\\u9fa5])([\\u4e00-\\u9fa5]{4,40}${SEALED})(${DAY})(?:[。.]?\\s*$|(?=[(（]?联系人|附件|扫一扫|相关|分享|打印|来源|责任编辑|原文))`,
);
/** 「企业承诺书某市…办公室」: the end of an attachment's name before the signer's. */
const ATTACHED = /^.*?[表书单件明料](?=[\u4e00-\u9fa5]{2,4}[省市县区州])/;
const REMARK = /[(（]此件[^()（）]{0,12}[)）]/g;
const SIGNED_START = new RegExp(
  `^([\\u4e00-\\u9fa5]{4,30}?(?:局|委|厅|部|政府|办公[室厅]|委员会|中心))(${DAY})`,
);

/** Lines for signatures: sentences, blank-parted pieces, and a signature glued to what stands around it. */
export function signaturePieces(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    if (line.length <= SHORT && !/[。此]/.test(line) && !SIGNED_START.test(line)) return [line];
    const pieces = line
      .replace(REMARK, ' $&')
      .split('。')
      .flatMap((sentence) => {
        const start = SIGNED_START.exec(sentence);
        return [...(start ? [`${start[1]} ${start[2]}`] : []), ...sentence.split(BLANK)];
      });
    const end = SIGNED_END.exec(line.slice(-200));
    return [
      ...pieces.filter((piece) => piece !== '').map((piece) => piece.trim()),
      ...(end ? [`${(end[1] as string).replace(ATTACHED, '')} ${end[2]}`] : []),
    ];
  });
}
