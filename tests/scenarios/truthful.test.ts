import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ask, AskReply } from '../../src/app/answering/types.ts';
import type { Library } from '../../src/app/library/open-library.ts';
import { readConfig } from '../../src/config.ts';
import { MAX_QUOTE } from '../../src/domain/answer/extract.ts';
import type { Entry } from '../../src/domain/answer/types.ts';
import { openProgram } from '../../src/main.ts';
import { aTempFolder } from '../support/temp-folder.ts';

// Every question of the evaluation is asked over the whole library: nothing in a reply may be made up.

const HOME = join(import.meta.dirname, '../..');
const EVAL = join(HOME, 'tests/eval');

interface Asked {
  readonly q: string;
  readonly reply: AskReply;
}

const questions = readdirSync(EVAL)
  .filter((name) => /^questions\..*\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(join(EVAL, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { q: string }).q);

let library: Library;
let ask: Ask;
let asked: readonly Asked[];
let answered: readonly Asked[];
let entries: ReadonlyMap<string, Entry>;

beforeAll(async () => {
  const config = readConfig({ data: aTempFolderForAll(), now: '2026-11-21T09:00' }, HOME);
  ({ ask, library } = await openProgram(config, { errors: new PassThrough() }).answering());
  entries = library.current().entries;
  asked = questions.map((q) => ({ q, reply: ask({ text: q }) }));
  answered = asked.filter(({ reply }) => reply.answered);
});
