import { z } from 'zod';
import type { Instant } from '../../src/domain/time.ts';

/** A push of the platform, whichever way it came. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly event: unknown;
}

/** Milliseconds; card actions tell microseconds. */
export function instantOf(raw: string | undefined): Instant | null {
  const value = Number(raw ?? Number.NaN);
  if (!Number.isFinite(value) || value <= 0) return null;
  return Math.floor(value > 1e14 ? value / 1000 : value) as Instant;
}

export const headerSchema = z.object({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  create_time: z.string().optional(),
  token: z.string().optional(),
});

const idsSchema = z.object({ open_id: z.string().min(1) });

export const messageEventSchema = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: z.string().default('') }).nullish(),
    sender_type: z.string(),
  }),
  message: z.object({
    message_id: z.string().min(1),
    parent_id: z.string().optional(),
    create_time: z.string().optional(),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          id: z.object({ open_id: z.string().nullish() }).nullish(),
          name: z.string().default(''),
          mentioned_type: z.string().optional(),
        }),
      )
      .nullish(),
  }),
});

export type MessageEvent = z.infer<typeof messageEventSchema>;

export const recalledSchema = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) });

/** Somebody did something to a chat. */
export const chatSchema = z.object({
  chat_id: z.string().min(1),
  operator_id: idsSchema.nullish(),
  /** Absent where the two have never written to each other. */
  last_message_id: z.string().optional(),
  users: z.array(z.object({ name: z.string().default(''), user_id: idsSchema.nullish() })).nullish(),
});

export const clickSchema = z.object({
  operator: idsSchema,
  action: z.object({ value: z.unknown().optional() }),
  context: z.object({ open_message_id: z.string().optional(), open_chat_id: z.string().min(1) }),
});

/** What our buttons carry; `private` is the person that the card was sent to alone. */
export const buttonSchema = z.object({
  offer: z.string(),
  key: z.string(),
  label: z.string().default(''),
  private: z.string().optional(),
});

export type Button = z.infer<typeof buttonSchema>;
