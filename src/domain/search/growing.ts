/** A list of 32-bit numbers that grows by doubling; the owner reads `values[0..count)`. */
export interface GrowingWords {
  values: Uint32Array;
  count: number;
}

export const growingWords = (room = 1024): GrowingWords => ({ values: new Uint32Array(room), count: 0 });

/** Makes room for `more` further numbers. */
export function reserveWords(list: GrowingWords, more: number): void {
  if (list.count + more <= list.values.length) return;
  const bigger = new Uint32Array(Math.max(list.values.length * 2, list.count + more));
  bigger.set(list.values.subarray(0, list.count));
  list.values = bigger;
}

/** The same for UTF-16 units. */
export interface GrowingUnits {
  values: Uint16Array;
  count: number;
}

export const growingUnits = (room = 1024): GrowingUnits => ({ values: new Uint16Array(room), count: 0 });

/** Puts a text behind the others. */
export function appendText(list: GrowingUnits, text: string): void {
  if (list.count + text.length > list.values.length) {
    const bigger = new Uint16Array(Math.max(list.values.length * 2, list.count + text.length));
    bigger.set(list.values.subarray(0, list.count));
    list.values = bigger;
  }
  for (let at = 0; at < text.length; at += 1) list.values[list.count + at] = text.charCodeAt(at);
  list.count += text.length;
}
