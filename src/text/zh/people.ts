/** Sentences about who is who: roles, bindings, codes, absence, members. */
import type { Note, Option } from '../../domain/people/notes.ts';
import { helpText } from './people-help.ts';
import { bindingsText, listedLine, membersText, whoText } from './people-lists.ts';
import { peopleRefusals } from './people-refusals.ts';
import {
  bindingWord,
  channelWord,
  grantWord,
  joinedNames,
  lastDay,
  type NameOf,
  shownName,
} from './people-words.ts';

/** What notes need to be put into words. */
export interface PeopleWords {
  readonly nameOf: NameOf;
  readonly botName: string;
}

type Texts = {
  readonly [Kind in Note['kind']]: (note: Extract<Note, { kind: Kind }>, words: PeopleWords) => string;
};

const WHICH: Readonly<Record<Extract<Note, { kind: 'which' }>['what'], (word: string) => string>> = {
  station: (word) => `没有「${word}」，您是说：`,
  unit: (word) => `没有「${word}」，您是说：`,
  person: (word) => `叫「${shownName(word)}」的不止一位，您是说：`,
  enterprise: () => '您是说哪一家：',
};

const TEXTS: Texts = {
  refused: ({ why }) => peopleRefusals[why],
  who: (note, { nameOf }) => whoText(note, nameOf),
  help: (note, { botName }) => helpText(note, botName),
  'place-bound': ({ binding, number, name }, { nameOf }) =>
    `好了，本群现在是${bindingWord(binding, nameOf)}${name === '' ? '' : `，企业是${name}`}（编号 ${number}）。`,
  'bound-otherwise': ({ binding, number }, { nameOf }) =>
    `本群是${bindingWord(binding, nameOf)}${binding.kind === 'enterprise-group' ? '，企业能看到' : ''}。先「解绑 ${number}」再绑。`,
  granted: ({ grant, number, toGroup }, { nameOf }) =>
    toGroup && grant.role === 'handler'
      ? `好了，本群现在是${nameOf(grant.unit)}的承办群（编号 ${number}）。`
      : `您现在是${grantWord(grant, nameOf)}（编号 ${number}）。发「帮助」看能做什么。`,
  'granted-to': ({ grant, names, numbers }, { nameOf }) =>
    `好了，${joinedNames(names)}现在是${grantWord(grant, nameOf)}（编号 ${numbers.join('、')}）。`,
  bindings: (note, { nameOf }) => bindingsText(note, nameOf),
  'sent-privately': () => '已私信发给您。',
  unbound: ({ what, isOwn }, { nameOf }) =>
    [
      `已解绑：${listedLine(what, nameOf)}`,
      ...(what.kind === 'grant' && what.grant.role === 'specialist' ? [leftInHand(isOwn)] : []),
    ].join('\n'),
  'was-revoked': ({ grant }, { nameOf }) => `管理员已取消您的身份：${grantWord(grant, nameOf)}。`,
  invited: ({ grant, code }, { nameOf }) =>
    [
      `一次性码：${code}`,
      `10 分钟内有效，只能用一次。${grant.role === 'handler' ? '承办人私聊发给我，或发在承办群里' : '请本人私聊发给我'}，就成为${grantWord(grant, nameOf)}。`,
    ].join('\n'),
  'link-code': ({ code }) =>
    [
      `关联码：${code}`,
      '10 分钟内用您的另一个账号私聊发给我，两个账号就合成一个人。',
      '这个码等于您本人，不要给别人。',
    ].join('\n'),
  'code-taken': ({ grant, number, name, inGroup }, { nameOf }) =>
    `您发出的码已由${shownName(name)}使用${inGroup ? '（在群里）' : ''}：${grantWord(grant, nameOf)}（编号 ${number}）。不对就发「解绑 ${number}」。`,
  'code-wrong': ({ left }) =>
    left > 0
      ? `这个码不对，或者已经过期、用过了。还可以试 ${left} 次。`
      : '这个码不对，或者已经过期、用过了。请 10 分钟后再试。',
  'code-locked': () => '试错的次数太多了，请 10 分钟后再试。',
  'code-burned': () => '这个码只能私聊发给我。它已经给群里的人看到，我把它作废了，请重新要一个。',
  'code-shown': ({ grant, name }, { nameOf }) =>
    grant === null
      ? `${shownName(name)}把您的关联码发到了群里，已作废。请重新发「关联账号」。`
      : `${shownName(name)}把您给的码（${grantWord(grant, nameOf)}）发到了群里，已作废。请重新邀请，让本人私聊发给我。`,
  linked: ({ to }) => `好了，已和您的${channelWord(to)}账号合成一个人。弄错了就发「解除关联」。`,
  'was-linked': ({ from }) =>
    `您的账号已和一个${channelWord(from)}账号合成一个人。不是您本人就马上发「解除关联」。`,
  unlinked: () => '已解除关联，各账号分开算。',
  absent: ({ until, name }) =>
    name === null
      ? `好的，现在起请假到 ${lastDay(until)}。没有指定代理人，来的事会交给同岗的其他人。提前回来发「销假」。`
      : `好的，现在起请假到 ${lastDay(until)}，由${shownName(name)}代。提前回来发「销假」。`,
  'stands-in': ({ until, name }) => `${shownName(name)}请假到 ${lastDay(until)}，这段时间他的事由您代办。`,
  returned: () => '欢迎回来，新的事又交给您了。',
  'propose-absent': ({ until, name }) => `请假到 ${lastDay(until)}，由${shownName(name)}代，对吗？`,
  'propose-hand-over': ({ person }, { nameOf }) =>
    `把您手上的事全部移交给${personWord(person, nameOf)}，以后也归他。确定吗？`,
  'handed-over': ({ name }) => `已全部移交给${shownName(name)}。`,
  'took-over': ({ name, grants }, { nameOf }) =>
    `${shownName(name)}把手上的事全部移交给您了${grants.length === 0 ? '' : `，包括：${grants.map((grant) => grantWord(grant, nameOf)).join('、')}`}。`,
  'hand-over-told': ({ from, to }) => `${shownName(from)}把手上的事全部移交给了${shownName(to)}。`,
  'never-mind': () => '好的，什么都没有改。',
  which: ({ what, word }) => WHICH[what](word),
  asked: ({ enterprise, isFirst }) =>
    `已登记您要加入${enterprise}，${isFirst ? '等专员确认' : '等企业成员或专员确认'}，结果会告诉您。`,
  asks: ({ enterprise, name, number, isFirst }) =>
    `${shownName(name)}要加入${enterprise}${isFirst ? '（第一位成员）' : ''}。是企业的人就发「确认成员 ${number}」，不是就发「移除成员 ${number}」。`,
  confirmed: ({ enterprise, name }) => `好了，${shownName(name)}现在是${enterprise}的成员。`,
  joined: ({ enterprise }) => `您现在是${enterprise}的成员，可以看到、补充和评价企业的诉求。`,
  members: membersText,
  removed: ({ enterprise, name }) => `好了，${shownName(name)}不再是${enterprise}的成员。`,
  'was-removed': ({ enterprise }) => `您已不在${enterprise}的成员名单里。有疑问请找专员。`,
};

