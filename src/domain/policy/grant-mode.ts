import type { GrantMode } from './types.ts';

const MODES: readonly (readonly [GrantMode, RegExp])[] = [
  // 「非申即享」 is how some cities write 免申即享.
  ['automatic', /免申即享|免申直达|非申即享|免申请即享|无感享受|免于申报|无需申报|无需申请|直达快享/],
  ['on-application', /即申即享|即报即审|即申即兑|随报随批/],
  [
    'competitive',
    /竞争性?(?:评审|遴选|立项|分配|择优)|专家评审|择优(?:支持|遴选|确定|评选)|揭榜挂帅|公开遴选/,
  ],
];

/**
 * How a clause hands out its support; null where it does not say. A clause that only plans to widen such a mode
 * (「扩大免申即享政策范围」) names no mode of its own.
 */
export function grantModeOf(text: string): GrantMode | null {
  for (const [mode, pattern] of MODES) {
    const found = pattern.exec(text);
    if (
      found &&
      !/(?:扩大|推广|推行|推进|探索|实现|完善)[^。;；,，]{0,16}$/.test(
        text.slice(Math.max(0, found.index - 20), found.index),
      )
    )
      return mode;
  }
  return null;
}
