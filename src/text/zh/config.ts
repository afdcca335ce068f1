/** What is wrong with a setting; the closed set of `ConfigError`. */
export type ConfigRefusal =
  | 'bad-env-file'
  | 'bad-folder'
  | 'bad-name'
  | 'bad-region'
  | 'bad-log-level'
  | 'bad-moment';

const REASONS: Readonly<Record<ConfigRefusal, string>> = {
  'bad-env-file': '读不出来。请检查这个文件的权限和内容，每行写成 名称=值。',
  'bad-folder': '应当是一个文件夹的路径，不能为空。',
  'bad-name': '应当是 1 到 20 个字，中间不能有空格和换行。',
  'bad-region': '应当是省或市的全称，比如 武汉市、湖南省。',
  'bad-log-level': '只能是 trace、debug、info、warn、error、silent 之一。',
  'bad-moment': '应当是一个时刻，比如 2026-11-21T09:00+08:00（不写时区就是北京时间）。',
};

/** One sentence a setting: its name, the value that was given (cut short), what it should be. */
export function settingTrouble(setting: string, code: ConfigRefusal, value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `设置 ${setting}${shown === '' ? '' : `（现在是「${shown}」）`}${REASONS[code]}`;
}
