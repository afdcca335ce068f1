/** What is wrong with a setting; the closed set of `ConfigError`. */
export type ConfigRefusal =
  | 'bad-env-file'
  | 'bad-folder'
  | 'bad-days'
  | 'bad-name'
  | 'bad-region'
  | 'bad-log-level'
  | 'bad-moment'
  | 'bad-package'
  | 'bad-token'
  | 'missing-token'
  | 'bad-endpoint'
  | 'bad-switch'
  | 'bad-file-name'
  | 'bad-channels'
  | 'bad-url'
  | 'bad-host'
  | 'bad-port'
  | 'bad-secret'
  | 'bad-app-id'
  | 'bad-domain'
  | 'bad-receive'
  | 'missing-app-id'
  | 'missing-app-secret'
  | 'missing-encrypt-key'
  | 'missing-verification-token'
  | 'missing-puppet';

const REASONS: Readonly<Record<ConfigRefusal, string>> = {
  'bad-env-file': '读不出来。请检查这个文件的权限和内容，每行写成 名称=值。',
  'bad-folder': '应当是一个文件夹的路径，不能为空。',
  'bad-days': '应当是 1 到 36500 的整数（天）。',
  'bad-name': '应当是 1 到 20 个字，中间不能有空格和换行。',
  'bad-region': '应当是省或市的全称，比如 武汉市、湖南省。',
  'bad-log-level': '只能是 trace、debug、info、warn、error、silent 之一。',
  'bad-moment': '应当是一个时刻，比如 2026-11-21T09:00+08:00（不写时区就是北京时间）。',
  'bad-package': '应当是一个 npm 包的名字，比如 wechaty-puppet-service。',
  'bad-token': '应当是服务商给的令牌，只含字母、数字、下划线和短横。',
  'missing-token': '没有填。用 wechaty-puppet-service 时要有服务商给的令牌。',
  'bad-endpoint': '应当写成 主机:端口，比如 127.0.0.1:8788。',
  'bad-switch': '只能是 true 或 false。',
  'bad-file-name': '只能用字母、数字、下划线和短横，最多 40 个。',
  'bad-channels': '只能是 console、feishu、wechat，几个之间用逗号隔开。',
  'bad-url': '应当是一个网址，比如 https://qifu.example.com。',
  'bad-host': '应当是一个主机名或 IP 地址，比如 127.0.0.1。',
  'bad-port': '应当是 1 到 65535 之间的端口号。',
  'bad-secret': '里面有空格或别的不该有的字。请从飞书开发者后台重新复制。',
  'bad-app-id': '应当是 cli_ 开头、后接 16 位的应用编号，在飞书开发者后台「凭证与基础信息」里。',
  'bad-domain': '只能是 feishu、lark，或 https 开头的网址（本机可以用 http）。',
  'bad-receive': '只能是 websocket（长连接）或 webhook（推送到网址）。',
  'missing-app-id': '没有填。请从飞书开发者后台「凭证与基础信息」复制 App ID。',
  'missing-app-secret': '没有填。请从飞书开发者后台「凭证与基础信息」复制 App Secret。',
  'missing-encrypt-key':
    '没有填。不在本机的 HTTP_HOST 上接收推送必须有签名：请到飞书开发者后台「事件与回调」→「加密策略」生成 Encrypt Key。',
  'missing-verification-token':
    '没有填。请从飞书开发者后台「事件与回调」→「加密策略」复制 Verification Token。',
  'missing-puppet':
    '没有填。QIFU_CHANNELS 里有 wechat，请写上用哪个 puppet 包，比如 wechaty-puppet-service。',
};

/** One sentence a setting: its name, the value that was given (cut short), what it should be. */
export function settingTrouble(setting: string, code: ConfigRefusal, value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `设置 ${setting}${shown === '' ? '' : `（现在是「${shown}」）`}${REASONS[code]}`;
}
