import { type EnterpriseCommand, readEnterpriseCommand } from '../../domain/enterprise/commands.ts';
import { collectInPassing } from '../../domain/enterprise/profile-reader.ts';
import { isBlank } from '../../domain/enterprise/profile-record.ts';
import { enterpriseTalk } from '../../text/zh/enterprise-talk.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { adopt, adoptHint, keepApart, offerToAdopt } from './adopting.ts';
import { correct } from './correcting.ts';
import { leaving, openQuestion, showProfile, takeAnswer } from './dialogue.ts';
import { askToErase, eraseProfile, exportProfile } from './forgetting.ts';
import { showGrowth, showStep } from './growing.ts';
import { listOffers, showOffer } from './offers.ts';
import { printOnePage } from './one-page.ts';
import { hear, mayNote, withPassing } from './passing.ts';
import { say, type Saying } from './saying.ts';
import { sceneOf } from './scene.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

type Offers = Extract<EnterpriseCommand, { kind: 'offers' }>;

/** 「我们是省级小巨人，能享受什么政策」: what is told with the question counts for the answer. */
function offersFor(deps: EnterpriseDeps, scene: Scene, { past, page }: Offers): Saying {
  const { dialogue } = scene.record;
  if (!mayNote(scene)) return listOffers(deps, scene, { profile: scene.profile, dialogue, past, page });
  const { profile, orders, question } = hear(deps, scene);
  const listed = listOffers(deps, scene, { profile, dialogue, past, page });
  const text = question === null ? listed.text : `${listed.text}\n${question}`;
  return { ...listed, text, orders: [...orders, ...(listed.orders ?? [])] };
}

/** Puts the question whether a person's own profile is to be the enterprise's behind what else is said. */
function withAdoption(scene: Scene, saying: Saying): Saying {
  const offer = offerToAdopt(scene);
  if (offer === null) return saying;
  // What is there already is not asked for again.
  if (isBlank(scene.profile)) return offer;
  return { ...saying, ...offer, text: `${saying.text}\n${offer.text}` };
}

function withHint(scene: Scene, saying: Saying): Saying {
  const hint = adoptHint(scene);
  return hint === null ? saying : { ...saying, text: `${saying.text}\n${hint}` };
}

async function obey(deps: EnterpriseDeps, scene: Scene, command: EnterpriseCommand): Promise<Turn> {
  const { profile, record } = scene;
  switch (command.kind) {
    case 'mine':
      return say(scene, withAdoption(scene, showProfile(deps, scene)));
    case 'offers':
      return say(scene, withHint(scene, offersFor(deps, scene, command)));
    case 'offer':
      return say(scene, showOffer(deps, scene, command));
    case 'growth':
      return command.step === null
        ? say(scene, withHint(scene, showGrowth(deps, scene, { profile, dialogue: record.dialogue })))
        : say(scene, showStep(deps, scene, command.step));
    case 'one-page':
      return say(scene, await printOnePage(deps, scene));
    case 'correct':
      return say(scene, correct(deps, scene, command));
    case 'export':
      return say(scene, exportProfile(deps, scene));
    case 'erase': {
      if (!command.isSure) return say(scene, askToErase(scene));
      const erased = eraseProfile(scene);
      return 'silent' in erased ? { deliveries: [erased.silent] } : say(scene, erased);
    }
    case 'keep':
      return say(scene, { text: enterpriseTalk.kept });
    case 'adopt':
      return say(scene, adopt(scene));
    case 'apart':
      return say(scene, keepApart(scene));
  }
}

/** 「省级小巨人能享受什么政策」 is a question to the library: nobody says that he is one. */
function isOwn(deps: EnterpriseDeps, { said, on }: Scene, command: EnterpriseCommand): boolean {
  if (command.kind !== 'offers' || command.lead === '') return true;
  return Object.keys(collectInPassing({ text: said.text, on }, deps.reader)).length > 0;
}

async function follow(steps: readonly Step[], said: Said): Promise<Turn | null> {
  for (const step of steps) {
    const turn = await step(said);
    if (turn !== null) return turn;
  }
  return null;
}

const isSpoken = ({ message }: Said): boolean => !message.happening || message.happening.kind === 'chosen';

/**
 * Takes what an enterprise says about its profile and what it can get. Everything else goes to the steps that follow;
 * what an owner tells there of the enterprise is noted in passing, and a question of ours that was left is put aside.
 */
export function createEnterpriseStep(deps: EnterpriseDeps, following: readonly Step[]): Step {
  return async (said) => {
    const scene = isSpoken(said) ? await sceneOf(deps, said) : null;
    if (scene === null) return follow(following, said);
    const command = readEnterpriseCommand(said.text);
    if (command !== null && isOwn(deps, scene, command)) return obey(deps, scene, command);
    const open = openQuestion(scene);
    const answer = open && takeAnswer(deps, scene, open);
    if (answer !== null) return say(scene, answer);
    const turn = await follow(following, said);
    if (turn === null) return null;
    const noted = withPassing(deps, scene, turn);
    return open === null ? noted : { ...noted, deliveries: [...(noted.deliveries ?? []), leaving(scene)] };
  };
}
