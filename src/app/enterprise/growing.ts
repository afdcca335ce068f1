import { growthOf } from '../../domain/enterprise/growth.ts';
import type { Dialogue } from '../../domain/enterprise/profile-record.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import { enterpriseQuestion } from '../../text/zh/enterprise.ts';
import {
  GROWTH_TOPIC,
  growthChoices,
  growthText,
  noSuchStep,
  stepDetail,
} from '../../text/zh/growth-list.ts';
import { asking } from './asking.ts';
import { orderTo, type Saying, subjectOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

/** 「下一步」「成长路径」; who has not told its titles is asked for them. */
export function showGrowth(
  deps: EnterpriseDeps,
  scene: Scene,
  { profile, dialogue }: { readonly profile: Profile; readonly dialogue: Dialogue },
): Saying {
  const growth = growthOf(deps.policies(), subjectOf(deps, scene, profile));
  const isUntold = profile.holdings === null && !dialogue.asked.includes('titles');
  const put = asking(scene, dialogue, { question: 'titles', goal: 'growth' });
  return {
    text: growthText(growth, isUntold ? enterpriseQuestion('titles') : null),
    topic: GROWTH_TOPIC,
    choices: growthChoices(growth),
    ...(isUntold ? { asks: true, orders: [orderTo(scene, { event: null, dialogue: put })] } : {}),
  };
}

/** 「成长路径 2」: one step in full. */
export function showStep(deps: EnterpriseDeps, scene: Scene, number: number): Saying {
  const { next } = growthOf(deps.policies(), subjectOf(deps, scene, scene.profile));
  const step = next[number - 1];
  return { text: step ? stepDetail(step) : noSuchStep, staysOpen: true };
}
