import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { createClock } from '../../adapters/system/clock.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { type Bot, openBot } from '../../src/commands/bot.ts';
import { keptKinds } from '../../src/commands/kinds.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { aChangingLibrary } from './a-changing-library.ts';
import { aCupboard } from './a-cupboard.ts';
import { aPageFolder } from './a-page-folder.ts';
import { parseMoment } from '../../src/domain/moment.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openProgram, type Program } from '../../src/main.ts';
import { type Channel, ChannelError } from '../../src/ports/channel.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { sharedData } from './one-run.ts';

const HOME = join(import.meta.dirname, '../..');

/** Something that the bot said, and where. */
export interface Heard {
  readonly chat: string;
  readonly message: OutboundMessage;
}

/** The bot as it runs, on a channel whose people are played. */
export interface Stage {
  readonly bot: Bot;
  readonly records: Records;
  readonly program: Program;
  readonly pages: ReturnType<typeof aPageFolder>;
  readonly now: () => Instant;
  /** Somebody says something; in a group where one is named. Resolves to what the bot said because of it, everywhere. */
  readonly says: (
    person: string,
    text: string,
    more?: Partial<InboundMessage> & { readonly group?: string },
  ) => Promise<readonly Heard[]>;
  /** Time goes on, and what falls due is done: `+3d`, `2026-12-01T09:00`. Resolves to what was said meanwhile. */
  readonly passes: (moment: string) => Promise<readonly Heard[]>;
  readonly end: () => Promise<void>;
}

/** Texts said in one chat: a person's name, or a group's. */
export const heardBy = (heard: readonly Heard[], name: string): string =>
  heard
    .filter(({ chat }) => chat === `console:${name}` || chat === `console:group/${name}`)
    .map(({ message }) => message.text)
    .join('\n');

const memory = async (program: Program): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: keptKinds({ appeal: await program.appealKind(), digest: await program.digestKind() }),
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

// Library, dictionary and table of matters are the same in every story: they are opened and warmed up once.
let first: Program | undefined;

/** The program with these settings, over the library that all share. */
export function openShared(config: Config): Program {
  const opened = openProgram(config, { errors: new PassThrough() });
  first ??= openProgram({ ...config, data: sharedData(HOME) }, { errors: new PassThrough() });
  const { segmenter, parsing, answering, dispatching } = first;
  return { ...opened, segmenter, parsing, answering, dispatching };
}

/** What a story brings along. */
interface Given {
  readonly records?: Records;
  /** Files that people send, by their ids. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly library?: ReturnType<typeof aChangingLibrary>;
  /** What becomes of a message after it was heard: a promise that never ends is a process that died. */
  readonly afterSaying?: (chat: string) => Promise<void>;
}

/** Opens the whole bot with the seeds, records in memory and a clock that stands at `start` (Asia/Shanghai). */
export async function aStage(start: string, given: Given = {}): Promise<Stage> {
  const data = sharedData(HOME);
  const config = parseConfig({ LOG_LEVEL: 'silent' }, { data, now: start }, HOME);
  const opened = openShared(config);
  const clock = createClock(config.startAt, () => 0);
  const records = given.records ?? (await memory(opened));
  const pages = aPageFolder();
  const program: Program = {
    ...opened,
    // The disk of whoever runs the tests is left alone.
    system: { ...opened.system, clock, pages, attachments: aCupboard() },
    records: async () => records,
    answering: async () => {
      const { ask, library } = await opened.answering();
      return { ask, library: given.library?.over(library) ?? library };
    },
  };
  let heard: Heard[] = [];
  const channel: Channel = {
    name: 'console',
    start: async () => undefined,
    closed: new Promise(() => undefined),
    stop: async () => undefined,
    say: async (chat, message) => {
      heard.push({ chat, message });
      await given.afterSaying?.(chat);
      return { message: null };
    },
    fetch: async ({ id }) => {
      const bytes = given.files?.get(id);
      if (bytes === undefined) throw new ChannelError('unavailable');
      return bytes;
    },
    diagnose: async () => [],
  };
  const bot = await openBot(program, [channel]);
  await bot.resume();
  const take = async (): Promise<readonly Heard[]> => {
    await bot.settled();
    const said = heard;
    heard = [];
    return said;
  };
  let count = 0;
  return {
    bot,
    records,
    program,
    pages,
    now: clock.now,
    says: async (person, text, { group, ...more } = {}) => {
      count += 1;
      const chat = group === undefined ? `console:${person}` : `console:group/${group}`;
      const from = { id: `console:${person}`, name: person };
      await bot.receive({
        id: `console:${start}-${count}`,
        chat,
        isGroup: group !== undefined,
        from,
        text,
        at: clock.now(),
        addressed: true,
        ...more,
      });
      return take();
    },
    passes: async (moment) => {
      const at = parseMoment(moment, clock.now());
      expect(at).not.toBeNull();
      await clock.moveTo(at as Instant, bot.settled);
      return take();
    },
    end: async () => {
      await bot.stop();
    },
  };
}

/** A district with its enterprise group, one specialist 李专员, and the desk of a department in a group. */
export async function withPeople(stage: Stage, unit = '市经信局'): Promise<void> {
  await stage.says('管理员', '绑定 企业群 洪山区', { group: '企业群' });
  for (const [person, invite, group] of [
    ['李专员', '邀请 专员 洪山区', undefined],
    ['赵经办', `邀请 承办 ${unit}`, undefined],
  ] as const) {
    const code = /一次性码：(\w+)/.exec(heardBy(await stage.says('管理员', invite), '管理员'))?.[1];
    await stage.says(person, code ?? '', group === undefined ? {} : { group });
  }
}
