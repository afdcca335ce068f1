/**
 * How likely the best passage is what was asked for, 0..1: a logistic curve over what share of the question's
 * weight the passage covers and what share stands within one stretch. Rises with either.
 */
const CURVE = { at: -6, coverage: 6, closeness: 4 } as const;

export function confidenceOf(reading: { readonly coverage: number; readonly closeness: number }): number {
  const logit = CURVE.at + CURVE.coverage * reading.coverage + CURVE.closeness * reading.closeness;
  return 1 / (1 + Math.exp(-logit));
}
