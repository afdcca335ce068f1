/** What `qifu doctor` looks at. */
export type CheckName =
  | 'version'
  | 'node'
  | 'segmenter'
  | 'seeds'
  | 'documents'
  | 'data'
  | 'disk'
  | 'cache'
  | 'records'
  | 'damaged'
  | 'history'
  | 'deliveries'
  | 'backup'
  | 'feishu'
  | 'wechat';

const NAMES: Readonly<Record<CheckName, string>> = {
  version: '企服版本',
  node: 'Node 版本',
  segmenter: '中文分词',
  seeds: '随附资料',
  documents: '政策文件',
  data: '数据文件夹',
  disk: '剩余磁盘',
  cache: '解析缓存',
  records: '记录',
  damaged: '损坏的记录',
  history: '办理留痕',
  deliveries: '待发消息',
  backup: '备份',
  feishu: '飞书',
  wechat: '微信',
};

export const checkLine = (check: {
  readonly name: CheckName;
  readonly ok: boolean;
  readonly says: string;
}): string => `${check.ok ? '✓' : '✗'} ${NAMES[check.name]}：${check.says}`;

const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Findings of `qifu doctor`; what is missing comes with how to get it. */
export const doctorWords = {
  nodeTooOld: (found: string, wanted: string): string =>
    `${found}，需要 ${wanted}。请安装 Node 20 的最新版（nodejs.org）。`,
  segmenter: (ms: number): string => `可用，载入用时 ${(ms / 1000).toFixed(1)} 秒`,
  seeds: (folder: string): string => `齐全（${folder}）`,
  documents: (facts: { readonly documents: number; readonly clauses: number; readonly ms: number }): string =>
    `${facts.documents} 份，条款 ${facts.clauses} 条，打开用时 ${(facts.ms / 1000).toFixed(1)} 秒`,
  noDocuments: (folder: string): string => `一份也没有。请把政策文件放进 ${folder}。`,
  writable: (folder: string): string => `可写（${folder}）`,
  notWritable: (folder: string): string =>
    `写不进去：${folder}。请把这个文件夹交给运行机器人的用户（chown），或改 QIFU_DATA。`,
  disk: (bytes: number): string => size(bytes),
  diskLow: (bytes: number): string => `只剩 ${size(bytes)}。请腾出空间，至少留 200 MB。`,
  diskUnknown: '看不到',
  cache: (facts: { readonly files: number; readonly bytes: number }): string =>
    facts.files === 0 ? '还没有，第一次启动时生成' : `${facts.files} 个文件，${size(facts.bytes)}`,
  allWell: '一切正常。',
  notWell: (count: number): string => `有 ${count} 项要处理，见上面打 ✗ 的行。`,
} as const;
