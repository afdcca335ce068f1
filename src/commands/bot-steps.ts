import { createAnsweredStep } from '../app/answering/answered-step.ts';
import { createCollectStep } from '../app/answering/collect-step.ts';
import { createAppealStep } from '../app/appeals/appeal-step.ts';
import { handOverAppeals } from '../app/appeals/hand-over.ts';
import { createDeskStep } from '../app/appeals/desk-step.ts';
import { createGatherStep } from '../app/appeals/gather-step.ts';
import { createHandOnStep } from '../app/appeals/hand-on-step.ts';
import { createListStep } from '../app/appeals/lists.ts';
import { createOpenStep } from '../app/appeals/open-step.ts';
import { withKeptFiles } from '../app/appeals/with-kept-files.ts';
import { withSentFiles } from '../app/appeals/with-sent-files.ts';
import { createEnterpriseStep } from '../app/enterprise/enterprise-step.ts';
import { createPeopleStep } from '../app/people/people-step.ts';
import { createAnswerStep } from '../app/turn/answer-step.ts';
import type { Step } from '../app/turn/types.ts';
import { createUnitMatcher } from '../domain/unit/match.ts';
import type { BotParts } from './bot-parts.ts';
import { enterpriseDeps } from './enterprise.ts';

/** What a message is offered to, one after another. Throws `SegmenterError`, `SeedError`. */
export async function createSteps(parts: BotParts): Promise<readonly Step[]> {
  const { program, appeals, activity, chats, reading, units, ask, answered, library } = parts;
  const { reminding } = parts.reminders;
  return [
    activity.step,
    ...chats.first,
    parts.logins.step,
    createPeopleStep(parts.peopleParts.take, (what) => handOverAppeals(appeals, what)),
    reminding.step,
    createListStep(appeals),
    createHandOnStep(appeals),
    createGatherStep(appeals),
    createAnsweredStep({ roster: appeals.roster, library, answered }),
    createCollectStep({ ...appeals, library, answered }),
    withSentFiles(
      chats.keepFiles,
      createAppealStep({ ...appeals, matcher: createUnitMatcher(units.bodies) }),
    ),
    withSentFiles(chats.keepFiles, createDeskStep(appeals)),
    createEnterpriseStep(await enterpriseDeps(program, { ...appeals, reading, reader: parts.reader }), [
      withKeptFiles(chats.keepFiles, createOpenStep({ ...appeals, ...reading })),
      chats.restraint,
      reminding.noting(createAnswerStep(ask, answered)),
    ]),
  ];
}
