import { fold } from '../hanzi/fold.ts';
import { refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Known, PeopleCommand, Whom } from './commands.ts';
import { ask, type Decided, decided, type Scene, stampOf, type World } from './decision.ts';
import type { Option, PeopleRefusal, Shown } from './notes.ts';
import type { RecordOrder } from './orders.ts';
import { grantKey } from './person.ts';
import type { DeskUnit, Grant } from './types.ts';
import { parseUntil, type UntilRefusal } from './until.ts';
import { grantsOf, isSamePerson, primaryOf, rolesOf, type Who } from './who.ts';

type Command<Kind extends PeopleCommand['kind']> = Extract<PeopleCommand, { kind: Kind }>;

/** Grants that the other may take over: the same duty, for handlers at the same desk. */
const shared = (own: Who, other: Who): readonly Grant[] =>
  own.held
    .map(({ grant }) => grant)
    .filter((grant) => {
      if (grant.role === 'administrator') return false;
      if (grant.role !== 'handler') return grantsOf(other, grant.role).length > 0;
      return grantsOf(other, 'handler').some(({ unit }) => unit === grant.unit);
    });

/** The desk that somebody answers for only by speaking in its group; null for those with a duty of their own. */
function deskOfGroup({ who, place }: Scene): DeskUnit | null {
  const hasOwn = rolesOf(who).some((role) => role !== 'administrator');
  return !hasOwn && place?.binding?.kind === 'desk' ? place.binding.unit : null;
}

/** In the group of a desk whoever is mentioned there is one of its handlers. */
const mayStandIn = (other: Who, scene: Scene): boolean =>
  deskOfGroup(scene) !== null || shared(scene.who, other).length > 0;

const shownOf = (who: Who, name: string): Shown => ({ name, grants: who.held.map(({ grant }) => grant) });

/** People known by id who share a duty with the speaker and are called like this. */
function candidates(
  name: string,
  { who }: Scene,
  { roster }: World,
): readonly (Known & { readonly who: Who })[] {
  return roster
    .people()
    .filter((other) => !isSamePerson(other, who) && shared(who, other).length > 0)
    .flatMap((other) => {
      const names = other.accounts.map((account) => roster.whoIs(account).name ?? '');
      const called = names.find((one) => one !== '' && fold(one) === fold(name));
      const account = other.held.find(({ grant }) => grant.role !== 'administrator')?.account;
      return called === undefined ? [] : [{ account: account ?? primaryOf(other), name: called, who: other }];
    });
}

/** The one person that is meant by id. */
function meant(whom: Whom, scene: Scene, { roster }: World): Result<Known, PeopleRefusal> {
  if (whom.kind !== 'mentioned') return refuse('person-needed');
  const [person, ...others] = whom.people;
  if (person === undefined || others.length > 0) return refuse('several-people');
  const other = roster.whoIs(person.account);
  if (isSamePerson(other, scene.who)) return refuse('self');
  return mayStandIn(other, scene) ? { ok: true, value: person } : refuse('not-a-stand-in');
}

const personOption = ({ who, name }: Known & { readonly who: Who }, command: PeopleCommand): Option => ({
  label: { kind: 'person', ...shownOf(who, name) },
  command,
});

const toKnown = ({ account, name }: Known): Whom => ({ kind: 'mentioned', people: [{ account, name }] });

const NO: Option = { label: { kind: 'no' }, command: { kind: 'never-mind' } };

const UNTIL: Readonly<Record<UntilRefusal, PeopleRefusal>> = {
  unreadable: 'bad-until',
  past: 'past',
  'too-far': 'too-far',
};

/** 「请假 到周五 由 李四 代」: a name proposes, a mention decides. */
export function goAbsent(command: Command<'absent'>, scene: Scene, world: World): Decided {
  const until = parseUntil(command.until, scene.now);
  if (!until.ok) return refuse(UNTIL[until.error]);
  const { whom } = command;
  if (whom.kind === 'nobody') return leave(until.value, null, scene);
  if (whom.kind === 'mentioned') {
    const person = meant(whom, scene, world);
    return person.ok ? leave(until.value, person.value, scene) : refuse(person.error);
  }
  const found = candidates(whom.name, scene, world);
  const [only] = found;
  if (only === undefined) return refuse('unknown-person');
  const options = found.map((one) => personOption(one, { ...command, whom: toKnown(one) }));
  if (found.length > 1) return ask('person', whom.name, options);
  return decided({
    answer: { kind: 'propose-absent', until: until.value, name: only.name },
    options: [...options, NO],
  });
}

