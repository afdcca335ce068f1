/** What the ranking rests on. A saved index remembers them, since part of them is worked into its postings. */
export interface Weights {
  /** Saturation of repeated terms (BM25's k1): small, so that many distinct terms beat one frequent term. */
  readonly saturation: number;
  /** Per field: how much it counts, how strongly length tells against it (BM25F's b), and the usual length in characters. */
  readonly title: FieldWeights;
  readonly body: FieldWeights;
  readonly units: FieldWeights;
  /** What is added to a pair of characters that the segmenter calls a word of the question. */
  readonly word: number;
  /** A one-character word of the question, relative to a pair. */
  readonly single: number;
  /** A pair in which a word of grammar stands beside another word (「的生」), relative to others. */
  readonly loose: number;
  /** A pair that merely sounds like the question's. */
  readonly sound: number;
  /** Terms of the question within one stretch of a passage. */
  readonly proximity: number;
  /** How much a passage gains that covers the whole question. */
  readonly coverage: number;
}

export interface FieldWeights {
  readonly weight: number;
  readonly length: number;
  readonly usual: number;
}

/**
 * Chosen by coarse sweeps over three development sets together (encyclopedic questions from the mainland and
 * from Taiwan, policy questions): the values around these change MRR by less than the two halves of a set
 * differ, so there was nothing to tune finely.
 * Usual lengths are constants rather than averages of the collection: a passage's postings then depend on
 * nothing but itself, so that an index grown bit by bit equals one built at once.
 */
export const DEFAULT_WEIGHTS: Weights = {
  saturation: 0.6,
  title: { weight: 1.5, length: 0.3, usual: 30 },
  body: { weight: 1, length: 0.6, usual: 300 },
  units: { weight: 0.8, length: 0.2, usual: 30 },
  word: 0.3,
  single: 1,
  loose: 0.5,
  sound: 0.8,
  proximity: 0.1,
  coverage: 0.25,
};

/** Everything that a saved index must agree on, as text. */
export const describeWeights = (weights: Weights): string => JSON.stringify(weights);
