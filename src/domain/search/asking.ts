/** Words that only ask: they say nothing about what is asked for, so they count little and cover nothing. */
const ASKING =
  '请问一下|请问|请教|想问一下|想问问|想问|问一下|我想知道|想知道|告诉我|有没有|是不是|能不能|可不可以|会不会|要不要|怎么样|怎么办|怎么|怎样|如何|为什么|为何|什么时候|什么样|什么|何时|何地|何种|哪一个|哪一|哪几个|哪几|哪些|哪个|哪里|哪儿|哪家|哪位|哪种|哪年|哪两个|哪两|哪|多少|几个|是否|能否|可否|吗|呢|吧|啊|呀|咋|啥|谁'.split(
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

/** Marks (1) the units of the folded question that belong to words which only ask. */
export function markAsking(question: string): Uint8Array {
  const marks = new Uint8Array(question.length);
  for (let at = 0; at < question.length; ) {
    const word = wordAt(question, at);
    if (word !== '') marks.fill(1, at, at + word.length);
    at += word.length || 1;
  }
  return marks;
}

function wordAt(question: string, at: number): string {
  const unit = question.charCodeAt(at);
  if (BEGINS[unit] !== 1) return '';
  for (const word of BY_FIRST.get(unit) ?? []) if (question.startsWith(word, at)) return word;
  return '';
}
