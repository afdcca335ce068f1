import type { Ask } from '../app/answering/types.ts';
import type { AppealDeps } from '../app/appeals/carry-out.ts';
import { createCopyStep } from '../app/appeals/copy-step.ts';
import { createFilesStep } from '../app/appeals/files-step.ts';
import { createGateStep } from '../app/appeals/gate-step.ts';
import { createOpenedBy } from '../app/appeals/opened-by.ts';
import { createKeepFiles, type KeepFiles } from '../app/attachments.ts';
import { DOCUMENT, openDocuments } from '../app/library/documents.ts';
import { createLibraryStep } from '../app/library/library-step.ts';
import type { Library } from '../app/library/open-library.ts';
import { parseFile } from '../app/library/parse-file.ts';
import type { CarryOut } from '../app/orders.ts';
import type { People } from '../app/people/directory.ts';
import { createFriendStep, createFriendWatch } from '../app/people/friend-step.ts';
import { createFriends, type Friends } from '../app/people/friends.ts';
import { createHappeningsStep } from '../app/turn/happenings-step.ts';
import { createMannersStep } from '../app/turn/manners-step.ts';
import { createRestraintStep } from '../app/turn/restraint-step.ts';
import type { Step } from '../app/turn/types.ts';
import { channelOf } from '../domain/people/account.ts';
import type { Program } from '../main.ts';
import { type Channel, ChannelError } from '../ports/channel.ts';
import type { Attachment } from '../ports/message.ts';

export interface ChatParts {
  readonly program: Program;
  readonly channels: readonly Channel[];
  readonly appeals: AppealDeps;
  readonly people: People;
  readonly ask: Ask;
  readonly library: Library;
  /** A message that is a question, by its words. */
  readonly isQuestion: (text: string) => boolean;
}

/** What belongs to the chats themselves: who is spoken to, what happens without words, files, the library by chat. */
export interface ChatSteps {
  /** Before all that people can want. */
  readonly first: readonly Step[];
  /** Before an answer of the library. */
  readonly restraint: Step;
  readonly friends: Pick<Friends, 'acceptFriend' | 'waiting'>;
  readonly keepFiles: KeepFiles;
  /** Kinds of record that can be ordered something. */
  readonly orders: Readonly<Record<string, CarryOut>>;
}

/** Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openChatSteps(parts: ChatParts): Promise<ChatSteps> {
  const { program, channels, appeals, people, ask, library, isQuestion } = parts;
  const { config, system } = program;
  const { records } = appeals;
  const { digest, log, attachments, shelf } = system;
  const { roster } = people;
  const botName = config.name;
  const tools = await program.parsing();
  const documents = await openDocuments(records, library.layOver);
  const fetch = async (file: Attachment, chat: string): Promise<Uint8Array> => {
    const channel = channels.find(({ name }) => name === channelOf(chat));
    if (channel === undefined) throw new ChannelError('unknown-chat');
    return channel.fetch(file);
  };
  const keepFiles = createKeepFiles({ fetch, attachments, log });
  const { quietHours, now } = appeals;
  const friendship = { roster, digest, records, now, quietHours };
  const friends = createFriends(friendship);
  const { nameOf } = people.names;
  return {
    first: [
      createFriendWatch(friendship),
      createHappeningsStep({ roster, nameOf, botName, quietHours, openedBy: createOpenedBy(appeals) }),
      createGateStep({
        ...appeals,
        digest,
        isPlainQuestion: (text) => isQuestion(text) && ask({ text }).answered,
      }),
      createMannersStep({ roster, botName }),
      createFriendStep({ ...friendship, friends, botName }),
      createLibraryStep({
        roster,
        library,
        notes: documents.notes,
        shelf,
        attachments,
        digest,
        fetch,
        parse: async (file) => {
          const policy = await parseFile(file, tools);
          if (policy.coverage.repairs.length === 0) return policy;
          // Lost characters are filled from parallel documents, as in the library itself.
          const parallels = library.current().policies.map(({ text }) => text);
          return parseFile({ ...file, parallels }, tools);
        },
      }),
      createFilesStep({ ...appeals, keepFiles }),
      createCopyStep(appeals),
    ],
    restraint: createRestraintStep(botName),
    friends,
    keepFiles,
    orders: { [DOCUMENT.name]: documents.carryOut },
  };
}
