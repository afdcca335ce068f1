import { refuse } from '../result.ts';
import type { Known, PeopleCommand, Whom } from './commands.ts';
import { ask, type Decided, decided, inPrivate, type Scene, stampOf, type World } from './decision.ts';
import { enterpriseId, enterpriseKey } from './enterprise.ts';
import type { Reading } from './names.ts';
import type { PeopleRefusal } from './notes.ts';
import { CODE_BOOK, type RecordOrder } from './orders.ts';
import { grantKey } from './person.ts';
import { bindingKey } from './place.ts';
import type { Listed } from './listed.ts';
import type { Binding, EnterpriseId, Grant, StationPath } from './types.ts';
import { isAdministrator, isSamePerson, type Who } from './who.ts';

type Command<Kind extends PeopleCommand['kind']> = Extract<PeopleCommand, { kind: Kind }>;

const LONGEST_NAME = 60;

/** A name that an enterprise can have. */
export const isEnterpriseName = (name: string): boolean =>
  name.length <= LONGEST_NAME && enterpriseKey(name).length >= 2;

const holds = ({ held }: Who, grant: Grant): boolean =>
  held.some((one) => grantKey(one.grant) === grantKey(grant));

/** Turns a reading into a decision: the thing itself, a question with names put right, or a refusal. */
export function settle<Value>(
  reading: Reading<Value>,
  {
    command,
    unknown,
    what,
  }: {
    readonly command: PeopleCommand & { readonly words: string };
    readonly unknown: PeopleRefusal;
    readonly what: 'station' | 'unit';
  },
  use: (value: Value) => Decided,
): Decided {
  if (reading.kind === 'one') return use(reading);
  if (reading.kind === 'none') return refuse(unknown);
  const options = reading.choices.map(({ label, words }) => ({
    label: { kind: 'name', name: label } as const,
    command: { ...command, words },
  }));
  return ask(what, command.words, options);
}

/** A role for each of these people who has it not yet. */
function grantTo(people: readonly Known[], grant: Grant, { scene, world }: Told): Decided {
  const fresh = people
    .filter(({ account }) => !holds(world.roster.whoIs(account), grant))
    .map((person) => ({ ...person, number: world.number() }));
  if (fresh.length === 0) return refuse('already');
  const orders = fresh.map(({ account, name, number }): RecordOrder => {
    const order = { kind: 'granted', number, grant, name, ...stampOf(scene) } as const;
    return { record: 'person', id: account, order };
  });
  const isSelf = fresh.length === 1 && fresh[0]?.account === scene.who.account;
  if (isSelf) {
    const number = fresh[0]?.number ?? 0;
    return decided({ answer: { kind: 'granted', grant, number, toGroup: false }, orders });
  }
  const notices = fresh.map(({ account, number }) => ({
    chat: account,
    note: { kind: 'granted', grant, number, toGroup: false } as const,
  }));
  const names = fresh.map(({ name }) => name);
  const numbers = fresh.map(({ number }) => number);
  return decided({ answer: { kind: 'granted-to', grant, names, numbers }, orders, notices });
}

interface Told {
  readonly scene: Scene;
  readonly world: World;
}

/** Those mentioned; the speaker where nobody is, in private. Ids, never display names: those can be changed at will. */
function grantees(whom: Whom, { scene }: Told): readonly Known[] | PeopleRefusal {
  if (whom.kind === 'mentioned') return whom.people;
  if (whom.kind === 'named' || scene.isGroup) return 'mention-needed';
  return [{ account: scene.who.account, name: scene.name }];
}

function bindPlace(
  binding: Binding,
  { scene, world, name, before }: Told & { name: string; before: readonly RecordOrder[] },
): Decided {
  const current = scene.place?.binding ?? null;
  if (current !== null && bindingKey(current) === bindingKey(binding)) return refuse('already');
  if (scene.place !== null && current !== null && current.kind !== binding.kind) {
    return decided({ answer: { kind: 'bound-otherwise', binding: current, number: scene.place.number } });
  }
  const number = world.number();
  const order = { kind: 'bound', number, binding, ...stampOf(scene) } as const;
  const orders: readonly RecordOrder[] = [...before, { record: 'place', id: scene.chat, order }];
  return decided({ answer: { kind: 'place-bound', binding, number, name }, orders });
}

/** 「绑定 企业群 洪山区 示例科技有限公司」 */
export function bindGroup(command: Command<'bind-group'>, scene: Scene, world: World): Decided {
  if (command.words === '') return refuse('station-needed');
  const reading = world.names.station(command.words);
  return settle(reading, { command, unknown: 'unknown-station', what: 'station' }, ({ path, rest }) => {
    if (rest !== '' && !isEnterpriseName(rest)) return refuse('bad-name');
    const [district = null, ...station] = path;
    const known = rest === '' ? null : world.roster.enterpriseNamed(rest);
    const enterprise = rest === '' ? null : (known?.id ?? enterpriseId(rest, world.digest));
    const isNew = enterprise !== null && known === null;
    const before = isNew ? [found(enterprise, { name: rest, district, scene })] : [];
    const binding = { kind: 'enterprise-group', district, station, enterprise } as const;
    return bindPlace(binding, { scene, world, name: known?.name ?? rest, before });
  });
}

