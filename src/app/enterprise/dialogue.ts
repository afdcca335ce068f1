import { QUESTION_OF } from '../../domain/enterprise/commands.ts';
import {
  nextQuestion,
  type ProfileAnswer,
  type QuestionId,
  readAnswer,
} from '../../domain/enterprise/questions.ts';
import {
  type Dialogue,
  type Goal,
  isBlank,
  type OpenQuestion,
  type ProfileOrder,
} from '../../domain/enterprise/profile-record.ts';
import { type Facts, type Profile, withFacts } from '../../domain/enterprise/types.ts';
import { enterpriseQuestion, enterpriseRefusal } from '../../text/zh/enterprise.ts';
import { enterpriseTalk } from '../../text/zh/enterprise-talk.ts';
import { asking, resting } from './asking.ts';
import { showGrowth } from './growing.ts';
import { listOffers } from './offers.ts';
import { orderTo, type Saying, viewOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

const STOP = /^(?:不填了?|不想填了?|别问了|停止|结束|退出|不说了|到此为止|先不填)[了吧啊。.!！\s]*$/;
/** 「有什么补贴？」「小巨人奖多少」 answers nothing. */
const ASKS =
  /[?？]|[吗呢么]$|怎么|咋|如何|为什么|为啥|哪[里个些儿]|多少钱|奖多少|补多少|能不能|可不可以|有没有|有(?:什么|啥|哪些)|请问|想问/;
/** A short answer is not taken for an appeal. */
const LONG_ANSWER = 16;
const MOST_TRIES = 2;

/** The question that waits for this message; null where none does. */
export function openQuestion({ record, said, person }: Scene): OpenQuestion | null {
  const { open } = record.dialogue;
  if (open === null || said.picked !== null || said.message.happening) return null;
  const isMeant = open.person === person && open.chat === said.message.chat && open.until > said.now;
  return isMeant ? open : null;
}

/** True where the facts hold one that the question asks for. */
const answers = (question: QuestionId, facts: Facts): boolean =>
  Object.entries(QUESTION_OF).some(([field, own]) => own === question && field in facts);

/** Somebody who was asked something says something else altogether. */
function goesElsewhere(deps: EnterpriseDeps, text: string): boolean {
  if (ASKS.test(text.trim()) || deps.isOpening(text)) return true;
  return text.trim().length >= LONG_ANSWER && deps.intentOf(text, false) === 'appeal';
}

/** What goes on after an answer. */
interface Next {
  readonly profile: Profile;
  readonly dialogue: Dialogue;
  readonly goal: Goal;
  /** Order that keeps the answer; its dialogue is laid on by what is asked next. */
  readonly event: Pick<ProfileOrder, 'event' | 'facts'>;
  readonly lead: (next: string) => string;
}

/** Shows again what the answer was wanted for; or puts the next question; or says what is known now. */
function goOn(deps: EnterpriseDeps, scene: Scene, { profile, dialogue, goal, event, lead }: Next): Saying {
  const keep = (to: Dialogue) => orderTo(scene, { ...event, dialogue: to });
  if (goal !== 'profile') {
    const shown =
      goal === 'offers'
        ? listOffers(deps, scene, { profile, dialogue, past: false, page: 1 })
        : showGrowth(deps, scene, { profile, dialogue });
    return {
      ...shown,
      text: `${lead('')}\n${shown.text}`,
      orders: [keep(dialogue), ...(shown.orders ?? [])],
    };
  }
  const question = nextQuestion(profile, dialogue.asked);
  if (question !== null) {
    const put = asking(scene, dialogue, { question, goal });
    return { text: lead(enterpriseQuestion(question)), asks: true, orders: [keep(put)] };
  }
  const { done, nothingTold } = enterpriseTalk;
  return {
    text: isBlank(profile) ? nothingTold : done(viewOf(deps, profile)),
    orders: [keep(dialogue)],
  };
}

/** Twice not understood is not asked a third time. */
function again(
  deps: EnterpriseDeps,
  scene: Scene,
  { open, why }: { readonly open: OpenQuestion; readonly why: string },
): Saying {
  const { question, goal, tries } = open;
  const { dialogue } = scene.record;
  if (tries + 1 < MOST_TRIES) {
    const put = asking(scene, dialogue, { question, goal, tries: tries + 1 });
    return { text: why, asks: true, orders: [orderTo(scene, { event: null, dialogue: put })] };
  }
  return goOn(deps, scene, {
    profile: scene.profile,
    dialogue: resting({ asked: [...dialogue.asked, question] }),
    goal,
    event: { event: null },
    lead: enterpriseTalk.goesOn,
  });
}

function answered(
  deps: EnterpriseDeps,
  scene: Scene,
  { open, answer }: { readonly open: OpenQuestion; readonly answer: ProfileAnswer },
): Saying {
  const { facts, skipped } = answer;
  const { asked } = scene.record.dialogue;
  // Who told something else is asked again.
  const isDone = skipped || answers(open.question, facts);
  return goOn(deps, scene, {
    profile: withFacts(scene.profile, facts),
    dialogue: resting({ asked: isDone ? [...asked, open.question] : asked }),
    goal: open.goal,
    event: skipped ? { event: null } : { event: { kind: 'told', how: 'answered' }, facts },
    lead: skipped ? enterpriseTalk.skipped : enterpriseTalk.noted,
  });
}

/** The dialogue is left as it is and can be gone on with. */
export const leaving = (scene: Scene) =>
  orderTo(scene, { event: null, dialogue: resting(scene.record.dialogue) });

/** Takes the answer to an open question; null where the message is something else altogether. */
export function takeAnswer(deps: EnterpriseDeps, scene: Scene, open: OpenQuestion): Saying | null {
  const { text } = scene.said;
  if (STOP.test(text.trim())) return { text: enterpriseTalk.stopped, orders: [leaving(scene)] };
  if (goesElsewhere(deps, text)) return null;
  const answer = readAnswer(open.question, { text, on: scene.on }, deps.reader);
  if (!answer.ok) return again(deps, scene, { open, why: enterpriseRefusal(answer.error) });
  return answered(deps, scene, { open, answer: answer.value });
}

/** 「我的企业」: begins, or shows what is known and goes on with what is still to be asked. */
export function showProfile(deps: EnterpriseDeps, scene: Scene): Saying {
  const { profile, record } = scene;
  const { dialogue } = record;
  // Who begins anew after everything was skipped is asked anew.
  const asked = isBlank(profile) ? [] : dialogue.asked;
  const question = nextQuestion(profile, asked);
  const words = question && enterpriseQuestion(question);
  const put = question && asking(scene, { asked }, { question, goal: 'profile' });
  return {
    text:
      isBlank(profile) && words
        ? `${enterpriseTalk.begins}\n${words}`
        : enterpriseTalk.profile(viewOf(deps, profile), words),
    ...(put ? { asks: true, orders: [orderTo(scene, { event: null, dialogue: put })] } : {}),
  };
}
