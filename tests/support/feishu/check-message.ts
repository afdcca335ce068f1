import { checkCard } from './check-card.ts';
import { invalid, notValid, Refusal } from './refusal.ts';
import type { FeishuWorld } from './world.ts';

const MAX_TEXT_BYTES = 150 * 1024;
const MAX_CARD_BYTES = 30 * 1024;
const LONGEST_UUID = 50;

export interface MessageBody {
  readonly receive_id?: string;
  readonly msg_type: string;
  readonly content: string;
  readonly uuid?: string;
}

function parseContent(content: unknown): Readonly<Record<string, unknown>> {
  if (typeof content !== 'string') throw invalid('content is not a string');
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw invalid('content is not a string in JSON format');
}

type Check = (content: Readonly<Record<string, unknown>>, world: FeishuWorld) => void;

const TYPES: Readonly<Record<string, Check>> = {
  text: ({ text }) => {
    if (typeof text !== 'string' || text.trim() === '') throw invalid('text is empty');
  },
  interactive: (content) => checkCard(content),
  file: ({ file_key: key }, { files }) => {
    if (!files.has(String(key)))
      throw new Refusal(230055, 'The type of file upload does not match the type of message being sent.');
  },
  image: ({ image_key: key }, { files }) => {
    if (!files.has(String(key))) throw invalid('image_key');
  },
};

function checkWords(content: string, { guardsPhones, sensitiveWords }: FeishuWorld): void {
  if (guardsPhones && /1[3-9]\d{9}/.test(content)) {
    throw new Refusal(230028, 'The messages do NOT pass the audit. PII data.');
  }
  if ([...sensitiveWords].some((word) => content.includes(word))) {
    throw new Refusal(230022, 'The content of the message contains sensitive information.');
  }
}

/** A message's body as the platform takes it. Throws its refusals. */
export function checkMessage(body: unknown, bytes: number, world: FeishuWorld): MessageBody {
  if (typeof body !== 'object' || body === null) throw notValid('body');
  const { msg_type: type, content, uuid } = body as Partial<Record<string, unknown>>;
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type)) throw notValid('msg_type');
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > LONGEST_UUID))
    throw notValid('uuid: the max length is 50');
  const parsed = parseContent(content);
  if (bytes > (type === 'text' ? MAX_TEXT_BYTES : MAX_CARD_BYTES)) {
    throw new Refusal(230025, 'The length of the message content reaches its limit.');
  }
  (TYPES[type] as Check)(parsed, world);
  checkWords(String(content), world);
  return body as MessageBody;
}
