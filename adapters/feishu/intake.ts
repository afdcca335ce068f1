import { ChannelError, type Receive } from '../../src/ports/channel.ts';
import type { InboundMessage } from '../../src/ports/message.ts';
import type { Log } from '../../src/ports/log.ts';
import { z } from 'zod';
import { buttonSchema, type Envelope } from './events.ts';
import {
  befriended,
  chosen,
  groupHappening,
  type HappeningDeps,
  peopleHappening,
  recalled,
} from './happenings.ts';
import { createInOrder } from './in-order.ts';
import { type InboundDeps, toMessage } from './inbound.ts';
import { outer } from './ids.ts';
import type { FeishuWords } from './words.ts';

type Deps = InboundDeps & HappeningDeps;

type Read = (envelope: Envelope, deps: Deps) => Promise<readonly InboundMessage[]>;

const CLICK = 'card.action.trigger';

const readMessage: Read = async (envelope, deps) => {
  const message = await toMessage(envelope, deps);
  return message === null ? [] : [message];
};

const readEdited: Read = async (envelope, deps) => {
  const message = await toMessage(envelope, deps);
  if (message === null) return [];
  return [{ ...message, id: outer(envelope.id), happening: { kind: 'edited', message: message.id } }];
};

const READERS: Readonly<Record<string, Read>> = {
  'im.message.receive_v1': readMessage,
  'im.message.updated_v1': readEdited,
  'im.message.recalled_v1': recalled,
  'im.chat.member.bot.added_v1': groupHappening('bot-joined'),
  'im.chat.member.bot.deleted_v1': groupHappening('bot-left'),
  'im.chat.member.user.added_v1': peopleHappening('person-joined'),
  'im.chat.member.user.deleted_v1': peopleHappening('person-left'),
  'im.chat.member.user.withdrawn_v1': peopleHappening('person-left'),
  'im.chat.disbanded_v1': groupHappening('chat-ended'),
  'im.chat.access_event.bot_p2p_chat_entered_v1': befriended,
  [CLICK]: chosen,
};

/** Types of event that are understood. */
export const EVENT_TYPES: readonly string[] = Object.keys(READERS);

export interface Intake {
  /** Resolves to what the platform is answered when the record is safe; throws where it is to push again. */
  readonly take: (envelope: Envelope) => Promise<object>;
  /** Takes nothing more; resolves when what was taken is handed over. */
  readonly end: () => Promise<void>;
}

export interface IntakeDeps extends Deps {
  readonly receive: Receive;
  readonly words: FeishuWords;
  readonly log: Log;
  readonly clickMs: number;
}

/** Where an event belongs: events of one chat are worked off in the order in which they came. */
const placeSchema = z.looseObject({
  chat_id: z.string().optional(),
  message: z.looseObject({ chat_id: z.string() }).optional().catch(undefined),
  context: z.looseObject({ open_chat_id: z.string() }).optional().catch(undefined),
});

function laneOf({ id, event }: Envelope): string {
  const place = placeSchema.safeParse(event).data;
  return place?.chat_id ?? place?.message?.chat_id ?? place?.context?.open_chat_id ?? id;
}

/** Hands over what comes in, in order for each chat. */
export function createIntake(deps: IntakeDeps): Intake {
  const inOrder = createInOrder();
  let ended = false;
  const read = async (envelope: Envelope): Promise<readonly InboundMessage[]> => {
    const reader = Object.hasOwn(READERS, envelope.type) ? READERS[envelope.type] : undefined;
    try {
      return (await reader?.(envelope, deps)) ?? [];
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      // It will look the same when it is pushed again.
      deps.log.warn('feishu-event-unreadable', { type: envelope.type, id: envelope.id });
      return [];
    }
  };
  /** What became of each message: why it was not taken, else null. */
  const handOver = (envelope: Envelope): Promise<readonly (string | null)[]> =>
    inOrder.run(laneOf(envelope), async () => {
      const refusals: (string | null)[] = [];
      for (const message of await read(envelope)) refusals.push((await deps.receive(message)) ?? null);
      return refusals;
    });
  return {
    take: async (envelope) => {
      if (ended) throw new ChannelError('closed');
      if (envelope.type !== CLICK) {
        await handOver(envelope);
        return {};
      }
      const [refusal] = await within(deps.clickMs, handOver(envelope));
      if (refusal === undefined) return {};
      if (refusal !== null) return { toast: { type: 'warning', content: refusal } };
      return { toast: { type: 'info', content: deps.words.clicked(labelOf(envelope)) } };
    },
    end: async () => {
      ended = true;
      await inOrder.settled();
    },
  };
}

const actionSchema = z.looseObject({ action: z.looseObject({ value: buttonSchema }) });

const labelOf = ({ event }: Envelope): string => actionSchema.safeParse(event).data?.action.value.label ?? '';

/** Whoever clicked is told that it failed rather than nothing; a click that is taken later is taken all the same. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too-late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
