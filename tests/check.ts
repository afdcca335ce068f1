/**
 * `npm run check`: format, types, lint, dead code, and all tests (.vitest.config.ts), with their coverage bars. Those
 * that `npm test` runs take longest and have a lane of their own; all others follow one another beside them. Offline.
 */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...words: string[]];
  readonly environment?: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** What is known of files that have not changed, as knip's and vitest's own caches are. */
const TYPES_SEEN = 'node_modules/.cache/types.tsbuildinfo';

const LANES: readonly (readonly Step[])[] = [
  [
    {
      name: 'tests',
      command: ['vitest', 'run', '--config', '.vitest.config.ts', '--coverage'],
      // To see that a line is reached once is enough: `npm test` tries the laws as often as they want.
      environment: { QIFU_RUNS: '0.4' },
    },
  ],
  [
    { name: 'format', command: ['biome', 'format', '--max-diagnostics=50'] },
    {
      name: 'types',
      command: [
        'tsc',
        '--noEmit',
        '-p',
        'tsconfig.json',
        '--incremental',
        '--tsBuildInfoFile',
        TYPES_SEEN,
        '--singleThreaded',
      ],
    },
    { name: 'lint', command: ['oxlint', '--threads=1'] },
    { name: 'dead code', command: ['knip', '--cache', '--cache-location', 'node_modules/.cache/knip'] },
    // Last, since what the other lane has read by then is not to be compiled again.
    {
      name: 'outside',
      command: ['vitest', 'run', '--config', '.vitest.config.ts'],
      environment: { QIFU_TESTS: 'outside' },
    },
  ],
];

/**
 * Types and lint are checked by programs in Go that end before their garbage is worth collecting, and that compute more
 * in several threads than in one: the tests need the cores.
 */
const ENVIRONMENT = { ...process.env, GOGC: 'off', GOMEMLIMIT: '3GiB', GOMAXPROCS: '1' };

const runStep = (step: Step): Promise<Outcome> =>
  new Promise((resolve) => {
    const start = performance.now();
    const [program, ...words] = step.command;
    const child = spawn(`node_modules/.bin/${program}`, words, {
      env: { ...ENVIRONMENT, ...step.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const end = (ok: boolean): void =>
      resolve({ step, ok, seconds: (performance.now() - start) / 1000, output });
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });

async function runLane(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const outcome = await runStep(step);
    console.log(
      `${outcome.ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(10)} ${outcome.seconds.toFixed(1)} s`,
    );
    if (!outcome.ok) console.log(outcome.output);
    outcomes.push(outcome);
  }
  return outcomes;
}

const start = performance.now();
const outcomes = (await Promise.all(LANES.map(runLane))).flat();
const tests = outcomes.find(({ step }) => step.name === 'tests');
for (const line of tests?.output.match(/^.*(?:Tests |Statements|Branches|Functions|Lines) .*$/gm) ?? [])
  console.log(line);
const failed = outcomes.filter(({ ok }) => !ok).length;
console.log(
  `check: ${outcomes.length - failed} passed, ${failed} failed, ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
