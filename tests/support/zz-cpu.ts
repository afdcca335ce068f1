import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
const read = () => {
  const c = process.cpuUsage();
  const s = readFileSync('/proc/self/stat', 'utf8');
  const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
  return {
    cpu: (c.user + c.system) / 1000,
    kids: (Number(f[13]) + Number(f[14])) * 10,
    wall: performance.now(),
  };
};
const start = read();
let mid: any;
beforeAll(() => {
  mid = read();
});
afterAll(() => {
  const e = read();
  appendFileSync(
    '/tmp/cpu.log',
    JSON.stringify({
      f: expect.getState().testPath,
      imp: mid.cpu - start.cpu,
      cpu: e.cpu - mid.cpu,
      kids: e.kids - start.kids,
      wall: e.wall - start.wall,
      pid: process.pid,
    }) + '\n',
  );
});
