import { createSegmenter } from './adapters/jieba/index.ts';
import { structureDocument } from './src/domain/document/structure.ts';
import { createDocumentReader } from './adapters/documents/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
const segmenter = await createSegmenter({ lexicon: 'seeds/lexicon.txt' });
segmenter.has('中国');
const dir='seeds/policies/';
const sources = await Promise.all(readdirSync(dir).sort().map((name)=>createDocumentReader().read({name,bytes:readFileSync(dir+name)})));
for (const source of sources) { const t=performance.now(); structureDocument({source,segmenter}); console.log(source.file.slice(0,3), Math.round(performance.now()-t)); }
let n=0; const t=performance.now(); const h=segmenter.has; for (let i=0;i<2000;i++) h('支持'+String.fromCharCode(0x4e00+i)); console.log('has', (performance.now()-t)/2000);
