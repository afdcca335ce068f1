/** Sentences of the command line. */

const COMMON = [
  '各命令通用的选项：',
  '  --seeds 文件夹     随程序提供的资料（默认：程序自带的 seeds）',
  '  --data 文件夹      运行时写入的资料（默认：./data）',
  '  --now 时刻         时钟从这一刻走起，如 2026-11-21T09:00+08:00（不写时区就是北京时间）',
].join('\n');

const USAGES = {
  serve: '用法：qifu serve\n启动机器人。没有配置聊天平台时在终端里对话；输入来自管道时逐行回答，答完退出。',
  ask: [
    '用法：qifu ask 问题',
    '      qifu ask --json 问题',
    '      qifu ask --jsonl < 问题.jsonl',
    '回答一个政策问题，或从标准输入逐行读 {"id","q","region"?}。',
    '  --json             输出一个 JSON 对象',
    '  --jsonl            逐行读，逐行输出，次序不变',
    '  --region 地区      问题里没有点名地区时按哪里的文件回答',
  ].join('\n'),
  search: [
    '用法：qifu search --passages P.jsonl --queries Q.jsonl [--k 10]',
    '在给定的段落里检索：段落 {"id","title"?,"text"}，问题 {"id","q"}；可以是 .gz。',
  ].join('\n'),
  parse: [
    '用法：qifu parse [--json] 文件…',
    '解析政策文件：标题、发文单位、日期、条款、责任单位、扶持、截止时间，以及每一处修补和去掉的文字。',
  ].join('\n'),
  dispatch: [
    '用法：qifu dispatch --json 诉求',
    '      qifu dispatch --jsonl < 诉求.jsonl',
    '给一条诉求建议牵头单位、依据和类别；太含糊的给出要追问的话。逐行读 {"id","text","district"?}。',
    '  --json             输出一个 JSON 对象',
    '  --jsonl            逐行读，逐行输出，次序不变',
    '  --district 区      诉求里没有点名时，企业所在的区',
  ].join('\n'),
  deadlines: [
    '用法：qifu deadlines [--json] [--all]',
    '列出申报截止时间：机器人登记的，和政策库里读到的，连同出处和是否待确认。',
    '  --json             输出 JSON',
    '  --all              连已经过去的一起列',
  ].join('\n'),
  mask: [
    '用法：qifu mask < 文字.jsonl',
    '从标准输入逐行读 {"id","text"}，遮住电话、证件号、账号、邮箱、微信号、车牌、住址等，逐行输出，次序不变。',
  ].join('\n'),
  eval: [
    '用法：qifu eval [文件.jsonl…]',
    '用评测题检验回答和派单，默认读 tests/eval 里的 questions.*.jsonl 和 appeals.*.jsonl。',
    '  --failures         列出答错的题和当时的回答',
    '  --json             输出 JSON',
  ].join('\n'),
  report: [
    '用法：qifu report [--month 2026-11]',
    '统计诉求：响应率、按时答复率、解决率、满意率（都给出分母和未计入的件数）、时长中位数、各单位退单；表格存成 CSV。',
    '  --month 年-月      只算这个月提出的诉求；不写就是全部',
    '  --csv 文件         表格存到哪里（默认：数据文件夹里的 reports）',
    '  --json             输出 JSON',
  ].join('\n'),
  backup: [
    '用法：qifu backup 文件',
    '把数据文件夹里不能重建的内容备份成一个文件；机器人运行时也可以备份。',
    '  --passphrase 口令  给备份加密；写 - 就从标准输入读一行',
  ].join('\n'),
  restore: [
    '用法：qifu restore 文件',
    '从备份恢复；机器人要先停掉。原有数据移到 before-restore-… 文件夹里保留。',
    '  --passphrase 口令  备份时用的口令；写 - 就从标准输入读一行',
  ].join('\n'),
  doctor: '用法：qifu doctor [--json]\n检查运行条件：缺什么、怎么补。',
  help: '用法：qifu help [命令]',
  version: '用法：qifu version',
} as const satisfies Readonly<Record<string, string>>;

export type CommandName = keyof typeof USAGES;

