import { isIn, OVER } from '../../domain/appeal/state.ts';
import { limitsOf } from '../../domain/appeal/limits.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import { listText, type ListedAppeal, todayText } from '../../text/zh/appeals/lists.ts';
import type { Said, Step } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn, type Found } from './find.ts';
import { accountId } from '../../domain/people/account.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { asksForProgress } from '../../domain/conversation/appeal-saying.ts';
import { showAppeal } from './show.ts';
import { unitName } from './types.ts';

type ListKind = 'mine' | 'todo' | 'today';

const WORDS: readonly (readonly [ListKind, RegExp])[] = [
  ['mine', /^(?:我的诉求|我的工单|我反映的(?:事|问题)|进度|办理进度|查进度|我的进度)$/],
  ['todo', /^(?:待办|我的待办|待办列表|待办清单)$/],
  ['today', /^(?:今日|今天|今日工作|晨报)$/],
];

/** Appeals that wait for somebody to act, the most urgent first. */
export function toListed(deps: AppealDeps, now: Instant): (found: Found) => ListedAppeal {
  return ({ number, state, appeal }) => {
    const [limit = null] = limitsOf(state, { ...deps, now })
      .filter(({ metAt }) => metAt === null)
      .toSorted((one, other) => one.dueAt - other.dueAt);
    const desk = 'desk' in state && state.desk !== null ? unitName(deps, state.desk.lead) : null;
    return {
      number,
      state: state.kind,
      about: matterOf(appeal.chain),
      limit,
      unit: desk,
      bounces: state.bounces.length,
      submittedAt: state.submittedAt,
    };
  };
}

const urgency = ({ limit }: ListedAppeal): number => limit?.dueAt ?? Number.MAX_SAFE_INTEGER;

async function listFor(deps: AppealDeps, said: Said, kind: ListKind): Promise<string | null> {
  const { message, now } = said;
  const looking = { by: message.from.id, chat: message.chat, at: now };
  const account = accountId(message.from.id);
  const roles = account === null ? [] : rolesOf(deps.roster().whoIs(account));
  const isStaff = roles.length > 0 || deps.roster().placeOf(message.chat)?.binding?.kind === 'desk';
  const isGroup = message.isGroup;
  if (kind === 'mine') {
    const own = (await findOwn(deps, looking)).filter(({ relation }) => relation.isAppellant);
    return listText(own.map(toListed(deps, now)), { kind, isGroup, now });
  }
  const all = await findOwn(deps, looking);
  if (!isStaff && !all.some(({ relation }) => relation.isDeskInCharge)) return null;
  const found = all.filter(
    ({ state, relation, possible }) =>
      !isIn(state, OVER) && (!relation.isAppellant || relation.isInCharge || possible.includes('take')),
  );
  const listed = found.map(toListed(deps, now)).toSorted((one, other) => urgency(one) - urgency(other));
  if (kind === 'todo') return listText(listed, { kind, isGroup, now });
  const untaken =
    roles.includes('supervisor') || roles.includes('administrator')
      ? (await findOwn(deps, looking, [appealKeys.untaken])).map(toListed(deps, now))
      : [];
  return todayText({ listed, untaken, on: dayOf(now), isGroup, now });
}

/** 「办得怎么样了」: whoever has something open asks about it, in whatever words. */
async function asksHowFar(deps: AppealDeps, said: Said, words: string): Promise<string | null> {
  if (!asksForProgress(words)) return null;
  const { message, now } = said;
  const looking = { by: message.from.id, chat: message.chat, at: now };
  const open = (await findOwn(deps, looking)).filter(
    ({ relation, state }) => relation.isAppellant && !isIn(state, OVER),
  );
  const [only, ...others] = open;
  const isGroup = message.isGroup;
  if (!only) return null;
  return others.length === 0
    ? showAppeal(deps, only, { now, isGroup })
    : listText(open.map(toListed(deps, now)), { kind: 'mine', isGroup, now });
}

/** 「我的诉求」「待办」「今日」, and the state of one's own appeals asked for in one's own words. */
export function createListStep(deps: AppealDeps): Step {
  return async (said) => {
    const words = said.text.trim().replace(/[!！。?？]+$/, '');
    const kind = WORDS.find(([, pattern]) => pattern.test(words))?.[0];
    const text = kind === undefined ? await asksHowFar(deps, said, words) : await listFor(deps, said, kind);
    return text === null ? null : { reply: { text } };
  };
}
