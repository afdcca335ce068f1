/** An error as the log may have it. */
interface Wordless {
  readonly name: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: Wordless;
}

/** Frames that say where it happened. */
const MOST_FRAMES = 8;

// A message can hold lines that look like frames: only what stands behind it is taken for some.
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line)).map((line) => line.trim());
}

/** What may be logged of an error that came up over somebody's words: its message may quote them, so it stays out. */
export function wordless(error: unknown): Wordless {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: wordless(error.cause) };
  return { name: error.name, ...code, at: framesOf(error).slice(0, MOST_FRAMES), ...cause };
}
