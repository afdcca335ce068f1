import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { openProgram } from './src/main.ts';
import { parseConfig } from './src/config.ts';
const program = openProgram(parseConfig({}, {}, process.cwd()), { errors: new PassThrough() });
const { ask } = await program.answering();
const c:any={};
for (const f of process.argv.slice(2)) for (const l of readFileSync(f,'utf8').trim().split('\n')) {
  const r=JSON.parse(l); const a=ask({text:r.q}); const first=(a.text??'').split('\n')[0]!;
  if(first.startsWith('这一条没有写')) { const k=(r.kind==='none'?'NONE ':'ans ')+first.slice(0,14); c[k]=(c[k]??0)+1; if(process.env.V) console.log(k, r.kind, r.q, '|', JSON.stringify(r.answer), '|', (a.text??'').split('\n')[1]?.slice(0,80)); }
}
console.log(c); process.exit(0);
