import { createSegmenter } from './adapters/jieba/index.ts';
import { structureDocument } from './src/domain/document/structure.ts';
import { gbkCode } from './src/domain/hanzi/gbk.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { simplifyCharacter, isTraditional } from './src/domain/hanzi/simplify.ts';
import { fold } from './src/domain/hanzi/fold.ts';
const { readPlainText } = await import('./adapters/documents/plain-text.ts');
const segmenter = await createSegmenter({});
const dir='seeds/policies/';
const files = readdirSync(dir).sort();
const sources = files.map((file)=>({file, format:'text' as const, encoding:'utf-8', ...readPlainText(readFileSync(dir+file,'utf8'))}));
const first = sources.map((source)=>structureDocument({source,segmenter}));
const docs = sources.map((source,i)=>structureDocument({source,segmenter,parallels:first.filter((_,j)=>j!==i).map(d=>d.text)}));
for (const d of docs) {
  const odd=new Map<string,string>();
  for (let i=0;i<d.text.length;i++){const c=d.text[i]!; if(/\s/.test(c))continue; const code=gbkCode(c); const trad=simplifyCharacter(c)!==c; const out=c>'\u007f'&&(code===null||!(code>=0xa1a1&&code<=0xf7fe&&(code&255)>=0xa1)); if(trad||out||/[a-zA-Z?]/.test(c)) odd.set(c,(odd.get(c)??'')+' '+d.text.slice(Math.max(0,i-4),i+5).replace(/\n/g,'|'));}
  console.log(d.file,[...odd]);
}
const norm=(s:string)=>fold(s).replace(/[\s\p{P}<>+%]/gu,'').replace(/^\d+/,'');
const body=norm(docs[0]!.text);
for (const c of docs[1]!.clauses.filter(c=>c.kind==='row')) {
  const own=c.text.replace(/\(责任单位.*$/,'');
  for (const s of own.split(/(?<=。)/)) { const n=norm(s); if(!n) continue; if(!body.includes(n)) console.log('DIFF',c.number,s); }
}
