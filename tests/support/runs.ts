/** Of the times that a law is tried where somebody looks for what is rarer. */
const USUAL = 0.6;

/**
 * How often a property is tried: a little more than half of `count` times when all tests run, `QIFU_RUNS` times as often
 * where somebody looks for what is rarer: `QIFU_RUNS=20 npx vitest run --config .vitest.config.ts tests/domain/search`.
 */
export const runs = (count: number): number => Math.ceil(count * Number(process.env['QIFU_RUNS'] ?? USUAL));
