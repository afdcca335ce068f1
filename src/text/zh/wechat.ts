/** Sentences about and in WeChat. */

type BundledKind =
  | 'image'
  | 'voice'
  | 'video'
  | 'link'
  | 'location'
  | 'file'
  | 'card'
  | 'bundle'
  | 'mini-program'
  | 'other';

const BUNDLED: Readonly<Record<BundledKind, string>> = {
  image: '图片',
  voice: '语音',
  video: '视频',
  link: '链接',
  location: '位置',
  file: '文件',
  card: '名片',
  bundle: '聊天记录',
  'mini-program': '小程序',
  other: '其他消息',
};

/** What the WeChat channel says by itself, without asking any use case. */
export const wechatWords = {
  choices: (choices: readonly { readonly key: string; readonly label: string }[]): string =>
    ['回复数字：', ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n'),
  bundled: (kind: BundledKind, title: string): string =>
    title === '' ? `［${BUNDLED[kind]}］` : `［${BUNDLED[kind]}］${title}`,
} as const;

interface ScanFacts {
  readonly status: 'waiting' | 'scanned' | 'confirmed' | 'expired' | 'cancelled' | 'unknown';
  readonly code: string;
  /** The code as a terminal shows it. */
  readonly drawn: string;
}

/** A step of logging in, for whoever sits at the terminal; empty where there is nothing to say. */
export function scanText({ status, code, drawn }: ScanFacts): string {
  const lines: Readonly<Record<ScanFacts['status'], readonly string[]>> = {
    waiting: [
      '请用机器人的微信号扫码登录（微信 → 右上角 ＋ → 扫一扫）：',
      drawn,
      `扫不出来时，把这一行做成二维码再扫：${code}`,
    ],
    scanned: ['已扫码，请在手机上点「登录」。'],
    confirmed: ['手机已确认，正在登录……'],
    expired: ['二维码过期了，马上换一张新的。'],
    cancelled: ['手机上取消了登录。重新扫码即可。'],
    unknown: [],
  };
  return lines[status].join('\n');
}

/** To administrators in another channel. */
export const loginWords = {
  scan: '机器人的微信要登录。请用机器人那个微信号扫下面的码（不要用自己的号）。码一两分钟就过期，过期了发「登录码」给我换新的。',
  /** Where there is no picture. */
  scanLink: (code: string): string =>
    `机器人的微信要登录。请把下面这一行做成二维码，用机器人那个微信号扫（不要用自己的号）。过期了发「登录码」给我换新的。\n${code}`,
  online: '微信登录着呢，不用扫码。',
  nothingToLogIn: '这里没有接微信，用不着登录码。',
  noneYet: '还没有登录码，微信可能正在启动。过一会儿再发「登录码」。',
} as const;

const ALARMS = {
  'logged-out':
    '微信掉线了，群里的消息暂时收不到也发不出。发「登录码」给我，用机器人的微信号重新扫码；待发的消息存着，登录后按顺序补发。',
  silent: '微信一分钟没有动静，正在自动重启。若几分钟后还没恢复，请看看机器人所在的电脑和网络。',
  'start-failed': '微信没能启动，正在隔一会儿再试。请检查网络，以及 WECHATY_PUPPET_SERVICE_ 开头的设置。',
  'puppet-missing':
    '微信没能启动：WECHATY_PUPPET 指定的程序包没有安装。请用 npm install 装上它，再重启机器人。',
} as const;

/** What an administrator is told at once, in another channel. */
export const wechatAlarm = (alarm: keyof typeof ALARMS): string => ALARMS[alarm];

type Facts = Readonly<Record<string, string | number>>;

const lasting = ({ minutes }: Facts): string => (Number(minutes) > 0 ? `已有 ${String(minutes)} 分钟。` : '');

const FINDINGS: Readonly<Record<string, (facts: Facts) => string>> = {
  'logged-out': (facts) => `微信掉线${lasting(facts)}请重新扫码登录。`,
  silent: (facts) => `微信没有动静，正在自动重启。${lasting(facts)}`,
  'start-failed': (facts) => `微信没能启动，正在重试。${lasting(facts)}请检查网络和 WECHATY_ 开头的设置。`,
  'puppet-missing': ({ puppet }) =>
    `没有安装 ${String(puppet)}。请运行 npm install ${String(puppet)}，或改 WECHATY_PUPPET。`,
  offline: () => '微信已启动，还没有登录。等它显示二维码，或看看手机上是否要确认。',
  'scan-needed': () => '微信还没登录，请扫终端里的二维码。',
  errors: ({ count }) => `最近一小时微信出过 ${String(count)} 次小错，详情见日志。`,
  'ids-change': ({ puppet }) =>
    `${String(puppet)} 走网页协议：每次重新登录，群和人的编号都会变，要各自重新绑定。长期使用请换别的 puppet。`,
};

/** What `qifu doctor` says of WeChat. */
export const wechatFinding = (code: string, facts: Facts): string => FINDINGS[code]?.(facts) ?? code;
