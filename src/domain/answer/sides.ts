// A comparison names two things; each is looked up by itself, with what both share.

/** 「A和B各补多少」「A还是B」「A、B分别」; the comma is the last resort: 「十三五末有多少,十四五要达到多少」. */
const CONNECTORS = [
  /(?<!共)和(?!平|谐|解)|与|跟|同(?=[^一样时比意业步期类等])|还是|或者|以及/g,
  /[、]/g,
  /[,，;；]|vs\.?|对比/g,
];

/** Leading words that belong to the asking, not to the thing. */
const LEAD = /^(?:对|给|在|把|拿|比|请问|问一下|想问|做|搞|是|一个|一边)+/;

const MIN_SIDE = 2;

function cut(text: string, connector: RegExp): readonly [string, string] | null {
  const places = [...text.matchAll(connector)];
  const halves = places.map((place): readonly [string, string] => [
    text.slice(0, place.index).trim(),
    text.slice(place.index + place[0].length).trim(),
  ]);
  // Both sides of a comparison are about as long: the most even cut is meant.
  return (
    halves
      .filter(([left, right]) => left.length >= MIN_SIDE && right.length >= MIN_SIDE)
      .toSorted((a, b) => Math.abs(a[0].length - a[1].length) - Math.abs(b[0].length - b[1].length))[0] ??
    null
  );
}

/** The two things that a comparing question names, as it names them; null where only one is found. */
export function sidesOf(text: string): readonly [string, string] | null {
  for (const connector of CONNECTORS) {
    const sides = cut(text, connector);
    if (sides) return [sides[0].replace(LEAD, ''), sides[1].replace(LEAD, '')];
  }
  return null;
}
