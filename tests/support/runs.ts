/**
 * How often a property is tried: `count` times when all tests run, `QIFU_RUNS` times as often where somebody looks
 * for what is rarer: `QIFU_RUNS=20 npx vitest run --config .vitest.config.ts tests/domain/search`.
 */
export const runs = (count: number): number => count * Number(process.env['QIFU_RUNS'] ?? 1);
