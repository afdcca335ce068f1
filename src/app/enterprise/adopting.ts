import { isBlank, type ProfileRecord, readProfile } from '../../domain/enterprise/profile-record.ts';
import type { Facts, Profile } from '../../domain/enterprise/types.ts';
import { enterpriseTalk, PROFILE_TOPIC } from '../../text/zh/enterprise-talk.ts';
import { toProfile } from './carry-out.ts';
import { orderTo, type Saying } from './saying.ts';
import type { Scene } from './types.ts';

/** What a member told before there was an enterprise to tell it of; null where there is nothing, or it is to stay. */
function left({ own }: Scene): { readonly id: string; readonly profile: Profile } | null {
  if (own === null || isApart(own.record)) return null;
  const profile = readProfile(own.record);
  return isBlank(profile) ? null : { id: own.id, profile };
}

const isApart = ({ chain }: ProfileRecord): boolean => chain.at(-1)?.fact.kind === 'kept-apart';

/** Asks whether a person's own profile is to become the enterprise's; null where nothing is to be asked. */
export function offerToAdopt(scene: Scene): Pick<Saying, 'text' | 'topic' | 'choices'> | null {
  const { enterprise } = scene;
  if (enterprise === null || left(scene) === null) return null;
  return {
    text: enterpriseTalk.adoptAsked(enterprise.name),
    topic: PROFILE_TOPIC,
    choices: [
      { key: '1', label: enterpriseTalk.adopt, says: '并入企业资料' },
      { key: '2', label: enterpriseTalk.apart, says: '不并入' },
    ],
  };
}

/** The same in one line, for who asks what an enterprise can get of which nothing is known; null where nothing is to be asked. */
export const adoptHint = (scene: Scene): string | null =>
  isBlank(scene.profile) && left(scene) !== null ? enterpriseTalk.adoptHint : null;

/** What the enterprise's members have told already stays. */
function lacking(known: Profile, told: Profile): Facts {
  const pairs = Object.entries(told).filter(
    ([field, value]) => value !== null && known[field as keyof Profile] === null,
  );
  return Object.fromEntries(pairs);
}

/** 「并入企业资料」: the enterprise's record takes it over, the person's forgets it. */
export function adopt(scene: Scene): Saying {
  const { enterprise, profile, said } = scene;
  const mine = left(scene);
  if (enterprise === null || mine === null) return { text: enterpriseTalk.nothingToAdopt };
  const facts = lacking(profile, mine.profile);
  const stamp = { at: said.now, by: said.message.from.id };
  return {
    text: enterpriseTalk.adopted(enterprise.name),
    orders: [
      orderTo(scene, { event: { kind: 'told', how: 'adopted' }, facts }),
      toProfile(mine.id, { ...stamp, event: { kind: 'handed-over' } }),
    ],
  };
}

/** 「不并入」: not asked again. */
export function keepApart(scene: Scene): Saying {
  const mine = left(scene);
  if (mine === null) return { text: enterpriseTalk.nothingToAdopt };
  const order = {
    at: scene.said.now,
    by: scene.said.message.from.id,
    event: { kind: 'kept-apart' },
  } as const;
  return { text: enterpriseTalk.keptApart, orders: [toProfile(mine.id, order)] };
}
