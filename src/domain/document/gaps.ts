const GAP =
  /(?<=[\u3000-\u9fff\uff00-\uffef“”‘’—])\s+(?=[\u3000-\u9fff\uff00-\uffef“”‘’—])|(?<=[)）])\s+(?=[\u3400-\u9fff])/g;

/** Closes spaces within Chinese words that a table's narrow column made: 「进一 步」 → 「进一步」. */
export const withoutGaps = (text: string): string => text.replace(GAP, '').trim();
