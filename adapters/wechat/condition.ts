import type { Clock } from '../../src/ports/clock.ts';
import type { Finding } from '../../src/ports/channel.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { WechatAlarm, WechatOptions } from './options.ts';

/** How it is going, for the doctor and for alarms. */
export interface Condition {
  /** Something is wrong: an outage is told of once, whatever comes of it, until somebody is logged in again. */
  readonly raise: (alarm: WechatAlarm) => void;
  /** It has been started, whether somebody is logged in or not. */
  readonly started: () => void;
  readonly scanning: () => void;
  readonly online: (idsLast: boolean) => void;
  readonly offline: () => void;
  readonly error: () => void;
  readonly findings: () => readonly Finding[];
}

/** Errors of this long are told of. */
const ERRORS_MS = 3_600_000;

interface State {
  readonly alarm: { readonly code: WechatAlarm; readonly since: Instant } | null;
  readonly scanning: boolean;
  readonly isOnline: boolean;
  readonly idsLast: boolean;
  readonly errors: readonly Instant[];
}

function describe(state: State, puppet: string, now: Instant): readonly Finding[] {
  const { alarm, scanning, isOnline, idsLast, errors } = state;
  const isWaiting = !isOnline && !scanning && alarm === null;
  const recent = errors.filter((at) => at > now - ERRORS_MS).length;
  const minutes = alarm === null ? 0 : Math.floor((now - alarm.since) / 60_000);
  const findings: readonly (Finding | null)[] = [
    alarm && { severity: 'error', code: alarm.code, facts: { minutes, puppet } },
    isWaiting ? { severity: 'error', code: 'offline', facts: { puppet } } : null,
    scanning ? { severity: 'error', code: 'scan-needed', facts: { puppet } } : null,
    recent > 0 ? { severity: 'warning', code: 'errors', facts: { count: recent } } : null,
    idsLast ? null : { severity: 'warning', code: 'ids-change', facts: { puppet } },
  ];
  return findings.filter((finding) => finding !== null);
}

/** Nothing is known yet, and nothing is wrong. */
export function createCondition(
  { puppet, onAlarm, log }: Pick<WechatOptions, 'puppet' | 'onAlarm' | 'log'>,
  clock: Pick<Clock, 'now'>,
): Condition {
  let state: State = { alarm: null, scanning: false, isOnline: false, idsLast: true, errors: [] };
  const tell = async (code: WechatAlarm): Promise<void> => {
    log.error('wechat-alarm', { alarm: code });
    try {
      await onAlarm(code);
    } catch (error) {
      log.error('wechat-alarm-failed', { error });
    }
  };
  return {
    raise: (code) => {
      const isNew = state.alarm === null || (code === 'puppet-missing' && state.alarm.code !== code);
      state = { ...state, alarm: { code, since: state.alarm?.since ?? clock.now() } };
      if (isNew) void tell(code);
    },
    started: () => {
      if (state.alarm?.code === 'start-failed') state = { ...state, alarm: null };
    },
    scanning: () => {
      state = { ...state, scanning: true };
    },
    online: (idsLast) => {
      state = { ...state, alarm: null, scanning: false, isOnline: true, idsLast };
    },
    offline: () => {
      state = { ...state, isOnline: false };
    },
    error: () => {
      state = { ...state, errors: [...state.errors, clock.now()].slice(-100) };
    },
    findings: () => describe(state, puppet.name, clock.now()),
  };
}
