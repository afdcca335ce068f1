/** What can be typed by itself, and other ways to say it. */
export const commandNames: readonly { readonly name: string; readonly aliases: readonly string[] }[] = [
  { name: '帮助', aliases: ['使用帮助', '怎么用', '使用说明'] },
  { name: '政策库', aliases: ['文件列表', '政策列表', '有哪些政策'] },
  { name: '转人工', aliases: ['人工', '人工客服', '人工服务', '找专员'] },
];
