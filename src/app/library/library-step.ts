import {
  type LibraryCommand,
  readLibraryCommand,
  readPlainDate,
} from '../../domain/conversation/library-command.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { isAdministrator } from '../../domain/people/who.ts';
import type { PolicyField } from '../../domain/policy/overlay.ts';
import type { Digest } from '../../domain/chain.ts';
import type { LibraryShelf } from '../../ports/files.ts';
import type { Attachment, InboundMessage } from '../../ports/message.ts';
import { shortTitle } from '../../text/zh/answer-source.ts';
import { FIELD_WORDS, libraryWords, NO_VALUE } from '../../text/zh/library.ts';
import { recordTarget } from '../orders.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { DOCUMENT, type DocumentDeed, type DocumentOrder, type Notes } from './documents.ts';
import type { Library } from './open-library.ts';
import { openPlan, type Plan, planWords, readPlan } from './plans.ts';
import { libraryName, takeFile, type TakeFileDeps } from './take-file.ts';

export interface LibraryStepDeps extends TakeFileDeps {
  readonly roster: () => Roster;
  readonly library: Pick<Library, 'current'>;
  readonly notes: () => Notes;
  readonly shelf: LibraryShelf;
  readonly digest: Digest;
}

/** A document under its number in the list. */
interface Listed {
  readonly file: string;
  readonly title: string;
  readonly mark: 'withdrawn' | 'replaced' | null;
}

type Numbered = Extract<LibraryCommand, { readonly number: number }>;

const saying = (text: string): Turn => ({ reply: { text } });

/** Those that are answered from first, so that their numbers are those that everybody sees. */
function listOf({ library, notes }: LibraryStepDeps): readonly Listed[] {
  const shown = library.current().policies.map((policy): Listed => {
    const mark = policy.isReplaced === true ? 'replaced' : null;
    return { file: policy.file, title: shortTitle(policy), mark };
  });
  const withdrawn = [...notes().values()].filter(({ isWithdrawn }) => isWithdrawn);
  return [...shown, ...withdrawn.map(({ file, title }) => ({ file, title, mark: 'withdrawn' as const }))];
}

/** What stands behind the digits. */
function labelsOf(plan: Plan): readonly [yes: string, no: string] {
  if (plan.kind === 'read') return [libraryWords.add, libraryWords.no];
  const isNew = plan.kind === 'add' && plan.replaces === null;
  return [isNew ? libraryWords.confirmAdd : libraryWords.confirm, libraryWords.giveUp];
}

function asking({ message }: Said, text: string, plan: Plan): Turn {
  const [yes, no] = labelsOf(plan);
  const choices = [
    { key: '1', label: yes, says: planWords(plan) },
    { key: '2', label: no, says: planWords({ kind: 'nothing' }) },
  ];
  const offer = { id: message.id, topic: libraryWords.topic, for: message.from.id, choices };
  return { reply: { text, offer } };
}

const documentsIn = ({ files = [], quote }: InboundMessage): readonly Attachment[] =>
  [...files, ...(quote?.files ?? [])].filter(({ kind }) => kind === 'file');

/** Reads a file and shows what was understood of it; nothing counts yet. */
async function report(
  deps: LibraryStepDeps,
  said: Said,
  { file, replaces }: Extract<Plan, { kind: 'read' }>,
): Promise<Turn> {
  const taken = await takeFile({ file, chat: said.message.chat }, deps);
  if (taken.kind === 'refused') return saying(taken.text);
  const { policy, bytes } = taken;
  const title = shortTitle({ ...policy, file: file.name });
  const listed = listOf(deps);
  const name = libraryName(bytes, file.name);
  if (listed.some((one) => one.file === name && one.mark !== 'withdrawn'))
    return saying(libraryWords.alreadyThere(title));
  const at = listed.findIndex((one) => one.title === title);
  const twin = at < 0 || replaces !== null ? null : `${at + 1} 《${title}》`;
  const old = listed.find((one) => one.file === replaces)?.title ?? null;
  const text = libraryWords.report({ ...policy, file: file.name }, { replaces: old, twin });
  const plan: Plan = { kind: 'add', bytes, name: file.name, title, replaces };
  return asking(said, text, plan);
}

function order(
  { digest }: LibraryStepDeps,
  { message, now }: Said,
  { file, title, deed }: { readonly file: string; readonly title: string; readonly deed: DocumentDeed },
) {
  const told: DocumentOrder = { file, title, deed, by: message.from.id, at: now };
  return { to: recordTarget(DOCUMENT.name, digest(file).slice(0, 24)), content: { order: told } };
}

async function add(
  deps: LibraryStepDeps,
  said: Said,
  { bytes, name, title, replaces }: Extract<Plan, { kind: 'add' }>,
): Promise<Turn> {
  const content = await deps.attachments.get(bytes);
  if (content === null) return saying(libraryWords.gone);
  const file = libraryName(bytes, name);
  const old = listOf(deps).find((one) => one.file === replaces);
  await deps.shelf.add(file, content);
  const added = order(deps, said, { file, title, deed: { kind: 'added', name } });
  if (old === undefined) return { ...saying(libraryWords.added(title)), deliveries: [added] };
  const replaced = { file: old.file, title: old.title, deed: { kind: 'replaced', by: file } as const };
  return {
    ...saying(libraryWords.replaced(title, old.title)),
    deliveries: [added, order(deps, said, replaced)],
  };
}

