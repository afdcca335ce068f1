import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { type FeishuPeople, peopleOf } from '../support/feishu/people.ts';
import type { Delivery, FeishuServer } from '../support/feishu/server.ts';
import type { StoredMessage } from '../support/feishu/world.ts';

const PRIVATE = 200;
const GROUPS = 50;
const MEMBERS = 4;

const SETS = ['questions.dev.jsonl', 'questions.more.jsonl'] as const;

interface Asked {
  readonly taken: number;
  readonly refused: number;
}

/** People alone with the bot and in groups, who ask what the evaluation asks. */
export interface Town {
  /** The n-th message: the chats take turns, and none asks the same twice. */
  readonly asks: (count: number) => Promise<Delivery | null>;
  /** The platform pushes the n-th message again, as it may after it was acknowledged. */
  readonly repeats: (count: number) => Promise<Delivery | null>;
  /** Messages by chat: those acknowledged, and those that the platform would have to push again. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** Somebody who is in no other chat asks first; resolves when it is taken. */
  readonly greets: () => Promise<void>;
}

interface EvaluationLine {
  readonly q: string;
  readonly kind: string;
  readonly answer: readonly string[];
}

/** Of these some sound like complaints, and an appeal takes in what is said next without a reply of its own. */
const LAMENTS: readonly string[] = ['colloquial', 'traditional'];

/** Those with an answer. */
const questions = (): readonly string[] =>
  SETS.flatMap((name) => readFileSync(join(import.meta.dirname, '../eval', name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EvaluationLine)
    .filter(({ kind, answer }) => answer.length > 0 && !LAMENTS.includes(kind))
    .map(({ q }) => q);

function settle(
  people: FeishuPeople,
): readonly { readonly chat: string | null; readonly people: readonly string[] }[] {
  const alone = Array.from({ length: PRIVATE }, (_, index) => ({
    chat: null,
    people: [people.person(`ou_${index}`, `王${index}`)],
  }));
  const groups = Array.from({ length: GROUPS }, (_, index) => {
    const members = Array.from({ length: MEMBERS }, (_, at) =>
      people.person(`ou_${index}_${at}`, `李${index}${at}`),
    );
    return { chat: people.group(`oc_${index}`, ...members).id, people: members };
  });
  return [...alone, ...groups];
}

/** Nobody has said anything yet. */
export function aTownOf(server: FeishuServer): Town {
  const people = peopleOf(server);
  const chats = settle(people);
  const texts = questions();
  const asked = new Map<string, Asked>();
  const pushed = new Map<number, StoredMessage>();
  const askerOf = (count: number) => {
    const place = chats[count % chats.length] as (typeof chats)[number];
    const round = Math.floor(count / chats.length);
    return { place, round, person: place.people[round % place.people.length] as string };
  };
  people.person('ou_first', '张三');
  return {
    asked,
    repeats: async (count) => {
      const { place, person } = askerOf(count);
      const again = pushed.get(count);
      return again ? people.says(person, place.chat, { again }) : null;
    },
    asks: async (count) => {
      const { place, round, person } = askerOf(count);
      const text = texts[(count * 7 + round) % texts.length] as string;
      const said = place.chat === null ? { text } : { text: `@_user_1 ${text}`, mentions: [people.atBot] };
      const delivery = await people.says(person, place.chat, said);
      if (delivery) pushed.set(count, delivery.message);
      const chat = delivery?.message.chat ?? '';
      const { taken, refused } = asked.get(chat) ?? { taken: 0, refused: 0 };
      asked.set(chat, delivery?.taken ? { taken: taken + 1, refused } : { taken, refused: refused + 1 });
      return delivery;
    },
    greets: async () => void (await people.says('ou_first', null, { text: '小巨人奖多少' })),
  };
}
