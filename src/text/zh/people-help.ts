import type { Note } from '../../domain/people/notes.ts';

type HelpNote = Extract<Note, { kind: 'help' }>;

interface HelpLine {
  readonly isFor: (note: HelpNote) => boolean;
  readonly line: string;
}

/** With the heading, and the last line, these make eight. */
const MOST_LINES = 6;

const has = (role: HelpNote['roles'][number]) => (note: HelpNote) => note.roles.includes(role);
const isOwner = ({ roles, isDesk }: HelpNote): boolean => roles.length === 0 && !isDesk;

/** By weight: what is furthest up stays where there is no room for all. */
const LINES: readonly HelpLine[] = [
  {
    isFor: isOwner,
    line: '· 直接说问题或困难，比如「小巨人奖励多少钱」；要找人发「转人工」',
  },
  { isFor: isOwner, line: '· 我的诉求；A0001 催办 / 撤销 / 满意' },
  { isFor: isOwner, line: '· 我能享受什么政策；我的企业' },
  { isFor: isOwner, line: '· 截止：近期申报；订阅 / 退订 提醒；已申报 D12；日历' },
  { isFor: has('specialist'), line: '· 待办、今日；A0001 派 单位 / 追问 … / 不予受理' },
  { isFor: has('specialist'), line: '· 截止 2027-03-31 事项：登记并提醒；待确认；新政策；订阅' },
  {
    isFor: (note) => note.isDesk || has('handler')(note),
    line: '· A0001 签收 / 退单 原因 / 答复：…；待办',
  },
  {
    isFor: (note) => has('supervisor')(note) && !has('specialist')(note),
    line: '· 待办、今日；A0001：看办到哪了；A0001 移交 给 李四',
  },
  {
    isFor: (note) => has('administrator')(note) && note.isGroup,
    line: '· 绑定 企业群 洪山区 企业名 ／ 绑定 承办 市经信局',
  },
  {
    isFor: (note) => has('administrator')(note) && note.isGroup,
    line: '· 绑定 专员 @某人 洪山区—关山街道 ／ 绑定 督办 @某人 洪山区',
  },
  {
    isFor: (note) => has('administrator')(note) && !note.isGroup,
    line: '· 邀请 专员 洪山区 ／ 邀请 承办 市经信局 ／ 邀请 督办 洪山区 ／ 邀请 管理员',
  },
  { isFor: has('administrator'), line: '· 绑定列表，解绑 编号' },
  {
    isFor: (note) => has('administrator')(note) && !note.isGroup,
    line: '· 政策库：撤下、替换、更正；发文件给我：加入政策库',
  },
  {
    isFor: (note) => has('administrator')(note) && !note.isGroup,
    line: '· 微信：好友申请，通过 1 ／ 拒绝 1；登录码',
  },
  {
    isFor: (note) => note.isGroup && (has('administrator')(note) || has('specialist')(note)),
    line: '· 小企 安静 ／ 说话；有问必答 开 ／ 关（管理员）',
  },
  {
    isFor: (note) => note.isDesk || note.roles.some((role) => role !== 'administrator'),
    line: '· 请假 到周五 由 李四 代，销假；移交 全部 给 李四',
  },
  { isFor: has('specialist'), line: '· 确认成员 编号，移除成员 编号，成员 企业名' },
  {
    isFor: ({ isMember }) => isMember,
    line: '· 成员：看本企业的人；确认成员 编号：让同事加入',
  },
  { isFor: (note) => isOwner(note) && !note.isMember, line: '· 加入企业 企业名：登记为企业的人，专员确认' },
  { isFor: ({ isGroup }) => !isGroup, line: '· 关联账号：把微信和飞书合成一个人' },
];

/** Whoever is to be bound says his id to somebody: it is always told how. */
const LAST_LINE = '· 我是谁：看自己的身份和编号';

/** What can be done here by this person, in at most eight lines. */
export const helpText = (note: HelpNote, botName: string): string =>
  [
    `我是${botName}，${note.isGroup ? '在群里请 @ 我。' : ''}您可以：`,
    ...LINES.filter(({ isFor }) => isFor(note))
      .map(({ line }) => line)
      .slice(0, MOST_LINES),
    LAST_LINE,
  ].join('\n');
