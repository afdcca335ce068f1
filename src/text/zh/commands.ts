/** What can be typed by itself, and other ways to say it. */
export const commandNames: readonly { readonly name: string; readonly aliases: readonly string[] }[] = [
  { name: '帮助', aliases: ['使用帮助', '怎么用', '使用说明'] },
  { name: '政策库', aliases: ['文件列表', '政策列表', '有哪些政策'] },
  { name: '我能享受什么政策', aliases: ['我能拿什么补贴', '有什么政策适合我', '政策体检'] },
  { name: '我的企业', aliases: ['企业资料', '我的资料'] },
  { name: '下一步', aliases: ['成长路径', '成长阶梯'] },
  { name: '一企一策', aliases: [] },
  { name: '转人工', aliases: ['人工', '人工客服', '人工服务', '找专员'] },
];
