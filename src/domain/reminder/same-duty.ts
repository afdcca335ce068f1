import type { PolicyReading } from './readings.ts';
import type { Reading } from './types.ts';

/** Whether two deadlines of one document are about the same thing: then two days are a conflict in the text. */

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '');

/** Ways to hand something in that have days of their own beside each other. */
const WAYS: readonly RegExp[] = [/纸质|书面|原件|邮寄|现场/, /网[上络]|线上|在线|系统|平台|登[录陆]|电子/];

/** Words that every call has: what is left of a duty without them is what sets it apart. */
const COMMON =
  /请|各|有关|相关|符合条件的?|有意(?:愿|向)?的?|拟|企业|单位|主体|公司|申报人?|申请人?|报名|参评|填报|填写|提交|提出|报送|递交|上传|上报|完成|网[上络]|线上|在线|登[录陆]|系统|平台|电子版?|纸质|书面|材料|资料|申报书|申请书|截止|时间|日期|期限|期间|工作|事项|要求|流程|程序|方式|步骤|安排|组织|通知|逾期不予受理|应当?|须|需|将|由|和|及|与|的|于|在|为|年|月|日|[一二三四五六七八九十\d]+/gu;

const rest = (text: string): string => bare(text.replace(/^[^:：]{0,6}[:：]/u, '').replace(COMMON, ''));

interface Duty {
  readonly ways: string;
  readonly batch: string;
  /** What it is about, where its words or the heading above say so. */
  readonly about: string;
}

function dutyOf({ headings, reading: { what } }: PolicyReading): Duty {
  return {
    ways: WAYS.map((way) => (way.test(what) ? '1' : '0')).join(''),
    batch: /第[一二三四五六七八九十\d]+(?:批|轮|期|次)/u.exec(what)?.[0] ?? '',
    about: `${headings.map(rest).join('')}\n${rest(what)}`,
  };
}

function isSame(one: PolicyReading, other: PolicyReading): boolean {
  const [first, second] = [dutyOf(one), dutyOf(other)];
  return (
    one.reading.kind === other.reading.kind &&
    first.ways === second.ways &&
    first.batch === second.batch &&
    first.about === second.about
  );
}

/** The same day; an hour that only one of both names does not part them. */
const hasDay = ({ on, at }: Reading, other: Reading): boolean =>
  on === other.on && (at === other.at || at === null || other.at === null);

/** Two days for one thing are a conflict in the text; the same day said twice is one deadline, with its hour. */
export function settled(all: readonly PolicyReading[]): readonly PolicyReading[] {
  const once = all.filter((one) => {
    const twins = all.filter((other) => isSame(one, other) && hasDay(one.reading, other.reading));
    return (twins.find(({ reading }) => reading.at !== null) ?? twins[0]) === one;
  });
  return once.map((one) => {
    const { reading } = one;
    const isContradicted =
      reading.on !== null &&
      once.some(
        (other) =>
          other !== one && isSame(one, other) && other.reading.on !== null && other.reading.on !== reading.on,
      );
    return isContradicted
      ? { ...one, reading: { ...reading, doubts: [...reading.doubts, 'two-days' as const] } }
      : one;
  });
}
