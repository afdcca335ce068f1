import { isBlank } from '../../domain/enterprise/profile-record.ts';
import { enterpriseTalk, PROFILE_TOPIC } from '../../text/zh/enterprise-talk.ts';
import { orderTo, privateChat, type Saying, viewOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

/** 「删除我的资料」: asked once. */
export function askToErase({ profile, enterprise }: Scene): Saying {
  if (isBlank(profile)) return { text: enterpriseTalk.none };
  return {
    text: enterpriseTalk.eraseAsked(enterprise !== null),
    topic: PROFILE_TOPIC,
    choices: [
      { key: '1', label: enterpriseTalk.eraseSure, says: '确认删除我的资料' },
      { key: '2', label: enterpriseTalk.eraseNot, says: '不删我的资料' },
    ],
  };
}

/** The words are erased for good; that they were there stays in the chain. Said when it is done. */
export function eraseProfile(scene: Scene): Saying | { readonly silent: ReturnType<typeof orderTo> } {
  if (isBlank(scene.profile)) return { text: enterpriseTalk.none };
  const { isGroup, from } = scene.said.message;
  const chat = privateChat(scene);
  const mention = isGroup && scene.isAmongItsOwn ? { mention: from.id } : {};
  return {
    silent: orderTo(scene, {
      event: { kind: 'erased' },
      say: { chat, text: enterpriseTalk.erased, ...mention },
    }),
  };
}

/** 「导出我的资料」; that it was is an event. */
export function exportProfile(deps: EnterpriseDeps, scene: Scene): Saying {
  const { profile, record, on } = scene;
  if (isBlank(profile)) return { text: enterpriseTalk.none };
  const times = record.chain.filter(({ fact }) => fact.kind === 'told').length;
  return {
    text: enterpriseTalk.exported(viewOf(deps, profile), { on, times }),
    orders: [orderTo(scene, { event: { kind: 'exported' } })],
  };
}
