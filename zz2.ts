// features for ranking: dump
import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { openProgram } from './src/main.ts';
import { parseConfig } from './src/config.ts';
import { fold } from './src/domain/hanzi/fold.ts';
import { createConcernReader } from './src/domain/answer/concerns.ts';
import { createTools } from './src/app/answering/tools.ts';
import { readQuestion } from './src/domain/answer/question.ts';
import { fitness } from './src/domain/answer/fitness.ts';
import { namesConcern } from './src/domain/answer/names-concern.ts';
import { basisOf } from './src/domain/answer/basis.ts';
import { scopeOf } from './src/domain/answer/scope.ts';
import { isAboutItsDocument, isAboutDocument } from './src/domain/answer/document-facts.ts';
const program = openProgram(parseConfig({}, process.env.LIB?{data:process.env.LIB} as any:{}, process.cwd()), { errors: new PassThrough() });
const seg = await program.segmenter();
const seeds = await program.seeds();
const { library } = await program.answering();
const snapshot = library.current();
const deps:any = { library: () => snapshot, segmenter: seg, synonyms: seeds.synonyms, concerns: seeds.concerns, regions: seeds.regions, districts: seeds.dispatch.districts??[], scope: seeds.scope, lexicon: seeds.lexicon, units: { }, home: '武汉市', botName: 'x' };
const tools = createTools(deps);
const reader = tools.readerFor(snapshot);
const concerns = createConcernReader(seeds.concerns, seg.words);
const bare=(s:string)=>fold(s).replace(/[\s\p{P}\p{S}]+/gu,'');
const texts=new Map([...snapshot.entries.values()].map(e=>[e.key, bare(e.clause.text)]));
const ctxOf=(home:any)=>({shelf:snapshot, home, lastEntry:null, foreignWords: tools.foreignWords, segmenter: seg});
const WR=.5; const expansionsOf=(q:any)=>q.sayings.map(({phrase,means,weight}:any)=>({phrase,means,weight:snapshot.index.idf(phrase)<unw?weight*WR:weight}));
const unw = snapshot.index.idf('\u3400\u3400');
const out:any[]=[];
const pairs=(t:string)=>Array.from({length:Math.max(0,t.length-1)},(_,i)=>t.slice(i,i+2));
function said(terms:readonly string[], text:string){ let best=0; for(const t of terms){ const worth=Math.min(1,snapshot.index.idf(t)/unw); let h= text.includes(t)?1:0; if(!h&&t.length>=4){const p=pairs(t); const s=p.filter(x=>text.includes(x)).length/p.length; h=s>=.6?s*.5:0;} best=Math.max(best,h*worth);} return best; }
for (const f of process.argv.slice(2)) for (const l of readFileSync(f,'utf8').trim().split('\n')) {
  const r=JSON.parse(l);
  const q=readQuestion(r.q, reader);
  if(q.speech!==null) { out.push({id:r.id,f,kind:r.kind,speech:true}); continue; }
  const ctx=ctxOf(tools.home);
  const regions=scopeOf(q,ctx as any); if(!regions){ out.push({id:r.id,f,kind:r.kind,noregion:true}); continue; }
  const cs=concerns(q.text);

  const hits=snapshot.index.search({text:q.subject,expansions:expansionsOf(q),filter:{region:regions},k:30}).hits;
  const scored=new Map(hits.map(h=>[h.id,h]));
  const extra:string[]=[];
  for(const c of cs) for(const h of snapshot.index.search({text:c.terms.join(' '),k:8,filter:{region:regions}}).hits) if(!scored.has(h.id)&&!extra.includes(h.id)) extra.push(h.id);
  const docs=[r.doc].flat();
  const all=[...scored.keys(),...extra].map(k=>snapshot.entries.get(k)!);
  const raw=all.map(e=>(scored.get(e.key)?.score??0)*fitness(e,q));
  const top=Math.max(1e-9,...raw);
  const cands=all.map((e,i)=>{const b=basisOf(q,e,seg); const text=bare([...e.headings,e.clause.text].join('\n')); const cc=cs.map(c=>said(c.terms,text)); const nc=namesConcern(e,cs,snapshot.index.idf); const h=scored.get(e.key);
    return {key:e.key,gold:docs.includes(e.policy.file.slice(0,3))&&(r.contains??[]).some((c:string)=>texts.get(e.key)!.includes(bare(c)))?1:0, lex:raw[i]!/top, raw:raw[i], hc:h?.coverage??0, hcf:h?.confidence??0, fit:fitness(e,q), cov:b.coverage, fnd:Math.min(b.found,3)/3, miss:b.missing, say:b.sayings, lacks:b.lacksFact?1:0, cc, k:nc.concern, fc:nc.firstConcern, head:e.clause.text.length};});
  cands.sort((a,b)=>b.lex-a.lex);
  out.push({id:r.id,f,q:r.q,kind:r.kind,sure:cs.map(c=>c.sureness),names:cs.map(c=>c.name),asks:q.asks,foreign:tools.foreignWords(q).length?1:0, nsay:q.sayings.length, about:isAboutDocument(q)||isAboutItsDocument(q)?1:0, compares:q.compares?1:0, cands, conf:cands[0]?.hcf??0, cover:cands[0]?.hc??0});
}
writeFileSync('/tmp/feats.json',JSON.stringify(out));
console.log(out.length);
process.exit(0);
