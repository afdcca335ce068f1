/** Words that only ask: they say nothing about what is asked for, so they are not looked for. */
const ASKING =
  '请问一下|请问|请教|想问一下|想问问|想问|问一下|我想知道|想知道|告诉我|有没有|是不是|能不能|可不可以|会不会|要不要|怎么样|怎么办|怎么|怎样|如何|为什么|为何|什么时候|什么样|什么|何时|何地|何种|哪一个|哪一|哪几个|哪几|哪些|哪个|哪里|哪儿|哪家|哪位|哪种|哪年|哪两个|哪两|哪|多少|几个|是否|能否|可否|吗|呢|吧|啊|呀|咋|啥|谁|何年|何人|何处|何物|何者|何月|何日|因何|何事|何在|几年|几月|几日|几号|几位|几名|几种|几次|几岁|几座|几家|多久|多远'.split(
    '|',
  );

/** The words by their first unit, in the order in which they are tried. */
const BY_FIRST = new Map<number, readonly string[]>();
for (const word of ASKING) {
  const unit = word.charCodeAt(0);
  BY_FIRST.set(unit, [...(BY_FIRST.get(unit) ?? []), word]);
}
/** 1 where a unit begins such a word: most units of a question need no look into the map. */
const BEGINS = new Uint8Array(0x10000);
for (const unit of BY_FIRST.keys()) BEGINS[unit] = 1;

/** Marks of units: they belong to a word that only asks, or are one, which may be part of another word (「酒吧」). */
export const ASKS = 1;
export const MAY_ASK = 2;

/** Marks the units of the folded question. */
export function markAsking(question: string): Uint8Array {
  const marks = new Uint8Array(question.length);
  for (let at = 0; at < question.length; ) {
    const { length } = wordAt(question, at);
    if (length > 0) marks.fill(length > 1 ? ASKS : MAY_ASK, at, at + length);
    at += length || 1;
  }
  return marks;
}

function wordAt(question: string, at: number): string {
  const unit = question.charCodeAt(at);
  if (BEGINS[unit] !== 1) return '';
  for (const word of BY_FIRST.get(unit) ?? []) if (question.startsWith(word, at)) return word;
  return '';
}