const found = (
  id: EnterpriseId,
  { name, district, scene }: { name: string; district: string | null; scene: Scene },
): RecordOrder => ({
  record: 'enterprise',
  id,
  order: { enterprise: name, district, event: null, ...stampOf(scene) },
});

/** 「绑定 承办 市经信局」: this group, the person mentioned, or in private the administrator. */
export function bindDesk(command: Command<'bind-desk'>, scene: Scene, world: World): Decided {
  if (command.words === '') return refuse('unit-needed');
  if (command.whom.kind === 'named') return refuse('mention-needed');
  const reading = world.names.unit(command.words);
  return settle(reading, { command, unknown: 'unknown-unit', what: 'unit' }, ({ unit }) => {
    if (scene.isGroup && command.whom.kind === 'nobody')
      return bindPlace({ kind: 'desk', unit }, { scene, world, name: '', before: [] });
    const people = grantees(command.whom, { scene, world });
    return typeof people === 'string'
      ? refuse(people)
      : grantTo(people, { role: 'handler', unit }, { scene, world });
  });
}

/** 「绑定 专员 @李四 洪山区—关山街道」; in a group without a station, for this group. */
export function bindSpecialist(command: Command<'bind-specialist'>, scene: Scene, world: World): Decided {
  const people = grantees(command.whom, { scene, world });
  if (typeof people === 'string') return refuse(people);
  const give = (grant: Grant): Decided => grantTo(people, grant, { scene, world });
  if (/^(?:本群|这个群)?$/u.test(command.words)) {
    if (!scene.isGroup) return refuse('station-needed');
    return give({ role: 'specialist', area: { kind: 'group', chat: scene.chat } });
  }
  return settle(
    world.names.station(command.words),
    { command, unknown: 'unknown-station', what: 'station' },
    ({ path, rest }) => give({ role: 'specialist', area: { kind: 'station', path: withRest(path, rest) } }),
  );
}

/** What looks like no street or park is the name of the station all the same: 「洪山区 创意天地」. */
export const withRest = (path: StationPath, rest: string): StationPath =>
  path.length === 0 || rest === '' ? path : [...path, ...rest.split(' ')].slice(0, 3);

/** 「绑定 督办 @王五 洪山区」 */
export function bindSupervisor(command: Command<'bind-supervisor'>, scene: Scene, world: World): Decided {
  const people = grantees(command.whom, { scene, world });
  if (typeof people === 'string') return refuse(people);
  if (command.words === '') return refuse('station-needed');
  return settle(
    world.names.station(command.words),
    { command, unknown: 'unknown-station', what: 'station' },
    ({ path }) => grantTo(people, { role: 'supervisor', path: path.slice(0, 1) }, { scene, world }),
  );
}

export const listBindings = ({ page }: Command<'bindings'>, scene: Scene, { roster }: World): Decided =>
  inPrivate(scene, { kind: 'bindings', all: roster.listed(), page });

function revoke(what: Listed, scene: Scene): readonly RecordOrder[] {
  const stamp = stampOf(scene);
  if (what.kind === 'place')
    return [{ record: 'place', id: what.chat, order: { kind: 'unbound', ...stamp } }];
  const { account, number, grant } = what;
  const order: RecordOrder = { record: 'person', id: account, order: { kind: 'revoked', number, ...stamp } };
  // Whom he invited before must not come in after him.
  const drop = { kind: 'drop', of: account, ...stamp } as const;
  return grant.role === 'administrator' ? [order, { record: 'code', id: CODE_BOOK, order: drop }] : [order];
}

/** 「解绑 12」: an administrator anything, everybody what is their own. */
export function unbind({ number }: Command<'unbind'>, scene: Scene, { roster }: World): Decided {
  const what = roster.listed().find((one) => one.number === number);
  const isOwn = what?.kind === 'grant' && isSamePerson(roster.whoIs(what.account), scene.who);
  const mayRevoke = isAdministrator(scene.who) || isOwn;
  // Whoever may not revoke is not told which numbers exist.
  if (!mayRevoke) return refuse('not-yours');
  if (what === undefined) return refuse('unknown-number');
  const isLast =
    what.kind === 'grant' && what.grant.role === 'administrator' && roster.administrators().length === 1;
  if (isLast) return refuse('last-administrator');
  const notices =
    what.kind === 'grant' && !isOwn
      ? [{ chat: what.account, note: { kind: 'was-revoked', grant: what.grant } as const }]
      : [];
  return decided({ answer: { kind: 'unbound', what, isOwn }, orders: revoke(what, scene), notices });
}
