/** Whose day it is: the applicant's, or that of an office which examines and forwards what applicants hand in. */
export type Whose = 'applicant' | 'office' | 'unknown';

const OFFICE =
  /推荐(?:文件|名单|函|表|意见|汇总|上报)|推荐$|(?:完成|联合|择优|审核|统一)推荐|推荐截止|汇总|初审|(?:县|市|区|级)审核|完成审核|(?:主管|归口|管理|有关|相关)(?:单位|部门)|各(?:县|市|州|区|乡|镇|街道|园区|地|盟)[^企,，]{0,24}(?:报|审|将)|各(?:县|市|州|区|乡镇|街道|园区)[^企,，]{0,8}(?:局|委|部门|办)|[县市区]级?[^,，企]{0,6}[局厅委]?[^,，企]{0,4}(?:报|上报)[省市我]|报(?:省|国家|我厅|省厅)/;

const APPLICANT =
  /企业(?!处|科|司|局|服务|发展[处科局])|单位申报|申报(?:单位|主体|人|者|时间|期限|期间|截止|材料受理|窗口)|申请(?:人|单位|主体|时间|期限|截止)|项目(?:单位|法人|承担单位)|个体工商户|报名|参赛|网[上络]|填报时间|受理时间|自评|第[一二三四五六七八九十\d]+(?:批|轮|期)|机构(?:登录|应|须|需|可|提出|填报)|材料受理|公示|异议/;

/** `what` is the deadline's own part of the sentence, `heading` what stands above it. */
export function whoseIs(what: string, heading: string): Whose {
  if (OFFICE.test(what)) return 'office';
  return APPLICANT.test(what) || APPLICANT.test(heading) ? 'applicant' : 'unknown';
}
