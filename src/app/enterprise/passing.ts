import { newsIn } from '../../domain/enterprise/news.ts';
import { collectInPassing } from '../../domain/enterprise/profile-reader.ts';
import { isForgotten } from '../../domain/enterprise/profile-record.ts';
import { type Profile, withFacts } from '../../domain/enterprise/types.ts';
import { contradictionText } from '../../text/zh/enterprise-talk.ts';
import type { Turn } from '../turn/types.ts';
import { orderTo } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

type Deliveries = NonNullable<Turn['deliveries']>;

/** What an ordinary message told of the speaker's enterprise. */
export interface Heard {
  /** With all that was told. */
  readonly profile: Profile;
  readonly orders: Deliveries;
  /** Asks about the first thing that contradicts what is known. */
  readonly question: string | null;
}

/** True where the words are an owner's own, and nobody of another enterprise listens. */
export const mayNote = ({ said, isAmongItsOwn, isStaff, record }: Scene): boolean =>
  isAmongItsOwn &&
  !isStaff &&
  said.picked === null &&
  said.message.forwarded === undefined &&
  !isForgotten(record);

/** Hears what a message tells in passing; what is new is kept without a word. */
export function hear(deps: EnterpriseDeps, scene: Scene): Heard {
  const { profile, said, on } = scene;
  const told = collectInPassing({ text: said.message.text, on }, deps.reader);
  const { fresh, against } = newsIn(profile, told);
  const isNews = Object.keys(fresh).length > 0;
  return {
    profile: withFacts(profile, told),
    orders: isNews ? [orderTo(scene, { event: { kind: 'told', how: 'passing' }, facts: fresh })] : [],
    question: contradictionText(profile, against),
  };
}

/** A turn with what was told in passing, and the one short question about it. */
export function withPassing(deps: EnterpriseDeps, scene: Scene, turn: Turn): Turn {
  if (!mayNote(scene)) return turn;
  const { orders, question } = hear(deps, scene);
  const { chat, isGroup, from } = scene.said.message;
  const asked = { to: chat, content: { text: question ?? '', ...(isGroup ? { mention: from.id } : {}) } };
  const added = [...orders, ...(question === null ? [] : [asked])];
  return added.length === 0 ? turn : { ...turn, deliveries: [...(turn.deliveries ?? []), ...added] };
}
