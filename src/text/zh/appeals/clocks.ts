import type { LimitName, Stage } from '../../../domain/appeal/types.ts';

const LIMITS: Readonly<Record<LimitName, string>> = {
  accept: '受理',
  'first-contact': '首次联系企业',
  reply: '答复企业',
};

export const limitWord = (what: LimitName): string => LIMITS[what];

/** 催办: to whoever is late, before and at a limit. */
export const reminder = (number: string, what: LimitName, facts: { stage: Stage; due: string }): string =>
  facts.stage === 'before'
    ? `催办：${number} 请在 ${facts.due} 前${LIMITS[what]}。`
    : `催办：${number} ${LIMITS[what]}的时限已到（${facts.due}），请马上处理。`;

/** 督办: to the supervisor, and what it is about. */
export const escalation = (
  number: string,
  facts: { what: LimitName | 'returns' | 'information' | 'rating'; stage: Stage; due: string; unit: string },
): string => {
  if (facts.what === 'returns') return `督办：${number} 已被两次退单（${facts.unit}），请协调承办单位。`;
  if (facts.what === 'information' || facts.what === 'rating') return `督办：${number}`;
  return facts.stage === 'before'
    ? `督办：${number} 还没有专员接手，受理时限 ${facts.due}。`
    : `督办：${number}（${facts.unit}）${LIMITS[facts.what]}已超过时限 ${facts.due}。`;
};
