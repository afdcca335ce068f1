import { createConsoleChannel } from '../../adapters/console/index.ts';
import { readConfig } from '../config.ts';
import { localMinute, parseMoment } from '../domain/moment.ts';
import { openProgram, type Program } from '../main.ts';
import { CALENDAR_ADDRESS } from '../app/reminding/calendar.ts';
import type { HttpServer } from '../../adapters/http/index.ts';
import { type Channel, ChannelError } from '../ports/channel.ts';
import type { Route } from '../ports/routes.ts';
import { firstCodeText } from '../text/zh/people.ts';
import { clockWords, consoleWords } from '../text/zh/console.ts';
import { expectNoWords, parseArguments } from './arguments.ts';
import { type Bot, openBot } from './bot.ts';
import type { Command } from './command.ts';
import type { Io } from './output.ts';

/** Who speaks on the console until told otherwise. */
const DEFAULT_PERSON = '我';

/** Moves the clock as a person asks, and has everything done that falls due on the way; returns the sentence about it. */
export async function moveClock(
  { clock }: Program['system'],
  text: string,
  settled: () => Promise<void>,
): Promise<string> {
  if (text === '') return clockWords.now(localMinute(clock.now()));
  const at = parseMoment(text, clock.now());
  if (at === null) return clockWords.notUnderstood(text.slice(0, 40));
  const moved = await clock.moveTo(at, settled);
  return (moved ? clockWords.now : clockWords.onlyForward)(localMinute(clock.now()));
}

function openConsole({ config, system }: Program, io: Io, settled: () => Promise<void>): Channel {
  const terminal = io.input.isTTY === true && io.out.terminal;
  return createConsoleChannel({
    input: io.input,
    output: io.screen,
    terminal,
    colour: io.out.terminal && !config.noColor,
    botName: config.name,
    person: DEFAULT_PERSON,
    words: consoleWords,
    pathOf: ({ id }) => system.pages.pathOf(id),
    clock: system.clock,
    moveClock: (text) => moveClock(system, text, settled),
    onError: (error) => system.log.error('console-failed', { error }),
  });
}

/** The signals that end the program from outside; the returned function stops listening. */
function onSignals(stop: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
}

type Wanted = NonNullable<Program['config']['channels']>[number];

/** The channels that are to run: those named, else those configured, else the console. */
export function wantedChannels({ channels, feishu, wechat }: Program['config']): readonly Wanted[] {
  if (channels !== null) return channels;
  const configured: readonly Wanted[] = [
    ...(feishu === null ? [] : (['feishu'] as const)),
    ...(wechat === null ? [] : (['wechat'] as const)),
  ];
  return configured.length > 0 ? configured : ['console'];
}

/** The calendars of chats, as soon as the bot is open. */
const calendarRoute = (bot: () => Promise<Bot | null>): Route => ({
  method: 'GET',
  path: CALENDAR_ADDRESS,
  maxBytes: 0,
  handle: async (request) => (await bot())?.calendar(request) ?? { status: 503 },
});

/** The channels of this run, opened but not started. */
interface Opened {
  readonly all: readonly Channel[];
  /** Takes pushes and shows calendars; null where neither is wanted. */
  readonly web: HttpServer | null;
}

async function openChannels(program: Program, io: Io, bot: () => Promise<Bot | null>): Promise<Opened> {
  const { config } = program;
  const wanted = wantedChannels(config);
  const { feishu, wechat } = config;
  const platforms = wanted.some((name) => name !== 'console') ? await import('./platforms.ts') : null;
  const isPushed = wanted.includes('feishu') && feishu?.receive === 'webhook';
  // Calendars are read by the world only where it is told where we are.
  const web =
    isPushed || config.publicUrl !== null ? (await import('./web.ts')).openWebServer(program) : null;
  web?.add(calendarRoute(bot));
  const tools = { program, io, bot };
  const all: Channel[] = [];
  if (wanted.includes('console')) all.push(openConsole(program, io, async () => (await bot())?.settled()));
  if (platforms && feishu && wanted.includes('feishu'))
    all.push(platforms.openFeishu(tools, { feishu, web: isPushed ? web : null }));
  if (platforms && wechat && wanted.includes('wechat')) all.push(await platforms.openWechat(tools, wechat));
  return { all, web };
}

/** Runs the bot until all its channels have ended or a signal comes. The library is opened while they start. */
export async function serve(program: Program, io: Io): Promise<number> {
  const release = await program.system.claimData();
  let bot: Promise<Bot | null> = Promise.resolve(null);
  let stopAll = async (): Promise<void> => undefined;
  const ignoreSignals = onSignals(() => void stopAll());
  try {
    const { all, web } = await openChannels(program, io, () => bot);
    stopAll = async () => void (await Promise.all(all.map((channel) => channel.stop())));
    const opening = openBot(program, all);
    const ready = opening.then(async (opened) => {
      await started;
      await opened.resume();
      await tellFirstCode(opened, io);
      return opened;
    });
    bot = ready.catch(() => null);
    let trouble: unknown;
    // Without library or records there is nothing to answer from: the channels end, the reason is told by the caller.
    const giveUp = ready.catch((error: unknown) => {
      trouble = error;
      return stopAll();
    });
    const started = Promise.all([...all.map((channel) => startChannel(channel, () => bot)), web?.start()]);
    await started;
    await Promise.all(all.map(({ closed }) => closed));
    await giveUp;
    await web?.stop();
    await opening.then(
      (opened) => opened.stop(),
      () => undefined,
    );
    if (trouble !== undefined) throw trouble;
    return 0;
  } finally {
    ignoreSignals();
    await release();
  }
}

/** The console waits until it is answered before it reads the next line; a platform waits until the message is safe. */
const startChannel = (channel: Channel, bot: () => Promise<Bot | null>): Promise<void> =>
  channel.start(async (message) => {
    const opened = await bot();
    if (opened === null) throw new ChannelError('closed');
    const refusal = await opened.receive(message);
    if (channel.name === 'console') await opened.settled();
    return refusal;
  });

/** Whoever sends it becomes administrator: it is shown on the terminal alone. */
async function tellFirstCode(bot: Bot, io: Io): Promise<void> {
  const code = await bot.firstCode();
  if (code !== null) await io.err.write(`${firstCodeText(code)}\n`);
}

/** `qifu serve`. */
export const runServe: Command = async (argv, io) => {
  const { positionals, overrides } = parseArguments(argv, {});
  expectNoWords(positionals);
  return serve(openProgram(readConfig(overrides, io.home), io), io);
};
