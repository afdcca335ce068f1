import { z } from 'zod';

/** A message as the platform shows it when asked; one of a bundle names the bundle as `upper_message_id`. */
const itemSchema = z.object({
  message_id: z.string(),
  upper_message_id: z.string().optional(),
  msg_type: z.string().default('text'),
  create_time: z.string().optional(),
  deleted: z.boolean().default(false),
  chat_id: z.string().optional(),
  sender: z
    .object({
      id: z.string().default(''),
      id_type: z.string().default(''),
      sender_type: z.string().default(''),
    })
    .default({ id: '', id_type: '', sender_type: '' }),
  body: z.object({ content: z.string().default('') }).default({ content: '' }),
  mentions: z
    .array(z.object({ key: z.string(), id: z.string().default(''), name: z.string().default('') }))
    .default([]),
});

export type Item = z.infer<typeof itemSchema>;

export const itemsSchema = z.object({ data: z.object({ items: z.array(itemSchema).default([]) }) });
