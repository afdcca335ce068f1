import type { SegmenterError, SegmenterRefusal, SystemPackage } from '../../ports/segmenter.ts';

const PACKAGES: Readonly<Record<SystemPackage, string>> = {
  'build-essential': 'build-essential(C++ 编译器）',
  python3: 'python3',
  'node-headers': 'Node 的头文件（随 nodejs 官方包安装，Debian 自带的 Node 用 libnode-dev）',
};

const APT_NAMES: Readonly<Record<SystemPackage, string>> = {
  'build-essential': 'build-essential',
  python3: 'python3',
  'node-headers': 'libnode-dev',
};

/** The reason, and the command that puts it right once nothing is missing any more; null where no command does. */
const REASONS: Readonly<Record<SegmenterRefusal, readonly [reason: string, command: string | null]>> = {
  'not-installed': ['中文分词程序 nodejieba 没有装上：安装时没能编译成功。', 'npm ci'],
  'not-built': ['中文分词程序 nodejieba 装上了，但没有编译成功。', 'npm rebuild nodejieba'],
  'wrong-build': [
    '中文分词程序 nodejieba 是为另一个版本的 Node 或另一台机器编译的。',
    'npm rebuild nodejieba',
  ],
  'bad-lexicon': ['分词词典 lexicon.txt 读不出来。请检查资料文件夹里的这个文件是否存在、是否可读。', null],
  'in-worker': ['分词程序只能在主线程里使用。这是程序错误，请反馈给维护者。', null],
};

/** Why words cannot be cut, and which package of the system has to be installed. */
export function segmenterTrouble(error: Pick<SegmenterError, 'code' | 'missing'>): string {
  const [reason, command] = REASONS[error.code];
  if (command === null) return reason;
  if (error.missing.length === 0) {
    return `${reason}请在程序文件夹里运行 ${command}（编译时连不上 nodejs.org 的，办法见 README）。`;
  }
  const names = error.missing.map((name) => PACKAGES[name]).join('、');
  const apt = error.missing.map((name) => APT_NAMES[name]).join(' ');
  return `${reason}系统里缺：${names}。请先运行 sudo apt-get install -y ${apt}，再运行 ${command}。`;
}
