import type { Wechaty } from 'wechaty';
import type { Instant } from '../../src/domain/time.ts';
import type { Ids } from './ids.ts';

/** A log-in that is good at the moment. */
export interface Online {
  readonly bot: Wechaty;
  readonly selfId: string;
  readonly ids: Ids;
  readonly at: Instant;
}
