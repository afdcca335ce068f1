import type { Limit } from '../../../domain/appeal/limits.ts';
import type { AppealState } from '../../../domain/appeal/state.ts';
import type { Instant } from '../../../domain/time.ts';
import { limitWord } from './clocks.ts';
import { aboutWord, cut, dueWord, stateWords, whenWord } from './words.ts';

/** One station of an appeal's way. */
export interface WayPoint {
  readonly kind:
    | 'submitted'
    | 'accepted'
    | 'asked-back'
    | 'dispatched'
    | 'acknowledged'
    | 'returned'
    | 'reassigned'
    | 'replied'
    | 'reopened'
    | 'closed'
    | 'withdrawn'
    | 'not-accepted'
    | 'merged';
  readonly at: Instant;
  readonly unit: string | null;
}

const POINTS: Readonly<Record<WayPoint['kind'], string>> = {
  submitted: '提交',
  accepted: '受理',
  'asked-back': '问企业',
  dispatched: '派给',
  acknowledged: '签收',
  returned: '退单',
  reassigned: '转给',
  replied: '答复',
  reopened: '重办',
  closed: '办结',
  withdrawn: '撤销',
  'not-accepted': '不予受理',
  merged: '合并',
};

const MOST_POINTS = 5;

const pointWord = ({ kind, at, unit }: WayPoint, now: Instant): string =>
  `${whenWord(at, now)} ${POINTS[kind]}${unit ?? ''}`;

const LIMIT_STATES: Readonly<Record<Limit['state'], string>> = {
  running: '',
  paused: '（等企业补充，暂停计时）',
  met: '',
  missed: '（已超时）',
};

export interface Shown {
  readonly state: AppealState;
  readonly enterprise: string | null;
  /** Who has it in hand, where whoever asks is to know. */
  readonly inCharge: string | null;
  readonly way: readonly WayPoint[];
  /** The promise that is running; null where none is. */
  readonly limit: Limit | null;
  /** What was said last about it. */
  readonly last: string | null;
  readonly isGroup: boolean;
  readonly now: Instant;
}

/** The whole way in four lines; in a group the number, the state and the promise. */
export function appealText({ state, enterprise, inCharge, way, limit, last, isGroup, now }: Shown): string {
  const about = isGroup ? '' : aboutWord(state, enterprise);
  const head = `${state.number} ${stateWords[state.kind]}${about ? `（${about}）` : ''}`;
  const shown = way.length > MOST_POINTS ? [...way.slice(0, 1), ...way.slice(1 - MOST_POINTS)] : way;
  const promise =
    limit === null
      ? []
      : [
          `${dueWord({ at: limit.dueAt, estimated: limit.estimated }, now)} 前${limitWord(limit.what)}${LIMIT_STATES[limit.state]}`,
        ];
  const by = inCharge === null ? '' : `，由${inCharge}办理`;
  if (isGroup) return [head, ...promise].join('\n');
  return [
    `${head}${by}`,
    shown.map((point) => pointWord(point, now)).join(' → '),
    ...promise,
    ...(last === null ? [] : [`最近：${cut(last, 80)}`]),
  ].join('\n');
}
