import type { Candidate } from '../../domain/appeal/commands.ts';
import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import { tellingsOf } from '../../domain/appeal/words.ts';
import { toHalfWidth } from '../../domain/hanzi/width.ts';
import { accountId } from '../../domain/people/account.ts';
import { grantsOf, primaryOf, rolesOf, type Who } from '../../domain/people/who.ts';
import { EXPORT_WORD, exportText, privatelyOnly } from '../../text/zh/appeals/asking.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { toOrder } from './appeal-step.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, type Found } from './find.ts';
import { showAppeal } from './show.ts';

/** 「A0321 移交 给 李四」「移交 A0321 给 @李四」「A0321 导出」; without a number it is everything that is meant. */
const HAND_ON = /^\s*(?:移交\s*(\S+?)|(\S+?)\s*[:：]?\s*移交)\s*给\s*@?(.*)$/su;
const EXPORT = /^\s*(?:导出\s*(\S+)|(\S+?)\s*导出)\s*$/su;

const toCandidate = (who: Who): Candidate => ({
  person: primaryOf(who),
  isSpecialist: rolesOf(who).includes('specialist'),
  handlerOf: grantsOf(who, 'handler').map(({ unit }) => unit),
});

/** Whoever was mentioned; a typed name only where one person of duty is called so. */
function meantPerson(deps: AppealDeps, { message }: Said, name: string): Who | null {
  const roster = deps.roster();
  const mentioned = (message.mentions ?? []).flatMap(({ id }) => accountId(id) ?? []);
  if (mentioned[0] !== undefined) return roster.whoIs(mentioned[0]);
  const called = roster.people().filter((who) => who.name === name.trim());
  return called.length === 1 ? (called[0] ?? null) : null;
}

function handOn(deps: AppealDeps, said: Said, { found, name }: { found: Found; name: string }): Turn {
  const { number, relation } = found;
  const who = meantPerson(deps, said, name);
  if (who === null) {
    return {
      reply: { text: refusalText(number, { code: 'no-such-person', possible: [], kind: 'hand-over' }) },
    };
  }
  const of = relation.isDeskInCharge && !relation.isInCharge ? 'desk' : 'appeal';
  const wish = { kind: 'hand-over', of, to: toCandidate(who), until: null } as const;
  return { deliveries: [toOrder({ number, wish }, said)] };
}

/** All that was said of an appeal, for whoever is in charge; that it was exported is an event. */
function exported(deps: AppealDeps, said: Said, found: Found): Turn {
  const { number, possible, appeal, relation, state } = found;
  const { isGroup } = said.message;
  if (isGroup) return { reply: { text: privatelyOnly(number, EXPORT_WORD) } };
  if (!possible.includes('export') || !mayRead(state, relation)) {
    return { reply: { text: refusalText(number, { code: 'not-yours', possible, kind: 'export' }) } };
  }
  const names = ['matter', 'question', 'information', 'note', 'reason', 'reply'] as const;
  const told = names.flatMap((name) => tellingsOf(appeal.chain, name));
  const texts = told.toSorted((one, other) => one.at - other.at);
  const way = showAppeal(deps, found, { now: said.now, isGroup: false });
  return {
    reply: { text: exportText(way, texts) },
    deliveries: [toOrder({ number, wish: { kind: 'export' } }, said)],
  };
}

/** Takes what hands one appeal on to another person, or out of the house. */
export function createHandOnStep(deps: AppealDeps): Step {
  return async (said) => {
    const text = toHalfWidth(said.text);
    const [, first, second, name = ''] = HAND_ON.exec(text) ?? [];
    const [, behind, before] = EXPORT.exec(text) ?? [];
    const named = first ?? second ?? behind ?? before;
    const number: AppealNumber | null = named === undefined ? null : parseAppealNumber(named);
    if (number === null) return null;
    const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
    const found = await findAppeal(deps, number, looking);
    if (found === null) return null;
    return first !== undefined || second !== undefined
      ? handOn(deps, said, { found, name })
      : exported(deps, said, found);
  };
}
