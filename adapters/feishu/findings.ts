import { ChannelError, type Finding } from '../../src/ports/channel.ts';
import type { FeishuApi } from './api.ts';
import { FeishuError } from './feishu-error.ts';
import type { Receiving } from './options.ts';

/** A right that the app needs; any of `names` gives it. */
interface Right {
  readonly names: readonly [string, ...string[]];
  readonly severity: Finding['severity'];
}

/** Sent only with this right: what is said in a group without a mention of the bot. */
export const HEARS_ALL = 'im:message.group_msg';

const RIGHTS: readonly Right[] = [
  { names: ['im:message:send_as_bot', 'im:message', 'im:message:send'], severity: 'error' },
  { names: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg', 'im:message'], severity: 'error' },
  { names: ['im:message.group_at_msg:readonly', 'im:message.group_at_msg', HEARS_ALL], severity: 'error' },
  { names: ['im:message:readonly', 'im:message', 'im:message.history:readonly'], severity: 'error' },
  { names: ['im:resource', 'im:resource:upload'], severity: 'error' },
  { names: ['im:chat:readonly', 'im:chat', 'im:chat:read'], severity: 'warning' },
  { names: [HEARS_ALL], severity: 'warning' },
  {
    names: ['contact:user.base:readonly', 'contact:contact:readonly_as_app', 'contact:contact:access_as_app'],
    severity: 'info',
  },
];

interface Wanted {
  readonly name: string;
  readonly severity: Finding['severity'];
}

const EVENTS: readonly Wanted[] = [
  { name: 'im.message.receive_v1', severity: 'error' },
  { name: 'im.message.recalled_v1', severity: 'warning' },
  { name: 'im.message.updated_v1', severity: 'info' },
  { name: 'im.chat.member.bot.added_v1', severity: 'warning' },
  { name: 'im.chat.member.bot.deleted_v1', severity: 'warning' },
  { name: 'im.chat.disbanded_v1', severity: 'warning' },
  { name: 'im.chat.member.user.added_v1', severity: 'info' },
  { name: 'im.chat.member.user.deleted_v1', severity: 'info' },
  { name: 'im.chat.access_event.bot_p2p_chat_entered_v1', severity: 'info' },
];

const CALLBACK = 'card.action.trigger';

/** Codes for an app or a secret that the platform does not know. */
const BAD_CREDENTIALS: ReadonlySet<number | null> = new Set([10003, 10013, 10014, 99991543]);

const finding = (severity: Finding['severity'], code: string, facts: Finding['facts'] = {}): Finding => ({
  severity,
  code,
  facts,
});

/** What a request that came to nothing says about the whole. */
function troubleOf(error: unknown): Finding {
  if (!(error instanceof FeishuError)) return finding('error', 'unreachable', { reason: 'failed' });
  const { code, message } = error;
  if (BAD_CREDENTIALS.has(code)) return finding('error', 'credentials-refused', { code: code as number });
  if (code !== null) return finding('error', 'bot-missing', { code, reason: message });
  return finding('error', 'unreachable', { reason: message });
}

async function rightsMissing(api: FeishuApi): Promise<readonly Finding[]> {
  try {
    const granted = await api.scopes();
    return RIGHTS.filter(({ names }) => !names.some((name) => granted.has(name))).map(
      ({ names: [scope], severity }) =>
        finding(severity, scope === HEARS_ALL ? 'mentions-only' : 'scope-missing', { scope }),
    );
  } catch {
    return [finding('info', 'scopes-unknown')];
  }
}

async function subscriptionsMissing(
  api: FeishuApi,
  receiving: Receiving['kind'],
): Promise<readonly Finding[]> {
  try {
    const { events, callbacks, receives } = await api.app();
    const missing = EVENTS.filter(({ name }) => !events.includes(name)).map(({ name, severity }) =>
      finding(severity, 'event-missing', { event: name }),
    );
    const callback = callbacks.includes(CALLBACK)
      ? []
      : [finding('error', 'callback-missing', { callback: CALLBACK })];
    const mode =
      receives === null || receives === receiving
        ? []
        : [finding('error', 'receiving-elsewhere', { here: receiving, there: receives })];
    return [...missing, ...callback, ...mode];
  } catch {
    return [finding('info', 'subscriptions-unknown', { scope: 'application:application:self_manage' })];
  }
}

const pushFindings = (receiving: Receiving): readonly Finding[] =>
  receiving.kind === 'webhook' && receiving.secrets.encryptKey === null
    ? [finding('warning', 'no-encrypt-key')]
    : [];

/** Everything that keeps the app from working, or will, as the platform itself tells. */
export async function findTroubles(
  api: FeishuApi,
  { receiving }: { readonly receiving: Receiving },
): Promise<readonly Finding[]> {
  const pushes = pushFindings(receiving);
  try {
    const { active } = await api.bot();
    const [rights, subscriptions] = await Promise.all([
      rightsMissing(api),
      subscriptionsMissing(api, receiving.kind),
    ]);
    const bot = active ? [] : [finding('error', 'bot-inactive')];
    return [...bot, ...rights, ...subscriptions, ...pushes];
  } catch (error) {
    return [troubleOf(error), ...pushes];
  }
}

/** Nothing is started that everybody on the net could write to without a signature. */
export function assertSafe(receiving: Receiving): void {
  if (receiving.kind !== 'webhook') return;
  const { encryptKey, verificationToken } = receiving.secrets;
  if (encryptKey !== null) return;
  if (!receiving.routes.isLoopback || verificationToken === null) throw new ChannelError('forbidden');
}
