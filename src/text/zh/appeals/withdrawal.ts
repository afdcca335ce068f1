type Choice = { readonly key: string; readonly label: string };

const lines = (choices: readonly Choice[]): readonly string[] =>
  choices.map(({ key, label }) => `${key} ${label}`);

/** What is asked and said before an appeal is withdrawn. */
export const withdrawalText = {
  reasons: ['已经解决', '不想办了', '写错了'],
  /** What picking a reason says. */
  typed: (number: string, reason: string): string => `${number} 撤销 ${reason}`,
  why: (number: string, choices: readonly Choice[]): string =>
    [`${number} 为什么撤销？直接说，或回复数字，不想说就回「跳过」：`, ...lines(choices)].join('\n'),
  yes: '撤销',
  keep: '不撤销，继续办',
  /** What picking that says. */
  kept: (number: string): string => `${number} 继续办`,
  whether: (number: string, about: string | null, choices: readonly Choice[]): string =>
    [`要撤销 ${number}${about === null ? ' ' : `（${about}）`}吗？`, ...lines(choices)].join('\n'),
  nothing: '好的，不办了。',
  goesOn: (number: string): string => `好的，${number} 继续办。`,
} as const;
