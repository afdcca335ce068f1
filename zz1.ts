import { readFileSync, readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createSearchIndex } from './src/domain/search/search-index.ts';
import { openProgram } from './src/main.ts';
import { parseConfig } from './src/config.ts';
import { fold } from './src/domain/hanzi/fold.ts';
const program = openProgram(parseConfig({}, {}, process.cwd()), { errors: new PassThrough() });
const seg = await program.segmenter();
const { library } = await program.answering();
const entries = [...library.current().entries.values()];
const bare=(s:string)=>fold(s).replace(/[\s\p{P}\p{S}]+/gu,'');
const texts = entries.map(e=>({e,b:bare(e.clause.text), doc:e.policy.file.slice(0,3)}));
const concerns = readdirSync('/tmp/sayings').filter(f=>f.endsWith('.jsonl')).flatMap(f=>readFileSync('/tmp/sayings/'+f,'utf8').trim().split('\n').map(l=>JSON.parse(l)));
const index = createSearchIndex({ segmenter: seg });
index.put(concerns.flatMap((c:any,i:number)=>c.asked.map((a:string,j:number)=>({id:`${i}.${j}`,title:'',body:a}))));
const whole = createSearchIndex({ segmenter: seg });
whole.put(concerns.map((c:any,i:number)=>({id:String(i),title:'',body:[...c.asked,...c.terms].join('\n')})));
const rows = process.argv.slice(2).flatMap(f=>readFileSync(f,'utf8').trim().split('\n').map(l=>JSON.parse(l))).filter(r=>r.kind==='colloquial');
function knn(q:string){const by=new Map<number,number>(); for(const h of index.search({text:q,k:40}).hits){const i=Number(h.id.split('.')[0]); const l=by.get(i)??0; by.set(i, Math.max(l,h.score)+0.15*Math.min(l,h.score));} return by;}
function cls(q:string){return new Map(whole.search({text:q,k:60}).hits.map(h=>[Number(h.id),h.score]));}
function norm(m:Map<number,number>){const t=Math.max(1e-9,...m.values()); return new Map([...m].map(([k,v])=>[k,v/t]));}

const { readQuestion } = await import('./src/domain/answer/question.ts');
const asks = createSearchIndex({ segmenter: seg }); asks.put(concerns.map((c:any,i:number)=>({id:String(i),title:'',body:c.asked.join('\n')})));
function cls2(q:string){return new Map(asks.search({text:q,k:60}).hits.map(h=>[Number(h.id),h.score]));}
// own tf-idf linear: features bigrams + words + chars

const mk=(feats:(t:string)=>Set<string>,opt:{terms:number})=>{ const t0=performance.now();
const df=new Map<string,number>(); const tf=concerns.map((c:any)=>{const m=new Map<string,number>(); for(const a of c.asked) for(const f of feats(a)) m.set(f,(m.get(f)??0)+1); for(const a of c.terms) for(const f of feats(a)) m.set(f,(m.get(f)??0)+opt.terms); for(const f of m.keys()) df.set(f,(df.get(f)??0)+1); return m;});
const N=concerns.length; 
const post=new Map<string,[number,number][]>(); tf.forEach((m,i)=>{for(const [f,c] of m){let p=post.get(f); if(!p) post.set(f,p=[]); p.push([i,c]);}});
console.log('built',(performance.now()-t0).toFixed(0),'ms',df.size);
return (pow:number,k:number)=>(q:string)=>{const o=new Map<number,number>(); for(const f of feats(q)){const p=post.get(f); if(!p) continue; const idf=Math.log(1+(N-p.length+.5)/(p.length+.5))**pow*(f.startsWith('w')?1:1); for(const [i,c] of p) o.set(i,(o.get(i)??0)+idf*c*(k+1)/(c+k));} return o;};};
const bi=(t:string)=>{const b=bare(t); const f=new Set<string>(); for(let i=0;i<b.length-1;i++) f.add(b.slice(i,i+2)); return f;};
const biuni=(t:string)=>{const f=bi(t); for(const c of bare(t)) f.add(c); return f;};
const bitri=(t:string)=>{const b=bare(t); const f=bi(t); for(let i=0;i<b.length-2;i++) f.add(b.slice(i,i+3)); return f;};
const biw=(t:string)=>{const f=bi(t); for(const w of seg.search(bare(t))) if(w.length>1) f.add('w'+w); return f;};
const wo=(t:string)=>{const f=new Set<string>(); for(const w of seg.search(bare(t))) f.add('w'+w); return f;};
const B=mk(bi,{terms:1}),BU=mk(biuni,{terms:1}),BT=mk(bitri,{terms:1}),BW=mk(biw,{terms:1}),BW2=mk(biw,{terms:2}),W=mk(wo,{terms:1}),BUW=mk((t)=>new Set([...biuni(t),...biw(t)]),{terms:1});

