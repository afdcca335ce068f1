import type { InboundMessage, OutboundMessage } from '../ports/message.ts';

/** Which message an answer goes beneath in a group, as part of the answer. */
export function answering({
  id,
  chat,
  isGroup,
  happening,
}: InboundMessage): Pick<OutboundMessage, 'replyTo'> {
  // A pressed button is no message, and whoever sees the card sees what is said of it.
  if (!isGroup || happening?.kind === 'chosen') return {};
  return { replyTo: { chat, message: happening?.kind === 'edited' ? happening.message : id } };
}
