import { test } from 'vitest';
import { openStage, inGroup, GROUP, OWED, joins } from '../support/appeal-talk.ts';
import { aStage, heardBy, type Stage } from '../support/stage.ts';
const show = (who: string, text: string, heard: any) => console.log(`>> ${who}: ${text}\n` + heard.map((h: any) => `   [${h.chat}] ${h.message.text.replace(/\n/g, '\n        ')}`).join('\n'));
const sayer = (stage: Stage) => async (who: string, text: string, more: any = {}) => { const h = await stage.says(who, text, more); show(who, text, h); return h; };
test('join', async () => {
  const stage = await openStage(); const s = sayer(stage);
  await s('王老板', '加入企业 示例科技有限公司');
  await s('李专员', '确认成员 4');
  await s('孙经理', '加入企业 示例科技有限公司');
  await s('王老板', '确认成员 5');
  await s('王老板', OWED, inGroup); await stage.passes('+2m');
  await s('孙经理', '诉求 厂门口修路，货车进不来');
  await s('孙经理', '诉求 国企拖欠我们货款80万，一直没给');
  await s('王老板', '移除成员 5');
  await s('李专员', 'A0001 派 市经信局');
}, 100000);
