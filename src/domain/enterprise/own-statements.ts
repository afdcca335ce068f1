/** Who speaks of the own enterprise begins so; the parts behind it go on with it. */
const OWN =
  /我们|我司|我厂|我店|我家|我公司|我企业|本公司|本企业|本店|咱|俺|敝司|我(?=是|在|做|开|搞|干|经营|办)/;
/** Somebody else's, a rule, a case that is only supposed. */
const OTHERS =
  /朋友|客户|隔壁|他们|她们|别人|人家|同行|亲戚|供应商|竞争|如果|假如|要是|若是|万一|比如|例如|听说|对方/;
/** From here on the words ask, wish or tell of what is to come: 「我们是省级小巨人｜有什么奖励」. */
const ENDS =
  /能不能|能否|能|可不可以|可以|可否|有什么|有啥|有哪些|有没有|有多少|是不是|是否|算不算|怎么|咋|如何|为什么|想|(?<!主)要(?!求)|需要|希望|请问|请|问|多少|几时|哪|吗|么|什么|啥|申报|申请|准备|打算|争取|计划|正在|正准备|冲刺|符合|属于不|够不够|享受|帮/;
/** 「评上小巨人后」「认定的话」: not yet. */
const SUPPOSED = /(?:后|之后|以后|的话|时候?|之前|前)$/;

/**
 * The stretches of a message that state something about the speaker's own enterprise; questions, wishes,
 * suppositions and what is said of others are left out (「省级小巨人有什么奖励」 states nothing).
 */
export function ownStatements(text: string): readonly string[] {
  const stated: string[] = [];
  let isOwn = false;
  for (const [, part = '', mark = ''] of text.matchAll(/([^,，。;；!！?？、\n]+)([,，。;；!！?？、\n]?)/g)) {
    if (OTHERS.test(part)) isOwn = false;
    else {
      isOwn ||= OWN.test(part);
      const said = part.slice(0, ENDS.exec(part)?.index ?? part.length);
      if (isOwn && said !== '' && !SUPPOSED.test(said)) stated.push(said);
      // A question ends what was stated; a comma does not.
      if (said.length < part.length) isOwn = false;
    }
    if (/[?？]/.test(mark)) isOwn = false;
  }
  return stated;
}
