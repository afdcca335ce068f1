const MOST_NAMED = 5;

/** What went over with 「移交 全部」, by the part of it; `kept`: numbers of what the other one may not take. */
export function handedAll({
  appeals,
  desks,
  kept,
}: {
  readonly appeals: number;
  readonly desks: number;
  readonly kept: readonly string[];
}): string {
  const parts = [
    ...(appeals > 0 ? [`作为专员负责的 ${appeals} 件`] : []),
    ...(desks > 0 ? [`承办的 ${desks} 件`] : []),
  ];
  const rest = kept.length > MOST_NAMED ? ` 等 ${kept.length} 件` : '';
  const named = `${kept.slice(0, MOST_NAMED).join('、')}${rest}`;
  return [
    parts.length === 0 ? '手上没有可移交的诉求。' : `一并移交：${parts.join('，')}。`,
    ...(kept.length > 0 ? [`${named} 没有移交：对方没有这个身份，请找管理员。`] : []),
  ].join('\n');
}
