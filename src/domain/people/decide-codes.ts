import { refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { CODE_MS, type Rights } from './codes.ts';
import type { PeopleCommand } from './commands.ts';
import { settle, withRest } from './decide-bindings.ts';
import { type Decided, decided, type Scene, stampOf, type World } from './decision.ts';
import { CODE_BOOK, type RecordOrder } from './orders.ts';
import { grantKey } from './person.ts';
import type { Grant } from './types.ts';
import { isSamePerson } from './who.ts';

type Command<Kind extends PeopleCommand['kind']> = Extract<PeopleCommand, { kind: Kind }>;

const issue = (
  code: string,
  rights: Rights,
  { scene, world }: { scene: Scene; world: World },
): RecordOrder => ({
  record: 'code',
  id: CODE_BOOK,
  order: {
    kind: 'issue',
    digest: world.digest(code),
    until: (scene.now + CODE_MS) as Instant,
    rights,
    ...stampOf(scene),
  },
});

function inviteTo(grant: Grant, scene: Scene, world: World): Decided {
  const code = world.code();
  const rights: Rights = { kind: 'grant', number: world.number(), grant };
  const orders = [issue(code, rights, { scene, world })];
  return decided({ answer: { kind: 'invited', grant, code }, orders });
}

/** 「邀请 专员 洪山区 关山街道」「邀请 承办 市经信局」「邀请 督办 洪山区」「邀请 管理员」 */
export function invite(command: Command<'invite'>, scene: Scene, world: World): Decided {
  const { role, words } = command;
  if (role === 'administrator') return words === '' ? inviteTo({ role }, scene, world) : refuse('bad-name');
  if (words === '') return refuse(role === 'handler' ? 'unit-needed' : 'station-needed');
  if (role === 'handler') {
    const reading = world.names.unit(words);
    return settle(reading, { command, unknown: 'unknown-unit', what: 'unit' }, ({ unit }) =>
      inviteTo({ role, unit }, scene, world),
    );
  }
  const reading = world.names.station(words);
  return settle(reading, { command, unknown: 'unknown-station', what: 'station' }, ({ path, rest }) =>
    inviteTo(
      role === 'supervisor'
        ? { role, path: path.slice(0, 1) }
        : { role, area: { kind: 'station', path: withRest(path, rest) } },
      scene,
      world,
    ),
  );
}

/**
 * A bare code. The book of codes decides: two who send the same one at the same moment come one after the other. What
 * can be seen to be of no use is said before the code is spent.
 */
export function useCode({ code }: Command<'use-code'>, scene: Scene, { roster, digest }: World): Decided {
  const { who, chat, isGroup, name, now, place } = scene;
  const stamp = stampOf(scene);
  const hash = digest(code);
  const issued = roster.code(hash, now);
  const rights = issued?.rights ?? null;
  const use = { kind: 'use', digest: hash, chat, isGroup, name, ...stamp } as const;
  const used = decided({ orders: [{ record: 'code', id: CODE_BOOK, order: use }] });
  if (rights === null) return used;
  const isForGroups = rights.kind === 'grant' && rights.grant.role === 'handler';
  if (isGroup && !isForGroups) {
    const burn = { kind: 'burn', digest: hash, ...stamp } as const;
    const giver = issued?.by ?? null;
    const isOwn = giver === null || isSamePerson(roster.whoIs(giver), who);
    const grant = rights.kind === 'grant' ? rights.grant : null;
    return decided({
      answer: { kind: 'code-burned' },
      orders: [{ record: 'code', id: CODE_BOOK, order: burn }],
      notices: isOwn ? [] : [{ chat: giver, note: { kind: 'code-shown', grant, name } }],
    });
  }
  // A code says what a group becomes, not that it ends to be what it is.
  if (isGroup) return place === null ? used : refuse('place-taken');
  if (rights.kind === 'link')
    return isSamePerson(roster.whoIs(rights.account), who) ? refuse('own-code') : used;
  const holds = who.held.some(({ grant }) => grantKey(grant) === grantKey(rights.grant));
  return holds ? refuse('already') : used;
}

/** 「关联账号」: a code that is to be sent from the other account. */
export function linkAccount(scene: Scene, world: World): Decided {
  const code = world.code();
  const orders = [issue(code, { kind: 'link', account: scene.who.account }, { scene, world })];
  return decided({ answer: { kind: 'link-code', code }, orders });
}

/** 「解除关联」: this account is no longer joined to any other. */
export function unlinkAccount(scene: Scene, { roster }: World): Decided {
  const { account } = scene.who;
  const joined = roster.data.persons.filter(
    ({ account: from, link }) => link !== null && (from === account || link.to === account),
  );
  if (joined.length === 0) return refuse('not-linked');
  const orders = joined.map((person): RecordOrder => {
    return { record: 'person', id: person.account, order: { kind: 'unlinked', ...stampOf(scene) } };
  });
  return decided({ answer: { kind: 'unlinked' }, orders });
}
