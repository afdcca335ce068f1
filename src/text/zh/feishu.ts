/** Sentences of the Feishu channel. */

const WORDLESS = {
  image: '图片',
  file: '文件',
  voice: '语音',
  video: '视频',
  sticker: '表情',
  location: '位置',
  card: '卡片',
  forward: '合并转发',
  other: '消息',
} as const;

/** What the channel adds to what it is told to say. */
export const feishuWords = {
  everybody: '所有人',
  wordless: (what: keyof typeof WORDLESS, name: string): string =>
    name === '' ? `[${WORDLESS[what]}]` : `[${WORDLESS[what]}] ${name}`,
  mentionMe: '回复时请@我，不然我收不到。',
  button: (key: string, label: string): string => (key === label ? label : `${key} ${label}`),
  clicked: (label: string): string => (label === '' ? '收到' : `收到：${label}`),
} as const;

/** Facts that a finding comes with. */
type Facts = Readonly<Record<string, string | number>>;

const CONSOLE = '飞书开发者后台（open.feishu.cn/app）→ 您的应用';

const FINDINGS: Readonly<Record<string, (facts: Facts) => string>> = {
  'credentials-refused': ({ code }) =>
    `飞书不认 FEISHU_APP_ID 或 FEISHU_APP_SECRET（错误码 ${code}）。请到${CONSOLE} →「凭证与基础信息」重新复制。`,
  unreachable: ({ reason }) => `连不上飞书（${reason}）。请检查这台机器的网络、代理和 FEISHU_DOMAIN。`,
  'connection-down': ({ minutes }) =>
    `与飞书的长连接断开 ${minutes} 分钟了，正在重连，这期间收不到消息。请检查网络；应用没发布、订阅方式不是「长连接」也会这样。`,
  'bot-missing': ({ code, reason }) =>
    `查不到机器人（${code} ${reason}）。请到${CONSOLE} →「添加应用能力」开启「机器人」，再到「版本管理与发布」发布。`,
  'bot-inactive': () =>
    `机器人还没有启用。请到${CONSOLE} →「版本管理与发布」发布版本，并请管理员在管理后台启用。`,
  'scope-missing': ({ scope }) => `缺权限 ${scope}。请到${CONSOLE} →「权限管理」开通，再发布版本。`,
  'scopes-unknown': () => '查不到已开通的权限，稍后再试。',
  'mentions-only': ({ scope }) =>
    `没有权限 ${scope}，群里只收得到 @机器人 的消息。要全部收到，请到${CONSOLE} →「权限管理」申请（敏感权限，由企业管理员批准）。`,
  'event-missing': ({ event }) =>
    `没有订阅事件 ${event}。请到${CONSOLE} →「事件与回调」→「事件配置」添加，再发布版本。`,
  'callback-missing': ({ callback }) =>
    `没有订阅回调 ${callback}，卡片按钮点了没反应。请到${CONSOLE} →「事件与回调」→「回调配置」添加，再发布版本。`,
  'receiving-elsewhere': ({ here, there }) =>
    `后台的订阅方式是 ${there}，这里用的是 ${here}。请到${CONSOLE} →「事件与回调」改订阅方式，或改 FEISHU_RECEIVE。`,
  'subscriptions-unknown': ({ scope }) =>
    `查不到事件订阅。想让 doctor 检查，请到${CONSOLE} →「权限管理」开通 ${scope}。`,
  'no-encrypt-key': () =>
    `没有设 Encrypt Key，推送没有签名，只核对 Verification Token。请到${CONSOLE} →「事件与回调」→「加密策略」生成，填到 FEISHU_ENCRYPT_KEY。`,
};

/** One sentence: what is wrong and on which page of the console it is set. */
export const feishuFinding = (code: string, facts: Facts): string =>
  FINDINGS[code]?.(facts) ?? `飞书：${code}`;
