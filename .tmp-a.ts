import { createDamageRepair } from './src/domain/hanzi/damage.ts';
import { dropGlosses } from './src/domain/hanzi/gloss.ts';
import { simplifyTraditional } from './src/domain/hanzi/simplify.ts';
import { createSegmenter } from './adapters/jieba/index.ts';
import { readFileSync } from 'node:fs';
const segmenter = await createSegmenter({});
const t=readFileSync('seeds/policies/000_e95d2d2d2c89878a.txt','utf8');
for (const parallels of [[], [readFileSync('seeds/policies/001_5bcc126b24722924.txt','utf8')]]) {
const repair = createDamageRepair({segmenter, parallels, halfWidth: true});
let t0=performance.now();
for (const line of dropGlosses(t).text.split('\n')) { const r = repair(line); for (const x of r.repairs) console.log(x.from, '→', simplifyTraditional(x.to)); }
console.log(performance.now()-t0);
}
