import { createSegmenter } from './adapters/jieba/index.ts';
import { structureDocument } from './src/domain/document/structure.ts';
import { readdirSync, readFileSync } from 'node:fs';
const { readPlainText } = await import('./adapters/documents/plain-text.ts');
const segmenter = await createSegmenter({});
const dir='seeds/policies/';
const files = readdirSync(dir).sort();
const sources = files.map((file)=>({file, format:'text' as const, encoding:'utf-8', ...readPlainText(readFileSync(dir+file,'utf8'))}));
let t0=performance.now();
const first = sources.map((source)=>structureDocument({source,segmenter}));
for (const r of first[0]!.coverage.repairs) console.error("ALONE", r.from, r.to);
console.error('first', performance.now()-t0); t0=performance.now();
const docs = sources.map((source,i)=>structureDocument({source,segmenter,parallels:first.filter((_,j)=>j!==i).map(d=>d.text)}));
console.error('second', performance.now()-t0);
const ws=(s:string)=>s.replace(/\s+/gu,'');
for (const d of docs) {
  const delta=d.coverage.repairs.reduce((s,r)=>s+ws(r.to).length-ws(r.from).length,0);
  console.error(d.file, d.coverage.characters, d.coverage.kept, ws(d.text).length, 'law', d.coverage.kept+delta===ws(d.text).length, d.clauses.length, new Set(d.clauses.map(c=>c.id)).size);
}
const want=process.argv[2];
for (const [i,d] of docs.entries()) if (!want || d.file.startsWith(want)) {
  console.log('#####',d.file);
  for (const r of d.coverage.dropped) if (r.reason!=='gloss') console.log('DROP',r.reason,r.text.slice(0,200)); 
  for (const r of d.coverage.repairs) console.log('REPAIR',r.from,'→',r.to);
  for (const c of d.clauses) console.log(c.id,c.kind[0]+c.kind[1],c.part,'|',c.path.join(' › '),'|',c.number,'|',c.heading,'|',c.text.slice(0,70), c.text.length>100?'…'+c.text.slice(-30):'');
  if (process.argv[3]) console.log(d.text);
}
