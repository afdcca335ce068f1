import { expect, test } from 'vitest';
import { readGathering } from '../../../src/domain/conversation/gathering.ts';

test.for([
  ['A0002、A0003 归到 A0001', ['A0002', 'A0003'], { kind: 'gather', parent: 'A0001' }],
  ['把 A0002 A0003 A0004 归到 A0001', ['A0002', 'A0003', 'A0004'], { kind: 'gather', parent: 'A0001' }],
  ['将a0002和A-0003都归到A0001。', ['A0002', 'A0003'], { kind: 'gather', parent: 'A0001' }],
  ['A0002，A0003这两件并案到A0001', ['A0002', 'A0003'], { kind: 'gather', parent: 'A0001' }],
  ['A0002、A0003 合并到 A0001', ['A0002', 'A0003'], { kind: 'merge', into: 'A0001' }],
  ['A0002 A0003 并入 A0001', ['A0002', 'A0003'], { kind: 'merge', into: 'A0001' }],
] as const)('「%s」', ([text, numbers, wish]) => expect(readGathering(text)).toEqual({ numbers, wish }));

test.for(['A0002 归到 A0001', 'A0002、A0003', '归到 A0001', 'A0002 和 A0003 哪个先归到 A0001 呢', ''])(
  '「%s」 gathers nothing',
  (text) => expect(readGathering(text)).toBeNull(),
);
