import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** A line that was read: its value, or null where it is not what the schema asks for. */
export interface JsonLine<Value> {
  /** Name of the source and number of the line: `queries.jsonl:3`. */
  readonly place: string;
  readonly value: Value | null;
}

function toJsonLine<Value>(line: string, place: string, schema: z.ZodType<Value>): JsonLine<Value> {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return { place, value: parsed.success ? parsed.data : null };
  } catch {
    return { place, value: null };
  }
}

/** All lines of a stream but the blank ones, as they come. Cut at line feeds alone: JSON may hold other separators. */
export async function* readJsonLines<Value>(
  stream: Readable,
  { name, schema }: { readonly name: string; readonly schema: z.ZodType<Value> },
): AsyncGenerator<JsonLine<Value>> {
  let rest = '';
  let number = 0;
  stream.setEncoding('utf8');
  const toLines = function* (parts: readonly string[]): Generator<JsonLine<Value>> {
    for (const part of parts) {
      number += 1;
      const line = part.replace(/^\uFEFF/, '');
      if (line.trim() !== '') yield toJsonLine(line, `${name}:${number}`, schema);
    }
  };
  for await (const chunk of stream as AsyncIterable<string>) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() as string;
    yield* toLines(parts);
  }
  yield* toLines([rest]);
}

/** All lines of a file, `.gz` unpacked. */
export async function readJsonFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
): Promise<readonly JsonLine<Value>[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  return text
    .split('\n')
    .map((line, at) => ({ line, place: `${file}:${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => toJsonLine(line, place, schema));
}
