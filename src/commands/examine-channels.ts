import type { Instant } from '../domain/time.ts';
import type { Program } from '../main.ts';
import { CONVERSATION } from '../app/conversation.ts';
import { LAST_SENT } from '../app/last-sent.ts';
import type { Channel, Finding } from '../ports/channel.ts';
import { channelWords } from '../text/zh/doctor-channels.ts';
import { feishuFinding } from '../text/zh/feishu.ts';
import { wechatFinding } from '../text/zh/wechat.ts';
import { type Check, unwell, well } from './check.ts';
import { toSentence } from './sentence.ts';
import { wantedChannels } from './serve.ts';

type Platform = 'feishu' | 'wechat';

const WORDS: Readonly<Record<Platform, (code: string, facts: Finding['facts']) => string>> = {
  feishu: feishuFinding,
  wechat: wechatFinding,
};

/** When each channel brought a message last, and when it said one, as far as the records can be read. */
async function lastOf(program: Program): Promise<Record<'received' | 'sent', ReadonlyMap<string, Instant>>> {
  const last = new Map<string, Instant>();
  const sent = new Map<string, Instant>();
  try {
    const records = await program.recordsToRead();
    for (const channel of await records.ids(LAST_SENT)) {
      const noted = await records.read(LAST_SENT, channel);
      if (noted !== null) sent.set(channel, noted.at);
    }
    for (const chat of await records.ids(CONVERSATION)) {
      const at = (await records.read(CONVERSATION, chat))?.seen.at(-1)?.[1];
      const channel = chat.slice(0, chat.indexOf(':'));
      if (at !== undefined && at > (last.get(channel) ?? 0)) last.set(channel, at);
    }
  } catch {
    // Why the records cannot be read is told by the checks of the records.
  }
  return { received: last, sent };
}

const toCheck = (name: Platform, { severity, code, facts }: Finding): Check => {
  const says = WORDS[name](code, facts);
  return severity === 'error' ? unwell(name, says) : well(name, channelWords.remark(says));
};

/** What keeps each configured platform from working, one check a finding; nothing is started. */
export async function examineChannels(program: Program): Promise<readonly Check[]> {
  const wanted = wantedChannels(program.config).filter((name) => name !== 'console');
  if (wanted.length === 0) return [];
  const { openIdle } = await import('./platforms.ts');
  const { received, sent } = await lastOf(program);
  const activity = (name: Platform): string => {
    const last = { received: received.get(name) ?? null, sent: sent.get(name) ?? null };
    return channelWords.activity(last, program.system.clock.now());
  };
  const examine = async (name: Platform, channel: Channel): Promise<readonly Check[]> => {
    try {
      const checks = (await channel.diagnose()).map((finding) => toCheck(name, finding));
      if (checks.some(({ ok }) => !ok)) return [...checks, well(name, activity(name))];
      return [well(name, channelWords.well(activity(name))), ...checks];
    } catch (error) {
      return [unwell(name, toSentence(error))];
    } finally {
      await channel.stop();
    }
  };
  const checks = await Promise.all(wanted.map((name) => examine(name, openIdle(program, name))));
  return checks.flat();
}
