import type { Instant } from '../../src/domain/time.ts';
import type { WebAnswer, WebRequest } from '../../src/ports/routes.ts';
import { z } from 'zod';
import { type Envelope, headerSchema, instantOf } from './events.ts';
import type { PushSecrets } from './options.ts';
import { isSame, isSignedWith, toText, unseal } from './seal.ts';

// Unacknowledged events come again after 15 s, 5 min, 1 h and 6 h, under the time of the first push.
const OLDEST_MS = 8 * 3_600_000;
const MOST_AHEAD_MS = 5 * 60_000;

export const MAX_PUSH_BYTES = 1_048_576;

const FORBIDDEN: WebAnswer = { status: 401 };
const UNREADABLE: WebAnswer = { status: 400 };

const sealedSchema = z.looseObject({ encrypt: z.string() });
const challengeSchema = z.looseObject({
  type: z.literal('url_verification'),
  challenge: z.string(),
  token: z.string().optional(),
});
const pushSchema = z.looseObject({ header: headerSchema, event: z.unknown().optional() });

type Push = z.infer<typeof pushSchema>;

export interface WebhookDeps {
  readonly secrets: PushSecrets;
  readonly now: () => Instant;
  readonly take: (envelope: Envelope) => Promise<object>;
}

const json = (body: object): WebAnswer => ({ status: 200, body: JSON.stringify(body) });

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A push, opened; `signed` where it bears a signature that holds, null where it bears none. */
interface Opened {
  readonly content: unknown;
  readonly signed: boolean | null;
}

function open({ headers, body }: WebRequest, encryptKey: string | null): Opened | WebAnswer {
  const outer = parseJson(toText(body));
  if (typeof outer !== 'object' || outer === null) return UNREADABLE;
  const sealed = sealedSchema.safeParse(outer).data;
  if (encryptKey === null) return sealed ? FORBIDDEN : { content: outer, signed: null };
  // A key is set: what is not sealed comes from somebody else.
  if (!sealed) return FORBIDDEN;
  const signature = headers['x-lark-signature'];
  const timestamp = headers['x-lark-request-timestamp'] ?? '';
  const nonce = headers['x-lark-request-nonce'] ?? '';
  const signed =
    signature === undefined ? null : isSignedWith(encryptKey, { timestamp, nonce, signature, body });
  if (signed === false) return FORBIDDEN;
  const text = unseal(sealed.encrypt, encryptKey);
  const content = parseJson(text);
  return content === undefined ? FORBIDDEN : { content, signed };
}

/** When it was pushed: signed along with it, or in it where nothing is signed. */
function pushedAt({ headers }: WebRequest, push: Push, signed: boolean): number {
  if (!signed) return instantOf(push.header.create_time) ?? Number.NaN;
  const seconds = headers['x-lark-request-timestamp'] ?? '';
  return /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN;
}

/** Answers the platform's pushes; every refusal looks the same from outside. */
export function createWebhook({
  secrets,
  now,
  take,
}: WebhookDeps): (request: WebRequest) => Promise<WebAnswer> {
  const { encryptKey, verificationToken } = secrets;
  const knowsToken = (token: string | undefined): boolean =>
    verificationToken === null || isSame(token ?? '', verificationToken);

  return async (request) => {
    const opened = open(request, encryptKey);
    if ('status' in opened) return opened;
    const challenge = challengeSchema.safeParse(opened.content).data;
    if (challenge) {
      // Sent without a signature while the address is being entered in the console.
      return knowsToken(challenge.token) ? json({ challenge: challenge.challenge }) : FORBIDDEN;
    }
    const push = pushSchema.safeParse(opened.content).data;
    if (encryptKey !== null && opened.signed !== true) return FORBIDDEN;
    if (!push) return UNREADABLE;
    if (!knowsToken(push.header.token)) return FORBIDDEN;
    const ageMs = now() - pushedAt(request, push, opened.signed === true);
    if (!(ageMs <= OLDEST_MS && ageMs >= -MOST_AHEAD_MS)) return FORBIDDEN;
    const { event_id: id, event_type: type, create_time: at } = push.header;
    return json(await take({ id, type, at: instantOf(at) ?? now(), event: push.event }));
  };
}
