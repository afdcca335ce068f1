import { schedule, type ScheduledTask } from 'node-cron';
import type { Log } from '../../src/ports/log.ts';
import type { Schedule } from '../../src/ports/schedule.ts';

/** Ticks of the machine's clock. Nothing may depend on one not being missed: what is due follows from the records. */
export function createCronSchedule({ log }: { readonly log: Log }): Schedule {
  const tasks: ScheduledTask[] = [];
  const underWay = new Set<Promise<void>>();
  const run = (work: () => Promise<void>): Promise<void> => {
    const running = work()
      .catch((error: unknown) => log.error('tick-failed', { error }))
      .finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  return {
    every: (cron, work) => {
      tasks.push(schedule(cron, () => run(work), { timezone: 'Asia/Shanghai', noOverlap: true }));
    },
    stop: async () => {
      for (const task of tasks.splice(0)) await task.destroy();
      await Promise.all(underWay);
    },
  };
}
