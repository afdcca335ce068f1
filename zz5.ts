import { readFileSync } from 'node:fs';
import { createConcernReader } from './src/domain/answer/concerns.ts';
import { fold } from './src/domain/hanzi/fold.ts';
const c=()=>{const u=process.cpuUsage(); return (u.user+u.system)/1000;};
let t=c(); const d=JSON.parse(readFileSync('seeds/concerns.json','utf8')); console.log('parse',c()-t);
t=c(); const r=createConcernReader(d,(x)=>[x]); console.log('table',c()-t);
t=c(); for(const q of d.concerns) for(const a of q.asked) fold(a); console.log('fold',c()-t);
t=c(); for(let i=0;i<200;i++) r('想克外国摆个摊接点单子 一个人搞不清白 市里带队不'); console.log('read ms',(c()-t)/200);