function leave(until: Instant, substitute: Known | null, scene: Scene): Decided {
  const { who, name } = scene;
  const order = { kind: 'absent', until, substitute: substitute?.account ?? null, name } as const;
  const orders: readonly RecordOrder[] = [
    { record: 'person', id: who.account, order: { ...order, ...stampOf(scene) } },
  ];
  const notices =
    substitute === null
      ? []
      : [{ chat: substitute.account, note: { kind: 'stands-in', until, name } as const }];
  return decided({ answer: { kind: 'absent', until, name: substitute?.name ?? null }, orders, notices });
}

/** 「销假」, on whichever account it was asked for. */
export function comeBack(scene: Scene, { roster }: World): Decided {
  const { accounts } = scene.who;
  const away = roster.data.persons.filter(
    ({ account, absence }) => accounts.includes(account) && absence !== null && absence.until > scene.now,
  );
  if (away.length === 0) return refuse('not-absent');
  const orders = away.map(({ account }): RecordOrder => {
    return { record: 'person', id: account, order: { kind: 'returned', ...stampOf(scene) } };
  });
  return decided({ answer: { kind: 'returned' }, orders });
}

/** 「移交 全部 给 李四」: always asked once more, for it does not come back by itself. */
export function handOver(command: Command<'hand-over'>, scene: Scene, world: World): Decided {
  const { whom } = command;
  if (whom.kind === 'named') {
    const found = candidates(whom.name, scene, world);
    if (found.length === 0) return refuse('unknown-person');
    if (found.length > 1)
      return ask(
        'person',
        whom.name,
        found.map((one) => personOption(one, { ...command, whom: toKnown(one) })),
      );
    return handOver({ ...command, whom: toKnown(found[0] as Known) }, scene, world);
  }
  const person = meant(whom, scene, world);
  if (!person.ok) return refuse(person.error);
  const other = world.roster.whoIs(person.value.account);
  if (command.confirmed) return give(person.value, { scene, world });
  const yes: Option = { label: { kind: 'yes' }, command: { ...command, confirmed: true } };
  const shown = shownOf(other, person.value.name);
  return decided({ answer: { kind: 'propose-hand-over', person: shown }, options: [yes, NO] });
}

function give(to: Known, { scene, world }: { readonly scene: Scene; readonly world: World }): Decided {
  const { who, name } = scene;
  const other = world.roster.whoIs(to.account);
  const moved = new Set(shared(who, other).map(grantKey));
  const stamp = stampOf(scene);
  const given = who.held.filter(({ grant }) => moved.has(grantKey(grant)));
  const has = new Set(other.held.map(({ grant }) => grantKey(grant)));
  const missing = given.filter(({ grant }) => !has.has(grantKey(grant)));
  const orders = [
    ...missing.map(({ grant }): RecordOrder => {
      const order = { kind: 'granted', number: world.number(), grant, name: to.name, ...stamp } as const;
      return { record: 'person', id: to.account, order };
    }),
    ...given.map(({ account, number }): RecordOrder => {
      return { record: 'person', id: account, order: { kind: 'revoked', number, ...stamp } };
    }),
  ];
  const told = world.roster
    .administrators()
    .filter((account) => account !== who.account && account !== to.account)
    .map((chat) => ({ chat, note: { kind: 'hand-over-told', from: name, to: to.name } as const }));
  const grants = given.map(({ grant }) => grant);
  return decided({
    answer: { kind: 'handed-over', name: to.name },
    orders,
    notices: [{ chat: to.account, note: { kind: 'took-over', name, grants } }, ...told],
    handOver: { from: who.accounts, to: to.account, unit: deskOfGroup(scene) },
  });
}
