import { damageGbk } from './tests/support/damage-gbk.ts';
import { createDamageRepair, isDamaged } from './src/domain/hanzi/damage.ts';
import { dropGlosses } from './src/domain/hanzi/gloss.ts';
import { simplifyCharacter, simplifyTraditional } from './src/domain/hanzi/simplify.ts';
import { readingsOf } from './src/domain/hanzi/pinyin.ts';
import { gbkCode } from './src/domain/hanzi/gbk.ts';
import { createSegmenter } from './adapters/jieba/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
const { Converter } = await import('opencc-js/cn2t');
const s2t = Converter({from:'cn',to:'t'});
const segmenter = await createSegmenter({});
const dir='seeds/policies/';
const sents: string[]=[];
for (const f of readdirSync(dir)) if (/^00[124]/.test(f)||f.startsWith('003')||f.startsWith('000')) { const t=simplifyTraditional(dropGlosses(readFileSync(dir+f,'utf8').replace(/<[^>]+>|\t/g,'')).text); for (const s of t.split(/(?<=。)|\n/)) if (/^[\u4e00-\u9fff].{15,120}。$/.test(s)&&!/[?]/.test(s)) sents.push(s.replaceAll(',','，').replaceAll(' ','')); }
const trad = sents.map(s=>s2t(s).replaceAll('爲','為')).filter(s=>[...s].every(c=>gbkCode(c)!==null||c<'\u0080'));
// glossed: every Traditional character of GBK
const glossed=new Set<string>(); for(let i=0x4e00;i<0x9fa6;i++){const c=String.fromCharCode(i); if(gbkCode(c)!==null&&simplifyCharacter(c)!==c&&readingsOf(c).length) glossed.add(c);}
const common=new Set([...trad.join('')].filter(c=>glossed.has(c)));
console.log(sents.length, trad.length, glossed.size, common.size);
for (const [name,set] of [['common',common],['all',glossed]] as const) for (const withPar of [false,true]) {
 const repair=createDamageRepair({segmenter,parallels:withPar?[sents.join('\n')]:[],halfWidth:false});
 let n=0,ok=0,places=0,chars=0,wrong=0; const bad:string[]=[]; const t0=performance.now();
 for (let i=0;i<trad.length;i++){ let r=''; let line='';
  line=damageGbk(trad[i]!,set);
  const d=dropGlosses(line).text; if(!isDamaged(d)) continue; n++;
  const back=repair({text:d} as never as string && d); r=back.text; places+=back.repairs.length;
  if (simplifyTraditional(r)===simplifyTraditional(trad[i]!)) ok++; else { const a=simplifyTraditional(r),b=simplifyTraditional(trad[i]!); if(bad.length<12) bad.push('got '+a+'\n    want '+b+'\n    from '+d); }
 }
 console.log(name,withPar?'parallel':'alone','samples',n,'exact',ok,(ok/n*100).toFixed(1)+'%','ms',Math.round(performance.now()-t0)); if (process.argv[2]) console.log(bad.join('\n'));
}
