import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentReader } from '../../adapters/documents/index.ts';
import { structureDocument } from '../../src/domain/document/structure.ts';
import { parsePolicy } from '../../src/domain/policy/parse-policy.ts';
import { readingsOf } from '../../src/domain/reminder/readings.ts';
import type { Reading } from '../../src/domain/reminder/types.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';

/** A day of an invented call as its author meant it; `doubtful`: it must not be told without a person's confirmation. */
interface Answer {
  readonly call: string;
  /** `2027-04-30`, `monthly-20`, `yearly-03-31` */
  readonly day: string;
  readonly at: string | null;
  readonly whose: 'applicant' | 'objection' | 'also' | 'doubtful';
}

const FOLDER = join(import.meta.dirname, '../fixtures/calls');

const answersIn = (): readonly Answer[] =>
  readFileSync(join(FOLDER, 'answers.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [call = '', day = '', at = '', whose = ''] = line.split(' ');
      return { call, day, at: at === '-' ? null : at, whose: whose as Answer['whose'] };
    });

function dayOf({ on, yearly }: Reading): string {
  if (yearly === null) return on ?? '';
  const { months, day } = yearly;
  return months.length === 0 ? `monthly-${day}` : `yearly-${months.join().padStart(2, '0')}-${day}`;
}

const says = (answer: Answer, reading: Reading): boolean =>
  answer.day === dayOf(reading) &&
  answer.at === reading.at &&
  (answer.whose === 'objection') === (reading.kind === 'objection');

async function readingsIn(file: string): Promise<readonly Reading[]> {
  const source = await createDocumentReader().read({ name: file, bytes: readFileSync(join(FOLDER, file)) });
  const document = structureDocument({ source, segmenter: createFakeSegmenter() });
  return readingsOf(parsePolicy({ document, resolveUnit: () => null })).map(({ reading }) => reading);
}

/** What is read of the invented calls: told for sure and right or wrong, waiting for a person, missed; each named. */
export async function measureCalls() {
  const answers = answersIn();
  const right: string[] = [];
  const wrong: string[] = [];
  const waiting: string[] = [];
  const missed: string[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => /^\d/.test(name))) {
    const readings = await readingsIn(file);
    const own = answers.filter(({ call }) => file.startsWith(call));
    for (const reading of readings.filter(
      ({ doubts, on, yearly }) => doubts.length === 0 && (on ?? yearly) !== null,
    )) {
      const isRight = own.some((answer) => answer.whose !== 'doubtful' && says(answer, reading));
      (isRight ? right : wrong).push(`${file} ${dayOf(reading)} ${reading.at ?? ''} ${reading.what}`);
    }
    for (const answer of own.filter(({ whose }) => whose === 'applicant' || whose === 'objection')) {
      const found = readings.find((reading) => says(answer, reading));
      if (found === undefined) missed.push(`${file} ${answer.day}`);
      else if (found.doubts.length > 0) waiting.push(`${file} ${answer.day} ${found.doubts.join()}`);
    }
  }
  return { right, wrong, waiting, missed };
}
