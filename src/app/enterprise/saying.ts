import type { ProfileOrder } from '../../domain/enterprise/profile-record.ts';
import { sizeOf } from '../../domain/enterprise/size.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import type { Choice, OutboundMessage } from '../../ports/message.ts';
import { enterpriseTalk } from '../../text/zh/enterprise-talk.ts';
import type { ProfileView } from '../../text/zh/enterprise.ts';
import type { Turn } from '../turn/types.ts';
import { toProfile } from './carry-out.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

type Deliveries = NonNullable<Turn['deliveries']>;

/** What is said of a profile, and what becomes of it. */
export interface Saying {
  readonly text: string;
  readonly topic?: string;
  readonly choices?: readonly Choice[];
  readonly files?: OutboundMessage['files'];
  /** Said instead in a group that is not the enterprise's own. */
  readonly inGroup?: string;
  readonly staysOpen?: true;
  /** It ends with a question. */
  readonly asks?: boolean;
  readonly orders?: Deliveries;
}

/** An order to the profile that is spoken of. */
export const orderTo = ({ id, said }: Scene, order: Omit<ProfileOrder, 'at' | 'by'>): Deliveries[number] =>
  toProfile(id, { ...order, at: said.now, by: said.message.from.id });

/** Where what is private is said: alone with whoever asked, or among the enterprise's own. */
export const privateChat = ({ said, isAmongItsOwn }: Scene): string =>
  isAmongItsOwn ? said.message.chat : said.message.from.id;

/** Says it where nobody else hears it; a group of others is told only that it was. */
export function say(scene: Scene, saying: Saying): Turn {
  const { message } = scene.said;
  const { topic, choices = [], files, inGroup = enterpriseTalk.privately, orders = [] } = saying;
  // In a group nobody is taken to answer who does not say so.
  const how = saying.asks && message.isGroup && scene.isAmongItsOwn ? `\n${enterpriseTalk.callMe}` : '';
  const text = `${saying.text}${how}`;
  const offer = { id: message.id, ...(topic ? { topic } : {}), for: message.from.id, choices };
  const content: OutboundMessage = {
    text,
    ...(choices.length > 0 ? { offer } : {}),
    ...(files ? { files } : {}),
  };
  const stays = saying.staysOpen ? { staysOpen: saying.staysOpen } : {};
  if (scene.isAmongItsOwn) return { reply: content, deliveries: orders, ...stays };
  const alone = { to: message.from.id, content };
  return { reply: { text: inGroup }, deliveries: [...orders, alone], ...stays };
}

/** The profile as it is shown. */
export const viewOf = ({ reader }: EnterpriseDeps, profile: Profile): ProfileView => ({
  profile,
  industry: profile.industry === null ? null : reader.industries.industry(profile.industry),
  sizing: sizeOf(profile),
});

/** The enterprise as benefits are held against it. */
export const subjectOf = ({ reader }: EnterpriseDeps, { on }: Scene, profile: Profile) => ({
  profile,
  on,
  home: reader.home,
  industries: reader.industries,
});
