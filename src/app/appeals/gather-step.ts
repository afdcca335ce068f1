import { readGathering } from '../../domain/conversation/gathering.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { Said, Step } from '../turn/types.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal } from './find.ts';
import { knowingDesk, objectionToJoin } from './joining.ts';
import { toOrder } from './order-to.ts';

/** 「A0002、A0003 归到 A0001」: several at once, each for itself; what stands against one is said of that one. */
export function createGatherStep(deps: AppealDeps): Step {
  return async (said: Said) => {
    const read = readGathering(said.text);
    if (read === null) return null;
    const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
    const objections: string[] = [];
    const deliveries: ReturnType<typeof toOrder>[] = [];
    for (const number of read.numbers) {
      const found = await findAppeal(deps, number, looking);
      const objection =
        found === null
          ? refusalText(number, { code: 'no-such-appeal', possible: [], kind: read.wish.kind })
          : await objectionToJoin(deps, found, { wish: read.wish, looking });
      if (objection === null)
        deliveries.push(toOrder({ number, wish: await knowingDesk(deps, read.wish, looking) }, said));
      else objections.push(objection);
    }
    const told = [...new Set(objections)].join('\n');
    return { ...(told === '' ? {} : { reply: { text: told } }), deliveries };
  };
}
