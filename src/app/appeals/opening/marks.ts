/** Words that a picked choice puts in front, so that it is not asked again. */
export const MARKS = { question: '问政策 ', appeal: '诉求 ', apart: '分开办 ', together: '一起办 ' } as const;
