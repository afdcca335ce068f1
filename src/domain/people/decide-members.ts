import { refuse } from '../result.ts';
import type { PeopleCommand } from './commands.ts';
import { isEnterpriseName } from './decide-bindings.ts';
import { ask, type Decided, decided, inPrivate, type Scene, stampOf, type World } from './decision.ts';
import { enterpriseId, type MemberEvent } from './enterprise.ts';
import type { RecordOrder } from './orders.ts';
import type { Enterprise, EnterpriseId, Member, Place } from './types.ts';
import { isAdministrator, isSpecialistFor, type Who } from './who.ts';

type Command<Kind extends PeopleCommand['kind']> = Extract<PeopleCommand, { kind: Kind }>;

/** More than this at once is no notice but noise. */
const MOST_TOLD = 5;

const groupOf = (place: Place | null) => (place?.binding?.kind === 'enterprise-group' ? place.binding : null);

const hasMembers = ({ members }: Enterprise): boolean =>
  members.some(({ confirmedBy }) => confirmedBy !== null);

const isMember = (who: Who, { id }: Enterprise): boolean => who.enterprises.some((one) => one.id === id);

/** A specialist of its district or of a group that is its own; an administrator stands in for one. */
function serves(who: Who, { id, district }: Enterprise, { roster }: World): boolean {
  if (isAdministrator(who) || isSpecialistFor(who, { district, chat: null })) return true;
  return roster.data.places.some(
    (place) => groupOf(place)?.enterprise === id && isSpecialistFor(who, { district, chat: place.chat }),
  );
}

const orderFor = (
  { id, name, district }: Pick<Enterprise, 'id' | 'name' | 'district'>,
  event: MemberEvent,
  scene: Scene,
): RecordOrder => ({
  record: 'enterprise',
  id,
  order: {
    event,
    enterprise: name,
    district,
    ...stampOf(scene),
    ...(event.kind === 'asked' ? { name: scene.name } : {}),
  },
});

/** 「加入企业 示例科技有限公司」; in the enterprise's own group without its name. */
export function join({ enterprise: words }: Command<'join'>, scene: Scene, world: World): Decided {
  const { roster } = world;
  const group = groupOf(scene.place);
  const ofGroup = group?.enterprise ? roster.enterprise(group.enterprise) : null;
  const name = words === '' ? (ofGroup?.name ?? '') : words;
  if (name === '') return refuse('name-needed');
  if (!isEnterpriseName(name)) return refuse('bad-name');
  const known = roster.enterpriseNamed(name);
  if (known !== null && isMember(scene.who, known)) return refuse('already-member');
  const asked = known?.members.some(({ account }) => scene.who.accounts.includes(account)) ?? false;
  if (asked) return refuse('already-asked');
  const enterprise: Enterprise = known ?? {
    id: enterpriseId(name, world.digest),
    name,
    district: group?.district ?? null,
    members: [],
  };
  return askFor(enterprise, scene, world);
}

function askFor(enterprise: Enterprise, scene: Scene, world: World): Decided {
  const { roster } = world;
  const group = groupOf(scene.place);
  const number = world.number();
  const isFirst = !hasMembers(enterprise);
  const origin = {
    chat: scene.chat,
    district: enterprise.district ?? group?.district ?? null,
    station: group?.station ?? [],
  };
  const specialists = roster.specialistsFor(origin, scene.now);
  const told = isFirst ? specialists : [...roster.membersOf(enterprise.id), ...specialists];
  const { name } = enterprise;
  const note = { kind: 'asks', enterprise: name, name: scene.name, number, isFirst } as const;
  const event = { kind: 'asked', number, account: scene.who.account } as const;
  return decided({
    answer: { kind: 'asked', enterprise: name, isFirst },
    orders: [orderFor(enterprise, event, scene)],
    notices: [...new Set(told)].slice(0, MOST_TOLD).map((chat) => ({ chat, note })),
  });
}

/** 「确认成员 12」: the first by a specialist, later ones by a member or a specialist. */
export function confirmMember({ number }: Command<'confirm-member'>, scene: Scene, world: World): Decided {
  const found = world.roster.memberNumbered(number);
  const { who } = scene;
  const mayConfirm =
    found !== null && (serves(who, found.enterprise, world) || isMember(who, found.enterprise));
  // Whoever may not confirm is not told which numbers exist.
  if (!mayConfirm)
    return refuse(who.held.length > 0 || who.isConfigured ? 'nothing-waits' : 'needs-specialist');
  const { enterprise, member } = found;
  if (member.confirmedBy !== null) return refuse('nothing-waits');
  return decided({
    answer: { kind: 'confirmed', enterprise: enterprise.name, name: member.name },
    orders: [orderFor(enterprise, { kind: 'confirmed', number }, scene)],
    notices: [{ chat: member.account, note: { kind: 'joined', enterprise: enterprise.name } }],
  });
}

/** Members may decline who waits; a member leaves by himself or is taken out by a specialist. */
function mayRemove(
  { enterprise, member }: { readonly enterprise: Enterprise; readonly member: Member },
  { who }: Scene,
  world: World,
): boolean {
  if (who.accounts.includes(member.account) || serves(who, enterprise, world)) return true;
  return member.confirmedBy === null && isMember(who, enterprise);
}

/** 「移除成员 12」 */
export function removeMember({ number }: Command<'remove-member'>, scene: Scene, world: World): Decided {
  const found = world.roster.memberNumbered(number);
  if (found === null || !mayRemove(found, scene, world)) return refuse('not-yours');
  const { enterprise, member } = found;
  const isSelf = scene.who.accounts.includes(member.account);
  return decided({
    answer: { kind: 'removed', enterprise: enterprise.name, name: member.name },
    orders: [orderFor(enterprise, { kind: 'removed', number }, scene)],
    notices: isSelf
      ? []
      : [{ chat: member.account, note: { kind: 'was-removed', enterprise: enterprise.name } }],
  });
}

const listMembers = ({ name, members }: Enterprise, scene: Scene): Decided =>
  inPrivate(scene, {
    kind: 'members',
    enterprise: name,
    members: members.map(({ number, name: called, confirmedBy }) => ({
      number,
      name: called,
      isConfirmed: confirmedBy !== null,
    })),
  });

function enterpriseMeant(
  { enterprise: name, id }: Command<'members'>,
  scene: Scene,
  { roster }: World,
): readonly Enterprise[] {
  if (id !== null) return [roster.enterprise(id) ?? []].flat();
  if (name !== '') return [roster.enterpriseNamed(name) ?? []].flat();
  const ofGroup: EnterpriseId | null = groupOf(scene.place)?.enterprise ?? null;
  const here = ofGroup === null ? null : roster.enterprise(ofGroup);
  return here === null ? scene.who.enterprises : [here];
}

/** 「成员」: to members, and to specialists who serve the enterprise. */
export function showMembers(command: Command<'members'>, scene: Scene, world: World): Decided {
  const meant = enterpriseMeant(command, scene, world);
  const open = meant.filter((one) => isMember(scene.who, one) || serves(scene.who, one, world));
  const [only, ...others] = open;
  if (only === undefined) return refuse('unknown-enterprise');
  if (others.length === 0) return listMembers(only, scene);
  const options = open.map(({ id, name }) => ({
    label: { kind: 'name', name } as const,
    command: { ...command, id },
  }));
  return ask('enterprise', '', options);
}
