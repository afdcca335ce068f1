import type { Note } from '../../domain/people/notes.ts';
import type { Listed } from '../../domain/people/listed.ts';
import {
  bindingWord,
  channelWord,
  grantWord,
  joinedNames,
  lastDay,
  type NameOf,
  shownName,
} from './people-words.ts';

type NoteOf<Kind extends Note['kind']> = Extract<Note, { kind: Kind }>;

/** With a heading and a word about the rest these make eight lines. */
const PAGE = 6;
const ID_TAIL = 6;

const tail = (id: string): string => (id.length > ID_TAIL ? `…${id.slice(-ID_TAIL)}` : id);

/** 「12 李四：洪山区的专员」 */
export function listedLine(item: Listed, nameOf: NameOf): string {
  if (item.kind === 'place')
    return `${item.number} ${channelWord(item.chat)}群 ${tail(item.chat)}：${bindingWord(item.binding, nameOf)}`;
  return `${item.number} ${shownName(item.name)}（${channelWord(item.account)}）：${grantWord(item.grant, nameOf)}`;
}

export function bindingsText({ all, page }: NoteOf<'bindings'>, nameOf: NameOf): string {
  if (all.length === 0)
    return '还没有任何绑定。私聊我发「邀请 专员 洪山区」，或在群里发「绑定 承办 市经信局」。';
  const pages = Math.ceil(all.length / PAGE);
  const at = Math.min(page, pages);
  const more = at < pages ? `看下一页发「绑定列表 ${at + 1}」；` : '';
  return [
    `绑定共 ${all.length} 项${pages > 1 ? `，第 ${at}／${pages} 页` : ''}`,
    ...all.slice((at - 1) * PAGE, at * PAGE).map((item) => listedLine(item, nameOf)),
    `${more}撤销发「解绑 编号」。`,
  ].join('\n');
}

const MOST_GRANTS = 3;

/** One's own id, roles and bindings; nobody else's id. */
export function whoText(note: NoteOf<'who'>, nameOf: NameOf): string {
  const { account, others, held, isConfigured, absence, enterprises, place } = note;
  const roles = held
    .slice(0, MOST_GRANTS)
    .map(({ number, grant }) => `· ${grantWord(grant, nameOf)}（编号 ${number}）`);
  const rest = held.length > MOST_GRANTS ? [`· 还有 ${held.length - MOST_GRANTS} 项`] : [];
  const configured = isConfigured ? '管理员（写在设置里）' : null;
  const heading = configured ?? (held.length > 0 ? '您的身份：' : '您是企业用户，可以问政策、提诉求。');
  return [
    `您的编号：${account}${others.length > 0 ? `（已关联${[...new Set(others.map(channelWord))].join('、')}）` : ''}`,
    heading,
    ...roles,
    ...rest,
    ...(absence === null
      ? []
      : [
          `请假到 ${lastDay(absence.until)}${absence.name === null ? '' : `，由${shownName(absence.name)}代`}`,
        ]),
    // The group comes behind what is the person's own: it is dropped first.
    ...(enterprises.length > 0 ? [`所属企业：${joinedNames(enterprises)}`] : []),
    ...(place === null ? [] : [`本群是${bindingWord(place, nameOf)}`]),
  ]
    .slice(0, 8)
    .join('\n');
}

export function membersText({ enterprise, members }: NoteOf<'members'>): string {
  const waiting = members.filter(({ isConfirmed }) => !isConfirmed);
  const confirmed = members.filter(({ isConfirmed }) => isConfirmed);
  // Who waits comes first: there is something to be done about them.
  const lines = [...waiting, ...confirmed].map(
    ({ number, name, isConfirmed }) => `${number} ${shownName(name)}${isConfirmed ? '' : '（待确认）'}`,
  );
  return [
    `${enterprise}：成员 ${confirmed.length} 人，待确认 ${waiting.length} 人`,
    ...lines.slice(0, PAGE),
    ...(lines.length > PAGE
      ? [`还有 ${lines.length - PAGE} 人`]
      : waiting.length > 0
        ? ['发「确认成员 编号」通过，「移除成员 编号」拒绝。']
        : []),
  ].join('\n');
}
