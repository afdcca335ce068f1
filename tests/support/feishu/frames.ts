/** The long connection's frames (protobuf `pbbp2.Frame`), written down independently of the SDK. */

export interface Frame {
  /** 0 for control (ping, pong), 1 for data. */
  readonly method: 0 | 1;
  readonly service: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

const VARINT = 0;
const BYTES = 2;
const FIELD = { seqId: 1, logId: 2, service: 3, method: 4, headers: 5, payload: 8 } as const;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

const number = (field: number, value: number): Buffer =>
  Buffer.from([...varint((field << 3) | VARINT), ...varint(value)]);

const bytes = (field: number, value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([...varint((field << 3) | BYTES), ...varint(value.length)]), value]);

const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));

export function encodeFrame({ method, service, headers, payload }: Frame): Buffer {
  return Buffer.concat([
    number(FIELD.seqId, 0),
    number(FIELD.logId, 0),
    number(FIELD.service, service),
    number(FIELD.method, method),
    ...Object.entries(headers).map(([key, value]) =>
      bytes(FIELD.headers, Buffer.concat([text(1, key), text(2, value)])),
    ),
    bytes(FIELD.payload, payload),
  ]);
}

/** Fields in their order: a number, or the bytes of what is longer. */
function* fieldsOf(buffer: Buffer): Generator<readonly [field: number, value: number | Buffer]> {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = buffer[at++];
      if (byte === undefined) throw new Error('frame broken off');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < buffer.length) {
    const tag = next();
    if ((tag & 7) === VARINT) yield [tag >> 3, next()];
    else {
      const length = next();
      yield [tag >> 3, buffer.subarray(at, at + length)];
      at += length;
    }
  }
}

/** Throws where a field is missing that every frame must have. */
export function decodeFrame(buffer: Buffer): Frame {
  const headers: Record<string, string> = {};
  const numbers = new Map<number, number>();
  let payload: Uint8Array = new Uint8Array();
  for (const [field, value] of fieldsOf(buffer)) {
    if (typeof value === 'number') numbers.set(field, value);
    else if (field === FIELD.payload) payload = value;
    else if (field === FIELD.headers) {
      const pair = new Map(fieldsOf(value));
      headers[String(pair.get(1))] = String(pair.get(2));
    }
  }
  const must = [FIELD.seqId, FIELD.logId, FIELD.service, FIELD.method];
  if (must.some((field) => !numbers.has(field))) throw new Error('frame without a required field');
  return {
    method: numbers.get(FIELD.method) === 1 ? 1 : 0,
    service: numbers.get(FIELD.service) ?? 0,
    headers,
    payload,
  };
}
