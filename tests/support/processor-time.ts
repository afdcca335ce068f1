/** Milliseconds of the processor that this process uses from now on: how long a clock runs depends on the neighbours. */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