/** Appeals stay with whom they were given to; who lost the role can do nothing with them. */
const leftInHand = (isOwn: boolean): string =>
  isOwn
    ? '您手上如果还有在办的诉求，请管理员发「A0001 移交 给 李四」。'
    : '他手上可能还有在办的诉求，请逐件发「A0001 移交 给 李四」。';

const personWord = (
  { name, grants }: Extract<Note, { kind: 'propose-hand-over' }>['person'],
  nameOf: NameOf,
): string => {
  const duties = grants.slice(0, 2).map((grant) => grantWord(grant, nameOf));
  return `${shownName(name)}${duties.length === 0 ? '' : `（${duties.join('、')}）`}`;
};

/** A note as it is said: at most eight lines. */
export const peopleText = <Kind extends Note['kind']>(
  note: Extract<Note, { kind: Kind }>,
  words: PeopleWords,
): string => TEXTS[note.kind as Kind](note, words);

/** What stands behind the digit of an answer. */
export function optionLabel({ label }: Option, nameOf: NameOf): string {
  switch (label.kind) {
    case 'name':
      return label.name;
    case 'person':
      return personWord(label, nameOf);
    case 'yes':
      return '确定';
    case 'no':
      return '不用了';
  }
}

/** Topic of what people are asked here, for digits. */
export const PEOPLE_TOPIC = '身份';

/** What `qifu serve` prints where there is no administrator. */
export const firstCodeText = (code: string): string =>
  [
    `还没有管理员。请在微信或飞书里私聊机器人，发送一次性码：${code}`,
    '10 分钟内有效，第一个发来的人就是管理员。过期了重新启动会给新的。',
  ].join('\n');
