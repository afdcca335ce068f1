interface Choice {
  readonly key: string;
  readonly label: string;
}

const lines = (choices: readonly Choice[]): readonly string[] =>
  choices.map(({ key, label }) => `${key} ${label}`);

/** What a desk is told that says something in its own words. */
export const deskWords = {
  /** Topic of the digits where it could be said of several. */
  topic: '承办',
  acts: { reply: '作为答复发给企业', note: '记为进展，企业也看得到', return: '退单给专员' },
  whatToDo: (number: string, choices: readonly Choice[]): string =>
    [`${number} 这句话要怎么办？`, ...lines(choices)].join('\n'),
  ofWhich: (choices: readonly Choice[], { isNotOurs }: { readonly isNotOurs: boolean }): string =>
    [isNotOurs ? '要退哪一件？' : '这是哪一件的进展？', ...lines(choices)].join('\n'),
  polite: (number: string): string =>
    `好的。要告诉企业什么，请发「${number} 进展 …」或「${number} 答复：…」。`,
  whatResult: (number: string): string =>
    `办好了请写明结果，我发给企业：「${number} 答复：办了什么、结果怎样」。`,
  whichResult: '办好的是哪一件？请写编号和结果：「A0001 答复：办了什么、结果怎样」。',
} as const;
