/** Whose day it is: the applicant's, or that of an office which examines and forwards what applicants hand in. */
export type Whose = 'applicant' | 'office' | 'unknown';

const OFFICE =
  /^(?:由|经)?我[局委厅办][^,，]{0,10}(?:审|核|汇|推|报)|推荐(?:文件|名单|函|表|意见|汇总|上报)|推荐$|(?:完成|联合|择优|审核|统一)推荐|推荐截止|汇总|初审|(?:县|市|区|级)审核|完成审核|(?:主管|归口|管理|有关|相关)(?:单位|部门)|各(?:县|市|州|区|乡|镇|街道|园区|地|盟)[^企,，]{0,24}(?:报|审|将)|各(?:县|市|州|区|乡镇|街道|园区)[^企,，]{0,8}(?:局|委|部门|办)|[县市区]级?[^,，企]{0,6}[局厅委]?[^,，企]{0,4}(?:报|上报)[省市我]|报(?:省|国家|我厅|省厅)/;

const APPLICANT =
  /企业(?!处|科|司|局|服务|发展[处科局])|单位申报|申报(?:单位|主体|人|者|时间|期限|期间|截止|材料受理|窗口)|申请(?:人|单位|主体|时间|期限|截止)|项目(?:单位|法人|承担单位)|个体工商户|报名|参赛|网[上络]|填报时间|受理时间|自评|第[一二三四五六七八九十\d]+(?:批|轮|期)|机构(?:登录|应|须|需|可|提出|填报)|材料受理|公示|异议/;

/** 「向所在区商务主管部门提交」: who is handed something, not who hands it in. */
const RECEIVER =
  /向[^,，。;；]{1,20}?(?:部门|局|委|办|中心|窗口)(?=提交|提出|申请|申报|报送|递交|书面)|(?:交|送|寄|报)(?:至|到|给)?(?:各|所在|注册地|属地)[^,，。;；]{0,14}?(?:部门|局|委|办|窗口)/g;
/** 「第一批」「受理时间」: the heading above says whose. */
const SAYS_NOBODY =
  /^(?:第[一二三四五六七八九十\d]+(?:批|轮|期|次)|[^,，。]{0,4}(?:时间|期限|日期))[::：为是]?$/;

/** `what` is the deadline's own part of the sentence, `heading` what stands above it, the nearest line last. */
export function whoseIs(what: string, heading: string): Whose {
  const own = what.replace(RECEIVER, '');
  if (OFFICE.test(own)) return 'office';
  if (SAYS_NOBODY.test(own) && OFFICE.test(heading.split('\n').findLast((line) => line !== '') ?? ''))
    return 'office';
  return APPLICANT.test(own) || APPLICANT.test(heading) ? 'applicant' : 'unknown';
}
