import type { Binding, DeskUnit, Grant } from '../../domain/people/types.ts';
import { dayOf, type Instant, partsOf, weekdayOf } from '../../domain/time.ts';

/** How a unit is called. */
export type NameOf = (unit: DeskUnit) => string;

const CHANNELS: Readonly<Record<string, string>> = { feishu: '飞书', wechat: '微信', console: '控制台' };

/** 「feishu:ou_1」 → 「飞书」. */
export const channelWord = (id: string): string => {
  const name = id.slice(0, id.indexOf(':'));
  return CHANNELS[name] ?? name;
};

const WEEKDAYS = '一二三四五六日';

/** The last day of something that ends at 24:00: 「12月4日（周五）」. */
export function lastDay(until: Instant): string {
  const on = dayOf((until - 1) as Instant);
  const { month, day } = partsOf(on);
  return `${month}月${day}日（周${WEEKDAYS.charAt(weekdayOf(on) - 1)}）`;
}

const path = (parts: readonly string[]): string => (parts.length === 0 ? '全市' : parts.join('—'));

/** 「洪山区—关山街道的专员」 */
export function grantWord(grant: Grant, nameOf: NameOf): string {
  switch (grant.role) {
    case 'administrator':
      return '管理员';
    case 'supervisor':
      return `${path(grant.path)}的督办员`;
    case 'handler':
      return `${nameOf(grant.unit)}的承办人`;
    case 'specialist':
      return grant.area.kind === 'group' ? '一个企业群的专员' : `${path(grant.area.path)}的专员`;
  }
}

/** 「市经信局的承办群」 */
export function bindingWord(binding: Binding, nameOf: NameOf): string {
  if (binding.kind === 'desk') return `${nameOf(binding.unit)}的承办群`;
  const { district, station } = binding;
  return `${path(district === null ? [] : [district, ...station])}的企业群`;
}

/** A name that somebody has, cut short; they may have put anything into it. */
export function shownName(name: string | null): string {
  const tidy = (name ?? '').replace(/[\s\p{C}]+/gu, ' ').trim();
  if (tidy === '') return '（没有名字）';
  return tidy.length > LONGEST_NAME ? `${tidy.slice(0, LONGEST_NAME)}…` : tidy;
}

const LONGEST_NAME = 20;

export const joinedNames = (names: readonly (string | null)[]): string => {
  const shown = names.slice(0, 3).map(shownName).join('、');
  return names.length > 3 ? `${shown} 等 ${names.length} 人` : shown;
};
