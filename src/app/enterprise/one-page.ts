import { growthOf } from '../../domain/enterprise/growth.ts';
import { matchPolicies } from '../../domain/enterprise/match-policies.ts';
import { isBlank } from '../../domain/enterprise/profile-record.ts';
import { enterpriseTalk } from '../../text/zh/enterprise-talk.ts';
import { renderOnePage } from '../../text/zh/one-page.ts';
import { pageNameOf } from './carry-out.ts';
import { type Saying, subjectOf, viewOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

/** 「一企一策」: one page to be printed, as a file. There is one of each profile; a newer one takes its place. */
export async function printOnePage(deps: EnterpriseDeps, scene: Scene): Promise<Saying> {
  const { profile, on, id } = scene;
  if (isBlank(profile)) return { text: enterpriseTalk.none };
  const subject = subjectOf(deps, scene, profile);
  const policies = deps.policies();
  const html = renderOnePage({
    ...viewOf(deps, profile),
    offers: matchPolicies(policies, subject),
    growth: growthOf(policies, subject),
    on,
  });
  const kept = await deps.pages.keep(pageNameOf(id, deps.digest), html);
  const file = { ...kept, name: enterpriseTalk.pageName(profile.name), kind: 'file' as const };
  return { text: enterpriseTalk.page(profile.name), files: [file] };
}
