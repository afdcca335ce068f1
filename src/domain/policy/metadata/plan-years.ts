import { plain } from '../plain.ts';
import { readNumber } from '../numbers.ts';

/** First and last year of a plan. */
export interface PlanYears {
  readonly from: number;
  readonly to: number;
}

const ORDINALS: Readonly<Record<string, number>> = {
  十一: 11,
  十二: 12,
  十三: 13,
  十四: 14,
  十五: 15,
  十六: 16,
  十七: 17,
};
/** The eleventh five-year plan covers 2006–2010; each later one the next five years. */
const ELEVENTH_FROM = 2006;

const PLAN = /规划|计划|纲要|要点|任务清单|任务分解|方案|重点工作|任务书|行动/;
const OF_ONE_YEAR =
  /要点|任务清单|任务分解|重点工作|工作计划|工作安排|行动计划|行动方案|实施计划|任务书|工作任务/;

/** Reads a plan's years from its title: “十四五”, 「2022—2024年」, 「2023年工作要点」; null for titles of no plan. */
export function planYearsOf(title: string | null): PlanYears | null {
  if (title === null) return null;
  const { text } = plain(title);
  if (!PLAN.test(text)) return null;
  const five =
    ORDINALS[/(?<=[“"‘「]|^|第)(十[一二三四五六七])(?=五[”"’」规时期]|个五年)/.exec(text)?.[1] ?? ''];
  const range = /(20\d{2})年?(?:-|至|到)+(20\d{2})年?/.exec(text);
  if (range) {
    const years = { from: Number(range[1]), to: Number(range[2]) };
    return years.to >= years.from && years.to - years.from <= 30 ? years : null;
  }
  if (five !== undefined) {
    const from = ELEVENTH_FROM + (five - 11) * 5;
    return { from, to: from + 4 };
  }
  const one = /((?:20\d{2})|二[〇○零O][〇○零O一二三四五六七八九]{2})年/.exec(text)?.[1];
  if (one === undefined || !OF_ONE_YEAR.test(text) || /申报|申请|征集|推荐|认定/.test(text)) return null;
  const year = readNumber(one);
  return year === null ? null : { from: year, to: year };
}
