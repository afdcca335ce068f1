import { parseNumeral, toChineseNumeral, normaliseNumerals } from './src/domain/hanzi/numerals.ts';
for (const s of ['一百二十三','二〇三一','二○三一','十','廿三','两千','3.6万','1,000','三万五','三万零五','一亿二千万','十万','千万','一千零二十','两万','万','1.5亿','三百万','二百五','一百零五','三千万','abc','一二']) process.stdout.write(s+'='+parseNumeral(s)+' ');
let bad=0; for(let i=0;i<200000;i++){ if(parseNumeral(toChineseNumeral(i)!)!==i){bad++; if(bad<5)console.log(i,toChineseNumeral(i),parseNumeral(toChineseNumeral(i)!))}} console.log('bad',bad);
for (const s of ['二十万元','20万元','20 万元','1∶1','二〇三一年五月六日','十四五','一批','万企','千万元','百分之五','3.6万元','3500亿元','1000亿元','100、50、30万元','第三条','一等奖30万元','5 亿元以上','万户企业','10000 户','1,000家']) process.stdout.write(s+'='+normaliseNumerals(s)+' ');
