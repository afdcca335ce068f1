import { structureDocument } from '../../src/domain/document/structure.ts';
import { parsePolicy, policyId } from '../../src/domain/policy/parse-policy.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { aSource } from './a-source.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';

/** A notice as the library holds it: one paragraph a line. */
export function aPolicy(file: string, lines: readonly string[]): Policy {
  const source = { ...aSource(lines.join('\n')), file };
  const policy = parsePolicy({
    document: structureDocument({ source, segmenter: createFakeSegmenter() }),
    resolveUnit: () => null,
  });
  return { ...policy, id: policyId(file), file };
}

/** A call for applications of 武汉, signed on 2026-11-02, with these sentences. */
export const aCall = (
  what: string,
  { file = 'call.txt', sentences }: { readonly file?: string; readonly sentences: readonly string[] },
): Policy =>
  aPolicy(file, [
    `武汉市经济和信息化局关于组织申报${what}的通知`,
    '武经信〔2026〕8号',
    '各有关企业：',
    ...sentences.map((sentence, at) => `${at + 1}. ${sentence}`),
    '武汉市经济和信息化局',
    '2026年11月2日',
  ]);
