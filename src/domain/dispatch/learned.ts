/**
 * A softmax regression that learns from sayings which matter a text is about. Trained when the table is read,
 * always in the same order, so that the same table gives the same model; some 1,100 sayings take a few hundred ms.
 */
export interface Example {
  readonly features: readonly string[];
  /** Index of the class. */
  readonly label: number;
  /** 0–1: how much it counts. */
  readonly weight: number;
}

/** Chances of all classes for a text's features; they add up to 1. */
export type Classifier = (features: readonly string[]) => Float64Array;

const EPOCHS = 12;
const RATE = 2;
const DECAY = 0.2;
const BIAS_RATE = 0.1;
/** A step through the examples that meets each once an epoch where it shares no factor with their number. */
const STRIDE = 7919;

interface Vector {
  readonly at: Uint32Array;
  readonly value: Float64Array;
}

interface Space {
  readonly index: ReadonlyMap<string, number>;
  /** How telling each feature is, by its index. */
  readonly worth: Float64Array;
}

function spaceOf(examples: readonly Example[]): Space {
  const index = new Map<string, number>();
  const counts: number[] = [];
  for (const feature of examples.flatMap(({ features }) => features)) {
    const at = index.get(feature) ?? index.size;
    index.set(feature, at);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { index, worth: Float64Array.from(counts, (count) => Math.log(1 + examples.length / count)) };
}

/** The known features as a vector of length 1. */
function vectorOf(features: readonly string[], { index, worth }: Space): Vector {
  const at = Uint32Array.from(features.flatMap((feature) => index.get(feature) ?? []));
  const value = Float64Array.from(at, (place) => worth[place] ?? 0);
  const length = Math.hypot(...value) || 1;
  return { at, value: value.map((each) => each / length) };
}

interface Model {
  readonly classes: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

function chancesOf({ at, value }: Vector, { classes, weights, bias }: Model): Float64Array {
  const scores = bias.slice();
  for (let place = 0; place < at.length; place += 1) {
    const row = (at[place] ?? 0) * classes;
    const amount = value[place] ?? 0;
    for (let each = 0; each < classes; each += 1) {
      scores[each] = (scores[each] ?? 0) + (weights[row + each] ?? 0) * amount;
    }
  }
  let most = -Infinity;
  for (let each = 0; each < classes; each += 1) most = Math.max(most, scores[each] ?? 0);
  let sum = 0;
  for (let each = 0; each < classes; each += 1) {
    const power = Math.exp((scores[each] ?? 0) - most);
    scores[each] = power;
    sum += power;
  }
  for (let each = 0; each < classes; each += 1) scores[each] = (scores[each] ?? 0) / sum;
  return scores;
}

function learn(vector: Vector, { label, rate }: { label: number; rate: number }, model: Model): void {
  const { classes, weights, bias } = model;
  const errors = chancesOf(vector, model);
  errors[label] = (errors[label] ?? 0) - 1;
  for (let place = 0; place < vector.at.length; place += 1) {
    const row = (vector.at[place] ?? 0) * classes;
    const step = rate * (vector.value[place] ?? 0);
    for (let each = 0; each < classes; each += 1) {
      weights[row + each] = (weights[row + each] ?? 0) - step * (errors[each] ?? 0);
    }
  }
  for (let each = 0; each < classes; each += 1) {
    bias[each] = (bias[each] ?? 0) - rate * BIAS_RATE * (errors[each] ?? 0);
  }
}

/** Trains a classifier of so many classes. */
export function trainClassifier(examples: readonly Example[], classes: number): Classifier {
  const space = spaceOf(examples);
  const vectors = examples.map(({ features }) => vectorOf(features, space));
  const model: Model = {
    classes,
    weights: new Float64Array(space.index.size * classes),
    bias: new Float64Array(classes),
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + DECAY * epoch);
    for (let step = 0; step < examples.length; step += 1) {
      const at = (step * STRIDE + epoch) % examples.length;
      const { label, weight } = examples[at] as Example;
      learn(vectors[at] as Vector, { label, rate: rate * weight }, model);
    }
  }
  return (features) => chancesOf(vectorOf(features, space), model);
}
