/** The parts of a `multipart/form-data` body, by name. */
export function readParts(body: Buffer, contentType: string): ReadonlyMap<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  const parts = new Map<string, Buffer>();
  let at = body.indexOf(mark);
  while (boundary && at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const gap = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.subarray(0, gap).toString())?.[1];
    if (gap >= 0 && name !== undefined) parts.set(name, part.subarray(gap + 4));
    at = next;
  }
  return parts;
}
