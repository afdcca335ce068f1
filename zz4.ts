import { PassThrough } from 'node:stream';
import { openProgram } from './src/main.ts';
import { parseConfig } from './src/config.ts';
import { createTools } from './src/app/answering/tools.ts';
import { readQuestion } from './src/domain/answer/question.ts';
import { retrieve } from './src/domain/answer/retrieve.ts';
import { basisOf } from './src/domain/answer/basis.ts';
import { scopeOf } from './src/domain/answer/scope.ts';
const program = openProgram(parseConfig({}, {data: process.argv[2]} as any, process.cwd()), { errors: new PassThrough() });
const seg = await program.segmenter(); const seeds = await program.seeds();
const { library } = await program.answering(); const snapshot = library.current();
const tools = createTools({ library: () => snapshot, segmenter: seg, synonyms: seeds.synonyms, concerns: seeds.concerns, regions: seeds.regions, districts: [], scope: seeds.scope, lexicon: seeds.lexicon, units: {} as any, home: '武汉市', botName: 'x' } as any);
const reader = tools.readerFor(snapshot);
for (const t of process.argv.slice(3)) {
 const q=readQuestion(t,reader); const ctx:any={shelf:snapshot,home:tools.home,lastEntry:null,foreignWords:tools.foreignWords,segmenter:seg};
 console.log('##',t,'| subject:',q.subject,'|',q.asks.join(','),'| says', q.sayings.map(s=>s.phrase+'→'+s.means).join('; '),'| con',q.concerns.map(c=>c.name+' '+c.sureness.toFixed(2)).join(', '));
 const regions=scopeOf(q,ctx)!;
 const hits=snapshot.index.search({text:q.subject,expansions:[],filter:{region:regions},k:40}).hits;
 for(const c of retrieve(q,{...ctx,regions}).slice(0,8)){const b=basisOf(q,c.entry,seg); console.log('  ',c.score.toFixed(2),'lex',(hits.find(h=>h.id===c.entry.key)?.score??0).toFixed(1),'con',c.concern.toFixed(2),'cov',b.coverage.toFixed(2),c.entry.policy.file.slice(0,3),c.entry.clause.id,c.entry.clause.text.slice(0,60).replace(/\n/g,' '));}
}
process.exit(0);
