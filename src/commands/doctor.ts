import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { toPrintable } from '../../adapters/console/printable.ts';
import { type Config, readConfig } from '../config.ts';
import { openProgram, type Program } from '../main.ts';
import type { DocumentRefusal } from '../ports/document-reader.ts';
import { checkLine, doctorWords } from '../text/zh/doctor.ts';
import { documentRefusal } from '../text/zh/documents.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import { type Check, unwell, well } from './check.ts';
import type { Command } from './command.ts';
import { examineChannels } from './examine-channels.ts';
import { examineRecords } from './examine-records.ts';
import { readSeeds } from './seeds.ts';
import { toSentence } from './sentence.ts';
import { readVersion } from './version.ts';

const WANTED_NODE = [20, 19] as const;
/** Less than this and a backup or a long log may fill the disk. */
const LOW_DISK_BYTES = 200e6;

/** Node is new enough: 20.19 or later. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const enough = major > WANTED_NODE[0] || (major === WANTED_NODE[0] && minor >= WANTED_NODE[1]);
  return enough
    ? well('node', version)
    : unwell('node', doctorWords.nodeTooOld(version, `v${WANTED_NODE.join('.')}`));
}

async function checkSegmenter(program: Program): Promise<Check> {
  const start = performance.now();
  try {
    await program.segmenter();
    return well('segmenter', doctorWords.segmenter(performance.now() - start));
  } catch (error) {
    return unwell('segmenter', toSentence(error));
  }
}

async function checkSeeds({ config: { seeds }, timing }: Program): Promise<Check> {
  try {
    await readSeeds(seeds);
    await timing();
    return well('seeds', doctorWords.seeds(seeds));
  } catch (error) {
    return unwell('seeds', toSentence(error));
  }
}

/** Documents and clauses of the library, and each file that it refuses. */
async function checkDocuments(program: Program): Promise<Check> {
  const start = performance.now();
  try {
    const { policies, entries, problems } = (await program.answering()).library.current();
    const ms = performance.now() - start;
    const refused = problems.map(({ file, code }) => documentRefusal(file, code as DocumentRefusal));
    const found = doctorWords.documents({ documents: policies.length, clauses: entries.size, ms });
    if (refused.length > 0) return unwell('documents', `${found}。${refused.join('')}`);
    if (policies.length === 0) {
      return unwell('documents', doctorWords.noDocuments(join(program.config.data, 'library')));
    }
    return well('documents', found);
  } catch (error) {
    return unwell('documents', toSentence(error));
  }
}

/** The nearest folder above that exists: where a folder that is yet to be made would be made. */
async function existing(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  return found !== null || dirname(folder) === folder ? folder : existing(dirname(folder));
}

async function checkData({ data }: Config): Promise<Check> {
  const folder = await existing(data);
  const writable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => stat(folder).then((found) => found.isDirectory()),
    () => false,
  );
  return writable ? well('data', doctorWords.writable(data)) : unwell('data', doctorWords.notWritable(data));
}

async function checkDisk({ data }: Config): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(await existing(data));
    const free = bavail * bsize;
    return free < LOW_DISK_BYTES
      ? unwell('disk', doctorWords.diskLow(free))
      : well('disk', doctorWords.disk(free));
  } catch {
    return well('disk', doctorWords.diskUnknown);
  }
}

async function checkCache({ data }: Config): Promise<Check> {
  const folder = join(data, 'derived');
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return well('cache', doctorWords.cache({ files: names.length, bytes }));
}

/** Looks at everything the bot rests on; changes nothing but the cache. */
export async function examine(program: Program, home: string): Promise<readonly Check[]> {
  const { config } = program;
  // The state of the cache is that before the library was opened.
  const cache = await checkCache(config);
  return [
    well('version', await readVersion(home)),
    checkNode(process.version),
    await checkSegmenter(program),
    await checkSeeds(program),
    await checkDocuments(program),
    await checkData(config),
    await checkDisk(config),
    cache,
    ...(await examineRecords(program)),
    ...(await examineChannels(program)),
  ];
}

/** `qifu doctor`: what there is, what is missing and how to get it; exit code 1 where something is missing. */
export const runDoctor: Command = async (argv, io) => {
  const { values, positionals, overrides } = parseArguments(argv, { json: { type: 'boolean' } });
  expectNoWords(positionals);
  const checks = await examine(openProgram(readConfig(overrides, io.home), io), io.home);
  const bad = checks.filter(({ ok }) => !ok).length;
  const end = bad === 0 ? doctorWords.allWell : doctorWords.notWell(bad);
  const report = [...checks.map(checkLine), end].map(toPrintable).join('\n');
  await io.out.write(values.json ? `${JSON.stringify(checks)}\n` : `${report}\n`);
  return bad === 0 ? 0 : 1;
};
