/** 诉求类别: the sixteen that appeals are sorted into. */
export const CATEGORIES = [
  '融资',
  '拖欠账款',
  '人才用工',
  '知识产权',
  '科技创新',
  '数字化转型',
  '专精特新培育',
  '上市',
  '开拓市场',
  '政府采购',
  '用地厂房',
  '税费',
  '市场准入登记',
  '法治维权',
  '政策兑现',
  '其他',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** 「其他」 is what is left over, and says as little as none. */
export const isTelling = (category: Category | null): boolean => category !== null && category !== '其他';
