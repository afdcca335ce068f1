import { refuse } from '../result.ts';
import type { PeopleCommand } from './commands.ts';
import {
  bindDesk,
  bindGroup,
  bindSpecialist,
  bindSupervisor,
  listBindings,
  unbind,
} from './decide-bindings.ts';
import { invite, linkAccount, unlinkAccount, useCode } from './decide-codes.ts';
import { comeBack, goAbsent, handOver } from './decide-duty.ts';
import { confirmMember, join, removeMember, showMembers } from './decide-members.ts';
import { type Decided, decided, forbids, type Scene, type World } from './decision.ts';
import { isAbsent, rolesOf } from './who.ts';

function whoAmI({ who, place, now }: Scene, { roster }: World): Decided {
  const { account, accounts, held, isConfigured, absence, enterprises } = who;
  const substitute = absence?.substitute ?? null;
  return decided({
    answer: {
      kind: 'who',
      account,
      others: accounts.filter((one) => one !== account),
      held,
      isConfigured,
      absence:
        absence === null || !isAbsent(who, now)
          ? null
          : { ...absence, name: substitute === null ? null : roster.whoIs(substitute).name },
      enterprises: enterprises.map(({ name }) => name),
      place: place?.binding ?? null,
    },
  });
}

const help = ({ who, isGroup, place }: Scene): Decided =>
  decided({
    answer: {
      kind: 'help',
      roles: rolesOf(who),
      isMember: who.enterprises.length > 0,
      isGroup,
      isDesk: place?.binding?.kind === 'desk',
    },
  });

/** What follows from a command said by this person at this place, or why nothing does. */
export function decidePeople(command: PeopleCommand, scene: Scene, world: World): Decided {
  const forbidden = forbids(command.kind, scene);
  if (forbidden !== null) return refuse(forbidden);
  switch (command.kind) {
    case 'who-am-i':
      return whoAmI(scene, world);
    case 'help':
      return help(scene);
    case 'bind-group':
      return bindGroup(command, scene, world);
    case 'bind-desk':
      return bindDesk(command, scene, world);
    case 'bind-specialist':
      return bindSpecialist(command, scene, world);
    case 'bind-supervisor':
      return bindSupervisor(command, scene, world);
    case 'bindings':
      return listBindings(command, scene, world);
    case 'unbind':
      return unbind(command, scene, world);
    case 'invite':
      return invite(command, scene, world);
    case 'use-code':
      return useCode(command, scene, world);
    case 'link':
      return linkAccount(scene, world);
    case 'unlink':
      return unlinkAccount(scene, world);
    case 'absent':
      return goAbsent(command, scene, world);
    case 'return':
      return comeBack(scene, world);
    case 'hand-over':
      return handOver(command, scene, world);
    case 'never-mind':
      return decided({ answer: { kind: 'never-mind' } });
    case 'join':
      return join(command, scene, world);
    case 'members':
      return showMembers(command, scene, world);
    case 'confirm-member':
      return confirmMember(command, scene, world);
    case 'remove-member':
      return removeMember(command, scene, world);
  }
}
