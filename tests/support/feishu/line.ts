import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeFrame, encodeFrame } from './frames.ts';
import { acceptWebSocket, type WebSocketEnd } from './web-socket.ts';
import type { FeishuWorld } from './world.ts';

/** What the server tells the client to keep to, in seconds. */
export interface LineSettings {
  readonly PingInterval: number;
  readonly ReconnectCount: number;
  readonly ReconnectInterval: number;
  readonly ReconnectNonce: number;
}

const QUICK: LineSettings = {
  PingInterval: 0.2,
  ReconnectCount: -1,
  ReconnectInterval: 0.02,
  ReconnectNonce: 0,
};

/** What the client made of an event. */
export interface Ack {
  readonly code: number;
  readonly data: unknown;
}

export interface Line {
  /** Answer to `POST /callback/ws/endpoint`. */
  readonly discover: (body: string, host: string) => object;
  readonly upgrade: (request: IncomingMessage, socket: Duplex) => void;
  /** Null where nobody is connected, or the line breaks before the answer. */
  readonly push: (event: object) => Promise<Ack | null>;
  /** Connections so far, those included that are gone. */
  readonly opened: () => number;
  /** Breaks all connections. */
  readonly cut: () => void;
  /** Lines that break are refused until further notice. */
  refuses: boolean;
  /** Pings are not answered any more. */
  isSilent: boolean;
  readonly pings: () => number;
}

const EVENT = 1;
const SERVICE = 7;
/** Longer events come in several frames. */
const FRAGMENT_BYTES = 2000;

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

export function createLine(world: FeishuWorld, settings: Partial<LineSettings> = {}): Line {
  const ends = new Set<WebSocketEnd>();
  /** Told when a client was heard for the first time: what is sent before may meet nobody who listens. */
  const listens = new Map<WebSocketEnd, PromiseWithResolvers>();
  const waiting = new Map<string, (ack: Ack | null) => void>();
  const config = { ...QUICK, ...settings };
  let tickets = 0;
  let pings = 0;
  let opened = 0;

  const heard = (message: Buffer, end: WebSocketEnd): void => {
    listens.get(end)?.resolve();
    const frame = decodeFrame(message);
    if (frame.headers['type'] === 'ping') {
      pings += 1;
      if (line.isSilent) return;
      const payload = Buffer.from(JSON.stringify(config));
      end.send(encodeFrame({ method: 0, service: SERVICE, headers: { type: 'pong' }, payload }));
      return;
    }
    const answer = JSON.parse(Buffer.from(frame.payload).toString()) as { code: number; data?: string };
    const data: unknown = answer.data ? JSON.parse(Buffer.from(answer.data, 'base64').toString()) : null;
    waiting.get(frame.headers['message_id'] ?? '')?.({ code: answer.code, data });
  };
  const line: Line = {
    refuses: false,
    isSilent: false,
    pings: () => pings,
    opened: () => opened,
    discover: (body, host) => {
      const { AppID, AppSecret } = JSON.parse(body) as Record<string, unknown>;
      if (line.refuses) return { code: 1000040343, msg: 'internal error', data: {} };
      if (AppID !== world.app.id || AppSecret !== world.app.secret)
        return { code: 514, msg: 'AuthFailed', data: {} };
      tickets += 1;
      return {
        code: 0,
        msg: '',
        data: {
          URL: `ws://${host}/ws?device_id=d${tickets}&access_key=k&service_id=${SERVICE}&ticket=t${tickets}`,
          ClientConfig: config,
        },
      };
    },
    upgrade: (request, socket) => {
      if (line.refuses || !request.url?.includes('ticket=')) return void socket.destroy();
      const end: WebSocketEnd = acceptWebSocket(
        { request, socket },
        {
          heard: (message) => heard(message, end),
          gone: () => {
            ends.delete(end);
            listens.get(end)?.resolve();
            for (const answer of waiting.values()) answer(null);
          },
        },
      );
      ends.add(end);
      listens.set(end, withResolvers());
      opened += 1;
    },
    push: async (event) => {
      const [end] = ends;
      await (end && listens.get(end)?.promise);
      if (!end || !ends.has(end)) return null;
      const id = world.nextId('push');
      const whole = Buffer.from(JSON.stringify(event));
      const sum = Math.max(1, Math.ceil(whole.length / FRAGMENT_BYTES));
      const ack = new Promise<Ack | null>((resolve) => waiting.set(id, resolve));
      for (let seq = 0; seq < sum; seq += 1) {
        const payload = whole.subarray(seq * FRAGMENT_BYTES, (seq + 1) * FRAGMENT_BYTES);
        const headers = { type: 'event', message_id: id, trace_id: id, sum: String(sum), seq: String(seq) };
        end.send(encodeFrame({ method: EVENT, service: SERVICE, headers, payload }));
      }
      return ack.finally(() => waiting.delete(id));
    },
    cut: () => {
      for (const end of ends) end.cut();
    },
  };
  return line;
}
