import { accessSync, constants, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const MEMORY = '/dev/shm';
/** Many small containers have 64 MB of it. */
const ROOM_NEEDED = 1e9;

/** Where the tests' folders lie: in memory where there is room, since a disk that syncs each save takes a tenth of the time. */
function temporaryFolder(): { readonly TMPDIR?: string } {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize < ROOM_NEEDED ? {} : { TMPDIR: MEMORY };
  } catch {
    return {};
  }
}

Object.assign(process.env, temporaryFolder());

/**
 * Tests against the platforms' own SDKs, and of the program as a process: to load those takes longer than to run all
 * other tests of it. They have a lane of their own, `npm run test:outside`, and are part of `npm run check`.
 */
const OUTSIDE = [
  'tests/**/*.process.test.ts',
  'tests/adapters/{feishu,wechat}/**/*.test.ts',
  'tests/scenarios/{across,cards,feishu,wechat-account}.test.ts',
];
const isOutside = process.env['QIFU_TESTS'] === 'outside';

export default defineConfig({
  test: {
    include: isOutside ? OUTSIDE : ['tests/**/*.test.ts'],
    exclude: ['tests/bench/node_modules/**', 'node_modules/**', 'dist/**', ...(isOutside ? [] : OUTSIDE)],
    globalSetup: ['tests/support/one-run.ts'],
    setupFiles: ['tests/support/fixed-seed.ts'],
    pool: 'forks',
    execArgv: [
      // Two workers keep two cores busy: collecting garbage beside them would only be in their way.
      '--single-threaded-gc',
      '--min-semi-space-size=64',
      '--max-semi-space-size=64',
      // What lives long is loaded once: to look through all of it each time that the heap doubles frees nothing.
      '--initial-old-space-size=512',
      // Most code runs a few times here: to optimise it as early as usual, or to compile it twice, costs a fifth.
      '--interrupt-budget=500000',
      '--no-flush-bytecode',
    ],
    // The segmenter's dictionaries are loaded once a worker, not once a file.
    isolate: false,
    experimental: { fsModuleCache: true },
    // The segmenter holds 250 MB: two workers fit the smallest office machine.
    maxWorkers: isOutside ? 1 : 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'custom',
      customProviderModule: 'tests/support/coverage.ts',
      include: ['src/domain/**', 'src/app/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
