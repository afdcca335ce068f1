/**
 * Secrets in what goes to the log: mobile and landline numbers, ID and bank card numbers, unified credit codes.
 * Letters around a run of digits mean a hash or an id of ours, which is left alone.
 */
const SECRETS: readonly RegExp[] = [
  /(?<![\dA-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])0\d{2,3}[ -]?\d{7,8}(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,7}(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![\dA-Za-z])/g,
];

/** Long texts are cut: a log line is no place for a document. */
const LONGEST = 2000;
const DEEPEST = 6;

const maskText = (text: string): string => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return SECRETS.reduce((masked, secret) => masked.replace(secret, '***'), cut);
};

/** The same facts with every secret replaced by `***`; errors become plain data. */
export function maskFacts(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return /^1[3-9]\d{9}$/.test(String(value)) ? '***' : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (value instanceof Error) return errorFacts(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => maskFacts(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [maskText(key), maskFacts(item, depth + 1)]);
  return Object.fromEntries(entries);
}

function errorFacts(error: Error, depth: number): unknown {
  return {
    name: error.name,
    message: maskText(error.message),
    ...('code' in error ? { code: maskFacts(error.code, depth + 1) } : {}),
    stack: maskText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: maskFacts(error.cause, depth + 1) }),
  };
}
