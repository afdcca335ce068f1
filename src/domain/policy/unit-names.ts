const SEPARATORS = '、,，;；\t\n/';
const OPEN = '(（〔[［【<〈《“';
const CLOSE = ')）〕]］】>〉》”';

/** Splits at 、 and commas that stand outside of brackets. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (OPEN.includes(character)) depth++;
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATORS.includes(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

/** 「〈含开发区管委会,下同〉」「(联系电话…)」 behind a name; 「各县(市、区)政府」 keeps its bracket in the middle. */
const REMARK = /[(（〔[［【<〈](?:[^()（）〈〉<>]*)(?:[)）〕\]］】>〉]|$)$/;
/** 「各乡镇(街道、园区)」「县政府办(金融办)」: no remark, the bracket belongs to the name. */
const PART_OF_NAME =
  /[(（〔](?:(?:街道|镇|乡|园区|市|区|县|旗|开发区|功能区|管委会)(?:[、,，](?=[^)）〕]))?)+[)）〕]$|[(（〔][\u4e00-\u9fa5]{1,8}(?<!联系|牵头|主)[局办委][)）〕]$/;
const LEAD = /^(?:由|和|及|以及|会同|并|责任单位|牵头单位|配合单位|责任部门|[:：。.\s]+)+/;
const TAIL = /(?:等(?:省|市|区|县)?(?:有关|相关)?(?:部门|单位)?|[。.;；:：\s\d-]+)$/;
const LONGEST = 42;
/** A name has no verb of duty and no number of its own. */
const NO_NAME =
  /^(?:下同|含|不含|各负其责|按职责|分工|负责|落实|配合|牵头|等|以上|无|长期|持续)|[。:：]|^\d|列首位|为牵头|不再|涉及|电话|联系人|地址|完成时限|时间|年\d|月底/;

/** 「甲局和乙局」「各部门及各县政府」 are two names, 「所有部门和单位」 is one. */
const JOINED =
  /(?<=[局委厅部府行院办会司团心社所门])(?:和|及|以及|会同)(?=[^局委厅部府行院办会]{0,14}[局委厅部府行院办会]|[^局委厅部府行院办会]{2,14}单位)/;

const withoutRemark = (part: string): string => (PART_OF_NAME.test(part) ? part : part.replace(REMARK, ''));

/** Names of units in a mark without label or verb, as written but without remarks in brackets behind them. */
export function namesIn(mark: string): readonly string[] {
  return split(mark.replace(/<\/?[a-z]+>/gi, ''))
    .flatMap((part) => part.split(JOINED))
    .map((part) => withoutRemark(part.replace(/\s+/g, '')).replace(LEAD, '').replace(TAIL, ''))
    .filter((name) => name.length >= 2 && name.length <= LONGEST && !NO_NAME.test(name));
}