const bq=(wt:number,single:number)=>{const t0=performance.now(); const df=new Map<string,number>(); const tf=concerns.map((c:any)=>{const m=new Map<string,number>(); for(const a of [...c.asked,...c.terms]) for(const f of bi(a)) m.set(f,(m.get(f)??0)+1); return m;});
const post=new Map<string,[number,number][]>(); tf.forEach((m,i)=>{for(const [f,c] of m){let p=post.get(f); if(!p) post.set(f,p=[]); p.push([i,c]);}});
const N=concerns.length;
return (q:string)=>{const o=new Map<number,number>(); const w=new Map<string,number>(); for(const part of q.split(/[\s\p{P}]+/u)){ const ws=seg.words(fold(part)); const b=ws.join(''); const inside=new Set<number>(); let at=0; for(const x of ws){for(let i=at;i<at+x.length-1;i++) inside.add(i); at+=x.length;} for(let i=0;i<b.length-1;i++){const g=b.slice(i,i+2); w.set(g,Math.max(w.get(g)??0,inside.has(i)?wt:single));}}
 for(const [f,x] of w){const p=post.get(f); if(!p) continue; const idf=x*Math.log(1+(N-p.length+.5)/(p.length+.5)); for(const [i,c] of p) o.set(i,(o.get(i)??0)+idf*c*2/(c+1));} return o;};};
const methods: Record<string,(q:string)=>Map<number,number>> = {BQ2:bq(2,1),BQ3:bq(3,1),BQ15:bq(1.5,1),BQ1:bq(1,1),B:B(1,1),BU:BU(1,1),BU2:BU(1.5,1),BT:BT(1,1),BW:BW(1,1),BW_5:BW(1,.5),BW_2:BW(1,2),BW2:BW2(1,1),W:W(1,1),BUW:BUW(1,1),BUW15:BUW(1.5,1),BUW2:BUW(2,1)};
for (const [name,m] of Object.entries(methods)) {
  let h1=0,h3=0,h5=0,n=0;
  for (const r of rows) {
    const docs=[r.doc].flat(); const gold=texts.filter(t=>docs.includes(t.doc)&&r.contains.some((c:string)=>t.b.includes(bare(c))));
    if(!gold.length) continue; n++;
    const top=[...m(r.q)].sort((a,b)=>b[1]-a[1]).slice(0,5).map(([i])=>concerns[i]);
    const ok=top.map((c:any)=>c.terms.some((t:string)=>t.length>2&&gold.some(g=>g.b.includes(bare(t)))||t.length===2&&gold.some(g=>g.b.includes(t))));
    if(ok[0])h1++; if(ok.slice(0,3).some(Boolean))h3++; if(ok.some(Boolean))h5++;
    if(name==='mix'&&process.env.V) console.log(ok.map(Number).join(''), r.q,'=>',top.slice(0,3).map((c:any)=>c.concept).join(' / '));
  }
  console.log(name,n,'h1',(h1/n).toFixed(3),'h3',(h3/n).toFixed(3),'h5',(h5/n).toFixed(3));
}
process.exit(0);
