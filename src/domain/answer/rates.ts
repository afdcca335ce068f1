/** Which kind of rate is wanted, and the word without which a clause does not give it. */
const RATES = [
  { asked: /利率|年化|日息|利息/, says: /利率|年化|日息|LPR|利息/i },
  { asked: /费率|担保费/, says: /费率|担保费/ },
  { asked: /税率/, says: /税率/ },
] as const;

/** 「日息几个点」 is answered by no other share that a clause gives. */
export const isOtherRate = (asked: string, text: string): boolean => {
  const wanted = RATES.find((rate) => rate.asked.test(asked));
  return wanted !== undefined && !wanted.says.test(text);
};
