/** Names cut where words end: what all of them begin with, what all end with, and what tells each apart. */
export interface SharedName {
  readonly head: string;
  readonly tail: string;
  readonly own: readonly string[];
}

/** Shorter than this, what names have in common is not worth being told once. */
const SHORTEST = 6;
const SHORTEST_OWN = 2;

/** A name may be cut behind these; elsewhere a cut may fall into a word: 奖|励, 国|际. */
const HEAD_ENDS =
  /(?:^|的|[，、,：:；（(“”)）]|首次|认定|认定为|评定为|评为|入选|列入|获批|获评|获得|取得|制定|引进|新引进|达到|超过|突破|实现|企业|项目|单位|机构|平台|产品|[国省市区县]家?级)$/;
const TAIL_STARTS =
  /^(?:$|的.|[，、,：:；（(“”)）]|标准|称号|以上|企业|项目|单位|机构|平台|产品|基地|园区|人才)/;
const OWN_ENDS = /(?:级|等奖|类|型|档|元)$/;
/** 企业|家, 标准|化: what looks like a word's end goes on. */
const GOES_ON = /^[家化性者励们式率额级等]/;

const commonLength = (names: readonly string[], at: (name: string, length: number) => string): number => {
  const [first = ''] = names;
  const most = Math.min(...names.map(({ length }) => length));
  for (let length = most; length > 0; length -= 1)
    if (names.every((name) => at(name, length) === at(first, length))) return length;
  return 0;
};

const isWhole = (own: readonly string[], tail: string): boolean =>
  own.every((name) => name.length >= SHORTEST_OWN && !GOES_ON.test(name)) &&
  !GOES_ON.test(tail) &&
  (TAIL_STARTS.test(tail) || own.every((name) => OWN_ENDS.test(name)));

/** The longest common tail that leaves each rest whole; null where none does. */
function tailOf(rests: readonly string[]): { tail: string; own: readonly string[] } | null {
  const [first = ''] = rests;
  for (let length = commonLength(rests, (name, size) => name.slice(-size)); length >= 0; length -= 1) {
    const tail = first.slice(first.length - length);
    const own = rests.map((rest) => rest.slice(0, rest.length - length));
    if (isWhole(own, tail)) return { tail, own };
  }
  return null;
}

/** What names have in common, cut at whole words; null where that is not worth while or would cut a word. */
export function sharedName(names: readonly string[]): SharedName | null {
  if (names.length < 2 || new Set(names).size < names.length) return null;
  const [first = ''] = names;
  for (let length = commonLength(names, (name, size) => name.slice(0, size)); length >= 0; length -= 1) {
    const head = first.slice(0, length);
    const rest = HEAD_ENDS.test(head) ? tailOf(names.map((name) => name.slice(length))) : null;
    if (rest !== null) return head.length + rest.tail.length >= SHORTEST ? { head, ...rest } : null;
  }
  return null;
}
