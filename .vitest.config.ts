import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/node_modules/**', 'node_modules/**', 'dist/**'],
    globalSetup: ['tests/support/one-run.ts'],
    setupFiles: ['tests/support/fixed-seed.ts'],
    pool: 'forks',
    // Two workers keep two cores busy: collecting garbage beside them would only be in their way.
    execArgv: ['--single-threaded-gc', '--min-semi-space-size=64', '--max-semi-space-size=64'],
    // The segmenter's dictionaries are loaded once a worker, not once a file.
    isolate: false,
    // The segmenter holds 250 MB: two workers fit the smallest office machine.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/app/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
