import type { Ask } from '../app/answering/types.ts';
import type { OpenStepDeps } from '../app/appeals/open-step.ts';

/** Temporary. */
export const readIntents = (
  _ask: Ask,
): Pick<OpenStepDeps, 'intentOf' | 'openingOf' | 'isSameMatter' | 'lacksOf'> => ({
  intentOf: (text) => (/投诉|拖欠|不给|没人管|欠/.test(text) ? 'appeal' : 'question'),
  openingOf: (text) => {
    const human = /^转人工\s*(.*)$/s.exec(text);
    if (human) return { kind: 'human', rest: human[1] ?? '' };
    const opener = /^(?:诉求|反映|投诉|我要反映)[\s:：,，]*(.*)$/s.exec(text);
    return opener ? { kind: 'appeal', rest: opener[1] ?? '' } : null;
  },
  isSameMatter: () => false,
  lacksOf: () => [],
});
