type Mask = (text: string) => string;

/** Long texts are cut: a log line is no place for a document. */
const LONGEST = 2000;
const DEEPEST = 6;

const cutLong = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The same facts with every text cut and masked; errors become plain data. */
export const maskFacts = (value: unknown, mask: Mask): unknown =>
  maskValue(value, { depth: 0, mask: (text) => mask(cutLong(text)) });

interface Way {
  readonly depth: number;
  readonly mask: Mask;
}

function maskValue(value: unknown, way: Way): unknown {
  const { depth, mask } = way;
  const inner = { ...way, depth: depth + 1 };
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return /^1[3-9]\d{9}$/.test(String(value)) ? mask(String(value)) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (value instanceof Error) return errorFacts(value, way);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => maskValue(item, inner));
  const entries = Object.entries(value).map(([key, item]) => [mask(key), maskValue(item, inner)]);
  return Object.fromEntries(entries);
}

function errorFacts(error: Error, { depth, mask }: Way): unknown {
  const inner = { depth: depth + 1, mask };
  return {
    name: error.name,
    message: mask(error.message),
    ...('code' in error ? { code: maskValue(error.code, inner) } : {}),
    stack: mask(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: maskValue(error.cause, inner) }),
  };
}
