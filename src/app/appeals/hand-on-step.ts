import type { Candidate } from '../../domain/appeal/commands.ts';
import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import { AT_DESK, isIn } from '../../domain/appeal/state.ts';
import { tellingsOf } from '../../domain/appeal/words.ts';
import { toHalfWidth } from '../../domain/hanzi/width.ts';
import { accountId } from '../../domain/people/account.ts';
import { grantsOf, primaryOf, rolesOf, type Who } from '../../domain/people/who.ts';
import { EXPORT_WORD, exportText, privatelyOnly } from '../../text/zh/appeals/asking.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { toOrder } from './order-to.ts';
import type { AppealDeps } from './carry-out.ts';
import { askWhich } from './acting/which.ts';
import { findAppeal, findOwn, type Found } from './find.ts';
import { showAppeal } from './show.ts';

/** 「A0321 移交 给 李四」「移交 A0321 给 @李四」「A0321 导出」; without a number it is everything that is meant. */
const HAND_ON = /^\s*(?:移交\s*(\S+?)|(\S+?)\s*[:：]?\s*移交)\s*给\s*@?(.*)$/su;
const EXPORT = /^\s*(?:导出\s*(\S+)|(\S+?)\s*导出)\s*$/su;

/** 「A0321 转 李四」「转给 @李四」: a colleague, where a unit could stand; without a number the only one in hand. */
const TURN_TO = /^\s*(?:([A-Z]{1,2}\s?-?\d{4})\s*[:：,，]?\s*)?转(?:给|交给?|到)?\s*@?(\S{2,20})\s*$/iu;
const ITS_DOING = /(?:来?办理?|处理|负责)$/u;

/** What is meant by somebody's name or mention; in the group of a desk whoever is mentioned there is of it. */
function toCandidate(deps: AppealDeps, { message }: Said, who: Who): Candidate {
  const binding = deps.roster().placeOf(message.chat)?.binding ?? null;
  const here = binding?.kind === 'desk' && (message.mentions ?? []).length > 0 ? [binding.unit] : [];
  return {
    person: primaryOf(who),
    isSpecialist: rolesOf(who).includes('specialist'),
    handlerOf: [...grantsOf(who, 'handler').map(({ unit }) => unit), ...here],
  };
}

/** Whoever was mentioned; a typed name only where one person of duty is called so. */
function meantPerson(deps: AppealDeps, { message }: Said, name: string): Who | null {
  const roster = deps.roster();
  const mentioned = (message.mentions ?? []).flatMap(({ id }) => accountId(id) ?? []);
  if (mentioned[0] !== undefined) return roster.whoIs(mentioned[0]);
  const [only = null, ...others] = roster.people().filter((who) => who.name === name.trim());
  return others.length === 0 ? only : null;
}

/** The parts of it that somebody has: a supervisor gives away the specialist's. */
function partOf({ relation }: Found): 'appeal' | 'desk' | 'both' {
  if (!relation.isDeskInCharge) return 'appeal';
  return relation.isInCharge ? 'both' : 'desk';
}

function handOn(deps: AppealDeps, said: Said, { found, name }: { found: Found; name: string }): Turn {
  const { number } = found;
  const who = meantPerson(deps, said, name);
  if (who === null) {
    return {
      reply: { text: refusalText(number, { code: 'no-such-person', possible: [], kind: 'hand-over' }) },
    };
  }
  const wish = {
    kind: 'hand-over',
    of: partOf(found),
    to: toCandidate(deps, said, who),
    until: null,
  } as const;
  return { deliveries: [toOrder({ number, wish }, said)] };
}

/** 「转 李四」 to a colleague of the same desk; null where the name is none of theirs, and may be that of a unit. */
async function turnOver(deps: AppealDeps, said: Said): Promise<Turn | null> {
  const [, code, name] = TURN_TO.exec(toHalfWidth(said.text)) ?? [];
  if (name === undefined) return null;
  // 「转 王办」 may be his name.
  const who = meantPerson(deps, said, name) ?? meantPerson(deps, said, name.replace(ITS_DOING, ''));
  if (who === null) return null;
  const { chat, from } = said.message;
  const looking = { by: from.id, chat, at: said.now };
  const number = code === undefined ? null : parseAppealNumber(code);
  const to = toCandidate(deps, said, who);
  const found = (await findOwn(deps, looking)).filter(
    (one) =>
      one.relation.isDeskInCharge &&
      isIn(one.state, AT_DESK) &&
      (number === null || one.number === number) &&
      to.handlerOf.includes(one.state.desk.lead),
  );
  const [only, ...others] = found;
  if (only === undefined) return null;
  if (others.length > 0) return askWhich(found, said);
  return {
    deliveries: [
      toOrder({ number: only.number, wish: { kind: 'hand-over', of: 'desk', to, until: null } }, said),
    ],
  };
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
    if (number === null) return turnOver(deps, said);
    const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
    const found = await findAppeal(deps, number, looking);
    if (found === null) return null;
    return first !== undefined || second !== undefined
      ? handOn(deps, said, { found, name })
      : exported(deps, said, found);
  };
}