const SUMMARIES: Readonly<Record<CommandName, string>> = {
  serve: '启动机器人',
  ask: '回答政策问题',
  search: '在给定的段落里检索',
  parse: '解析政策文件',
  dispatch: '给诉求建议牵头单位',
  deadlines: '列出申报截止时间',
  mask: '遮住文字里的电话、证件号等',
  eval: '用评测题检验回答和派单',
  report: '诉求的统计：响应率、解决率、满意率等',
  backup: '备份数据',
  restore: '从备份恢复',
  doctor: '检查运行条件',
  help: '看用法',
  version: '看版本',
};

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(USAGES, name);

/** The usage of one command, or of the program. */
export function usage(command: CommandName | null): string {
  if (command !== null) return `${USAGES[command]}\n\n${COMMON}`;
  const rows = Object.entries(SUMMARIES).map(([name, summary]) => `  ${name.padEnd(10)}${summary}`);
  return ['企服：企业服务专员的助手', '', '用法：qifu 命令 [选项]', '', ...rows, '', COMMON].join('\n');
}

/** What is wrong with how a command was called; each names the way out. */
export const usageTrouble = {
  noCommand: '请写明要做什么。',
  unknownCommand: (name: string): string => `没有「${name}」这个命令。`,
  unknownOption: (option: string): string => `没有 ${option} 这个选项。`,
  badOption: (option: string): string => `选项 ${option} 的写法不对。`,
  missingOption: (option: string): string => `缺少 ${option}。`,
  unexpected: (word: string): string => `不需要「${word}」。`,
  noQuestion: '请写上问题，例如：qifu ask 小巨人奖励多少钱',
  noAppeal: '请写上诉求，例如：qifu dispatch --json 银行不给续贷',
  noFile: '请写上要解析的文件。',
  noBackupFile: '请写上备份文件的名字，例如：qifu backup qifu.backup',
  noPassphrase: '口令不能为空。',
  badMonth: (month: string): string => `「${month}」不是月份，请写成 2026-11 的样子。`,
  badCount: (option: string): string => `${option} 应当是 1 到 1000 的整数。`,
  seeHelp: (command: CommandName | null): string =>
    `用法见：qifu help${command === null ? '' : ` ${command}`}`,
} as const;

/** What went wrong while a command ran. */
export const runTrouble = {
  noSuchFile: (file: string): string => `找不到文件：${file}`,
  notReadable: (file: string): string => `文件读不了：${file}`,
  notWritable: (file: string): string => `写不进去：${file}`,
  diskFull: '磁盘已满，写不进去。请先腾出空间。',
  portTaken: '端口已被别的程序占用。请在 .env 里换一个 HTTP_PORT，再启动。',
  badLine: (place: string): string => `${place} 不是要求的 JSON，已跳过。`,
  noQuestionFiles: (folder: string): string => `${folder} 里没有 questions.*.jsonl 和 appeals.*.jsonl。`,
  unexpected: (message: string): string => `出了意料之外的错：${message}`,
} as const;

/** What is wrong with a file of the seeds. */
export const seedTrouble = {
  unreadable: (file: string): string =>
    `资料文件读不了：${file}。请检查 --seeds 或 QIFU_SEEDS 指的文件夹是否完整。`,
  rulesUnreadable: (file: string): string =>
    `规则文件读不了：${file}。请检查 QIFU_RULES 指的文件在不在，内容是不是 {…} 形式的 JSON。`,
  wrong: (file: string, where: string): string =>
    `资料文件 ${file} 的「${where}」写得不对。请对照程序自带的同名文件改正。`,
} as const;

/** The summary of `qifu search`. */
export const searchSummary = (facts: {
  readonly passages: number;
  readonly queries: number;
  readonly buildMs: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly bytesPerPassage: number;
}): string =>
  [
    `段落 ${facts.passages}，问题 ${facts.queries}`,
    `建索引 ${facts.buildMs.toFixed(0)} ms，每段 ${facts.bytesPerPassage.toFixed(0)} 字节`,
    `检索 p50 ${facts.p50.toFixed(2)} ms，p95 ${facts.p95.toFixed(2)} ms，p99 ${facts.p99.toFixed(2)} ms，每秒 ${facts.perSecond.toFixed(0)} 次`,
  ].join('\n');
