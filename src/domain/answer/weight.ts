/** Weight of the question's pieces, as the answer room asks the index for them. */
export interface Needles {
  /** Piece of the folded question (or of a synonym) → weight; longer and rarer pieces weigh more. */
  readonly weights: ReadonlyMap<string, number>;
  /** Toneless pinyin of such pieces: finds homophone typos. */
  readonly sounds: ReadonlyMap<string, number>;
  /** The question itself, folded. */
  readonly asked: string;
  readonly fold: (text: string) => string;
  readonly sound: (text: string) => string;
}

/** How much a sentence says about the question; not comparable between questions. */
export function weightOf(sentence: string, needles: Needles): number {
  const folded = needles.fold(sentence).replace(/\s+/g, '');
  let total = 0;
  for (const [piece, weight] of needles.weights) if (folded.includes(piece)) total += weight;
  if (needles.sounds.size > 0) {
    const sound = needles.sound(folded);
    for (const [piece, weight] of needles.sounds) if (sound.includes(piece)) total += weight;
  }
  return total;
}
