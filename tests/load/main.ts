/** `npm run load [-- --events 10000 --rate 200 --by websocket|webhook]`: many messages at once, and what became of them. */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figures, type Load, runLoad } from './run-load.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '200' },
    by: { type: 'string', default: 'websocket' },
  },
});
const [events, perSecond] = [Number(values.events), Number(values.rate)];
const ways = ['websocket', 'webhook'] as const;
const receives = ways.find((way) => way === values.by);
if (!(Number.isInteger(events) && events > 0 && perSecond > 0) || receives === undefined) {
  process.stderr.write('usage: npm run load -- --events 10000 --rate 200 --by websocket\n');
  process.exit(2);
}

const share = (numbers: readonly number[], part: number): string => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0);
};
const three = (numbers: readonly number[]): string =>
  `p50 ${share(numbers, 0.5)}, p95 ${share(numbers, 0.95)}, p99 ${share(numbers, 0.99)}, most ${share(numbers, 1)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const machine = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

function report(load: Load, figures: Figures): string {
  const { acknowledged, refused, repeated, single, replied, lost, twice } = figures;
  const { backlog, overLimit, most, drainedIn, held, computedMs } = figures;
  return [
    `one after another (${single.length}): from event to reply ${three(single)}`,
    `${load.events} at ${load.perSecond}/s by ${load.receives}: acknowledged after ${three(acknowledged)}; ${refused} refused; ${repeated} pushed again`,
    `computing a message: ${computedMs.program.toFixed(1)} ms the program, ${computedMs.platform.toFixed(1)} ms the platform beside it`,
    `backlog: ${backlog.chats} chats at the end of the rush, worked off ${seconds(backlog.workedOffIn)} later`,
    `replies: ${replied.underLoad} by the end of the rush, ${replied.all} after ${(drainedIn / 60_000).toFixed(1)} min on a clock that is moved; ${lost} lost, ${twice} too many`,
    `refused for their number: ${overLimit.underLoad} before, ${overLimit.drained} on the moved clock; at most ${most.perSecond} came within a second, ${most.perMinute} within a minute`,
    `memory with both channels: ${megabytes(held.before.rss)} before the rush, at most ${megabytes(Math.max(held.rush.most, held.after.most))}, ${megabytes(held.after.rss)} after (heap ${megabytes(held.before.heap)}, ${megabytes(held.after.heap)}); ${held.after.saidOnWechat} said on WeChat meanwhile`,
  ].join('\n');
}

const day = new Date().toISOString().slice(0, 10);
process.stdout.write(
  `${day}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load average before ${machine()}\n`,
);
const load = { events, perSecond, receives, single: 200 };
const figures = await runLoad(load);
process.stdout.write(`${report(load, figures)}\nload average after ${machine()}\n`);
const isGood = figures.refused + figures.lost + figures.twice + figures.overLimit.drained === 0;
process.exit(isGood ? 0 : 1);
