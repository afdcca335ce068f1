import { Script } from './characters.ts';
import { createDraft, type Draft, entry, push, type Sign, signAt } from './digits.ts';

const TWICE = '双';

/** The digits with 「8个0」, 「四个零」 and 「双零」 spelt out in one place. Not 「5个12」: there the count is of something else. */
export function spellOutRepeats(text: string, draft: Draft): Draft {
  if (!text.includes('个') && !text.includes(TWICE)) return draft;
  const spelt = createDraft(draft.value.length);
  for (let at = 0; at < draft.count; at += 1) {
    const sign = signAt(draft, at);
    const next = signAt(draft, at + 1);
    if (isCountOf(text, draft, at)) {
      for (let time = 0; time < sign.value; time += 1) push(spelt, { ...next, from: sign.from });
      at += 1;
    } else {
      const doubled = isDoubled(text, draft, at) ? { ...sign, from: sign.from - TWICE.length } : null;
      if (doubled !== null) push(spelt, doubled);
      push(spelt, doubled ?? sign);
    }
  }
  return spelt;
}

function isCountOf(text: string, draft: Draft, at: number): boolean {
  const sign = signAt(draft, at);
  const next = signAt(draft, at + 1);
  if (sign.value < 2 || sign.value > 9 || at + 1 >= draft.count) return false;
  if (next.from !== sign.to + 1 || text.charAt(sign.to) !== '个') return false;
  const isLast = next.to !== draft.from[at + 2] || text.charAt(entry(draft.to, at + 2)) === '个';
  // 「138四个零1234」: further digits may follow where this is amid a number.
  return isLast || next.value === 0 || (isBehindDigit(draft, at, sign) && sign.script === Script.hanzi);
}

const isBehindDigit = (draft: Draft, at: number, { from }: Sign): boolean =>
  at > 0 && from - entry(draft.to, at - 1) <= 1;

/** 「138双零双零1234」: amid a number. */
function isDoubled(text: string, draft: Draft, at: number): boolean {
  const sign = signAt(draft, at);
  return text.charAt(sign.from - 1) === TWICE && isBehindDigit(draft, at, { ...sign, from: sign.from - 1 });
}