/** Does what was confirmed. */
function carryOut(deps: LibraryStepDeps, said: Said, plan: Plan): Turn | Promise<Turn> {
  const done = (text: string, deed: DocumentDeed, of: { file: string; title: string }): Turn => ({
    ...saying(text),
    deliveries: [order(deps, said, { ...of, deed })],
  });
  switch (plan.kind) {
    case 'nothing':
      return saying(libraryWords.given);
    case 'read':
      return report(deps, said, plan);
    case 'add':
      return add(deps, said, plan);
    case 'withdraw':
      return done(libraryWords.withdrawn(plan.title), { kind: 'withdrawn' }, plan);
    case 'restore':
      return done(libraryWords.restored(plan.title), { kind: 'restored' }, plan);
    case 'correct': {
      const deed = { kind: 'corrected', corrections: { [plan.field]: plan.value } } as const;
      return done(libraryWords.corrected(plan.title), deed, plan);
    }
  }
}

const LONGEST_VALUE = 200;
const DATES: readonly PolicyField[] = ['publishedOn', 'signedOn', 'effectiveOn', 'validUntil'];

/** What a field is to be; undefined where it cannot be that. */
function valueOf(field: PolicyField, typed: string): string | null | undefined {
  if (field !== 'title' && NO_VALUE.includes(typed)) return null;
  if (DATES.includes(field)) return readPlainDate(typed) ?? undefined;
  return typed.replace(/^《(.+)》$/, '$1').slice(0, LONGEST_VALUE);
}

function correct(
  said: Said,
  command: Extract<LibraryCommand, { kind: 'correct' }>,
  { file, title }: Listed,
): Turn {
  const field = Object.hasOwn(FIELD_WORDS, command.field) ? FIELD_WORDS[command.field] : undefined;
  if (field === undefined) return saying(libraryWords.whichField);
  const value = valueOf(field, command.value);
  if (value === undefined) return saying(libraryWords.badDate);
  return asking(said, libraryWords.askCorrect(title, field, value), {
    kind: 'correct',
    file,
    title,
    field,
    value,
  });
}

/** A command about a document of the list. */
function ofNumbered(deps: LibraryStepDeps, said: Said, command: Numbered): Turn | Promise<Turn> {
  const listed = listOf(deps)[command.number - 1];
  if (listed === undefined) return saying(libraryWords.noSuchNumber);
  const { file, title } = listed;
  switch (command.kind) {
    case 'withdraw':
      return asking(said, libraryWords.askWithdraw(title), { kind: 'withdraw', file, title });
    case 'restore':
      return asking(said, libraryWords.askRestore(title), { kind: 'restore', file, title });
    case 'correct':
      return correct(said, command, listed);
    case 'replace': {
      const sent = sentFile(said);
      if (sent === null) return saying(libraryWords.askReplace(title));
      return report(deps, said, { kind: 'read', file: sent, replaces: file });
    }
  }
}

/** The file that comes with the words, is quoted, or was sent before them. */
function sentFile(said: Said): Attachment | null {
  const [file] = documentsIn(said.message);
  if (file !== undefined) return file;
  const plan = openPlan(said);
  return plan?.kind === 'read' ? plan.file : null;
}

function obey(deps: LibraryStepDeps, said: Said, command: LibraryCommand): Turn | Promise<Turn> | null {
  switch (command.kind) {
    case 'list':
      return saying(libraryWords.list(listOf(deps)));
    case 'add': {
      const file = sentFile(said);
      return file === null
        ? saying(libraryWords.whatToAdd)
        : report(deps, said, { kind: 'read', file, replaces: null });
    }
    case 'confirm': {
      const plan = openPlan(said);
      return plan === null ? null : carryOut(deps, said, plan);
    }
    case 'withdraw':
    case 'restore':
    case 'replace':
    case 'correct':
      return ofNumbered(deps, said, command);
  }
}

/** A file without words from an administrator may be meant for the library. */
function offerFile(said: Said): Turn | null {
  const [file] = said.text.trim() === '' ? documentsIn(said.message) : [];
  if (file === undefined) return null;
  const plan: Plan = { kind: 'read', file, replaces: null };
  return asking(said, libraryWords.offered(file.name), plan);
}

/** The library by chat: 「加入政策库」「政策库」「撤下 3」「替换 3」「更正 3 标题 …」, by administrators, in private. */
export function createLibraryStep(deps: LibraryStepDeps): Step {
  return async (said) => {
    const { message, text, picked } = said;
    const account = accountId(message.from.id);
    const isAdmin = account !== null && isAdministrator(deps.roster().whoIs(account));
    const plan = picked === null ? null : readPlan(text);
    const command = plan === null ? readLibraryCommand(text) : null;
    if (plan === null && command === null) return isAdmin && !message.isGroup ? offerFile(said) : null;
    // What there is may be asked by everybody, everywhere; 「确认」 may be said of other things.
    const isCommon = command?.kind === 'list' || command?.kind === 'confirm';
    if (isCommon && (!isAdmin || message.isGroup)) return null;
    if (!isAdmin) return saying(libraryWords.administratorsOnly);
    if (message.isGroup) return saying(libraryWords.privately);
    if (plan !== null) return carryOut(deps, said, plan);
    return command === null ? null : obey(deps, said, command);
  };
}
