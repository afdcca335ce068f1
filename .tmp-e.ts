import { structureDocument } from './src/domain/document/structure.ts';
const segmenter={words:(t:string)=>[t],search:(t:string)=>[t],has:()=>false};
const { readPlainText } = await import('./adapters/documents/plain-text.ts');
const N=1_000_000;
const cases: Record<string,string> = {
 simp:'支持中小企业发展。'.repeat(N/9), trad:'區(qū)擴大。'.repeat(N/8), q:'?'.repeat(N), q2:'? '.repeat(N/2), par:'('.repeat(N), lt:'<'.repeat(N), lta:'<a '.repeat(N/3), nums:'一、'.repeat(N/2), nums2:'。1.'.repeat(N/3), spaces:' '.repeat(N)+'x', tabs:'a\t'.repeat(N/2), mark:'重?fù)p'.repeat(N/6), pin:'(qu '.repeat(N/4), sur:'\ud800'.repeat(N), gt:'a>'.repeat(N/2), menu:'首页|'.repeat(N/3), lines:'一、支持\n'.repeat(N/5), lines2:'支持中小企业\n'.repeat(N/7), lines3:'(一)支持\n(二)很\n'.repeat(N/12), table:'序号\t任务\t责任单位\n'+'1\t支持中小企业。\t市经信局\n'.repeat(N/17), hdr:'序号\t任务\t责任单位\n'.repeat(N/11), run:'一、好。二、好。三、'.repeat(N/10), q3:'很?'.repeat(N/2), digits:'1'.repeat(N), quote:'“'.repeat(N), dup:('支持中小企业发展的若干政策措施如下所示。'.repeat(5)+'\n').repeat(N/100), wide:'序号\t任务\t'+'责任单位\t'.repeat(1)+'a\tb\tc\td\n'+'1\t2\t3\n'.repeat(N/6), ws:('\u3000'.repeat(50)+'很 ').repeat(N/52) , nbsp:'第'+' '.repeat(N)+'条', nbsp2:'字号'+' '.repeat(N), date:'2'.repeat(N)+'年', bread:'a > '.repeat(N/4)};
for (const [k,t] of Object.entries(cases)) {
  if (process.argv[2] && k!==process.argv[2]) continue;
  const source={file:'x',format:'text' as const,encoding:null,blocks:t.split('\n').map(text=>({kind:'paragraph' as const,text})),characters:t.replace(/\s+/gu,'').length,dropped:[],repairs:[]};
  let t0=performance.now();
  const d=structureDocument({source,segmenter}); const ms=performance.now()-t0;
  const ws=(s:string)=>s.replace(/\s+/gu,'').length; const delta=d.coverage.repairs.reduce((s,r)=>s+ws(r.to)-ws(r.from),0);
  console.log(k, Math.round(ms), 'clauses', d.clauses.length, d.coverage.kept+delta===ws(d.text));
}
