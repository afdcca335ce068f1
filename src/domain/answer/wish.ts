/** Who tells of itself first asks at the end: 「我厂子要搬到湖南，那边有什么培训」. */
const PAUSE = /[,，;；。.!！?？:：~～…\s]+/g;
const FIRST_PERSON = /我|咱|俺|阿拉|自己|自家/;
const OF_ITSELF = /我|咱|俺|阿拉|自己|自家|公司|厂|店|铺|工作室|合伙|员工|工人|老板|做[^,，]{1,12}的/;
/** Whether what is told says more than which thing is meant: 「首贷户我们第一次贷，有没有补贴」 tells little. */
export const isStory = (told: string): boolean => told.length >= LEAST_TOLD;

const LEAST_TOLD = 24;
/** Words before a pause that are no story at all. */
const LEAST_BEFORE = 8;

/** Words of a wish that point back to what was told, or name no thing. */
const POINTS_BACK =
  /政府|市里|省里|区里|国家|公家|上面|上头|那边|这边|官方|部门|单位|照顾|说法|规定|办法|路子|门路|政策|补贴|补助|奖励|支持|扶持|帮助|优惠|好处|[这那]种|[这那]个|[这那]块|这|那|有没得|没得|合不合|管不管|行不行|帮|管|找|出面/g;
const LEAST_THING = 2;

/**
 * Where the wish begins that stands behind what its asker tells of itself, 0 where nothing is told. `thingOf` gives
 * the text without the words that only ask or fill.
 */
export function wishStart(text: string, thingOf: (part: string) => string): number {
  const pauses = [...text.matchAll(PAUSE)].map(({ index, 0: pause }) => index + pause.length);
  const starts = pauses.filter((at) => at < text.length).toReversed();
  for (const at of starts) {
    const thing = thingOf(text.slice(at))
      .replace(POINTS_BACK, '')
      .replace(/[\s\p{P}]/gu, '');
    if (thing.length < LEAST_THING) continue;
    const told = text.slice(0, at);
    const tells = isStory(told) ? OF_ITSELF : FIRST_PERSON;
    return told.length >= LEAST_BEFORE && tells.test(told) ? at : 0;
  }
  return 0;
}
