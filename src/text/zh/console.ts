/** Sentences of the console channel. */

/** The administrator that the console has by itself. */
export const CONSOLE_ADMIN = 'console:管理员';

/** What the console channel says by itself, without asking any use case. */
export const consoleWords = {
  greeting: (name: string): string =>
    [
      `您好，我是${name}，企业服务专员的助手。惠企政策的事直接问我，每个回答都注明出自哪份文件、哪一条。比如：`,
      ...SAMPLE_QUESTIONS.map((question) => `  · ${question}`),
      '输入 /help 看用法，/quit 退出。',
    ].join('\n'),
  help: [
    '直接输入问题即可，一行一个。可用的命令：',
    '  /as 张三                  换成张三说话；/as 不带名字换回「我」',
    '  /in 企业群                到「企业群」里说话；/in 不带名字回到私聊',
    '  /quote 张三 原话          引用张三说过的话，再输入的一行就是对它说的',
    '  /now 2026-12-01T09:00     把时间拨到某一刻；/now +3d 往后拨三天（h 小时、m 分钟）;/now 看现在几点',
    '  /help                     看这份说明',
    '  /quit                     退出',
  ].join('\n'),
  goodbye: '再见！',
  speakingAs: (person: string, group: string | null): string =>
    group === null ? `现在是${person}，私聊。` : `现在是${person}，在「${group}」里。`,
  unknownCommand: (command: string): string => `没有「${command}」这个命令。输入 /help 看可用的命令。`,
  badName: '名字里请不要用空格以外的特殊符号，也不要超过 40 个字。',
  quoting: (person: string): string => `好，下一行引用${person}的话。`,
  badQuote: '请这样写：/quote 张三 他说的话',
  lineTooLong: '这一行太长了，我读不完。请分成几次发，每次不超过 20 万字。',
  failed: '这一条没有处理成功，问题已记入日志。请再发一次，或者换个说法。',
  file: (name: string, path: string | null): string => `文件 ${name}${path === null ? '' : `：${path}`}`,
  moreChoices: (choices: readonly { readonly key: string; readonly label: string }[]): string =>
    `回复 ${choices.map(({ key, label }) => `${key} ${label}`).join(' · ')}`,
} as const;

const SAMPLE_QUESTIONS: readonly string[] = [
  '武汉的企业评上专精特新小巨人，市里奖励多少钱？',
  '首贷服务站由哪个部门负责？',
  '公司周转不开，有没有应急资金可以用？',
];

/** What `/now` answers. */
export const clockWords = {
  now: (local: string): string => `现在是 ${local}（北京时间）。`,
  notUnderstood: (text: string): string =>
    `看不懂「${text}」这个时间。可以写 2026-12-01T09:00，或者 +3d、+2h、+30m。`,
  onlyForward: (local: string): string => `时间只能往后拨。现在是 ${local}（北京时间）。`,
} as const;
