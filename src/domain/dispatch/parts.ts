/** A new matter begins: 「另外…」「还有就是…」「二是…」「顺便问下…」. */
const TURN =
  /[,，。;；!！?？\s、]*(?:另外|此外|还有(?:个|一|就是|件|去年|那个|我们|,|，)|再(?:一个|就是|有|者)|顺便|顺带|同时|其次|第二(?:个|件|,|，|、|是)|二是|其二|2[、.．)]|②|以及|对了|除此之外|也想(?:问|反映))[,，:：、]*/gu;

const SENTENCE = /[。;；!！?？\n]+/u;

/** Shorter pieces say nothing by themselves. */
const SHORTEST = 4;

export interface Parts {
  /** The pieces behind one another; a single one where the message holds together. */
  readonly pieces: readonly string[];
  /** The writer himself tells them apart. */
  readonly announced: boolean;
}

const longEnough = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= SHORTEST);

/** Cuts a message where its writer turns to another matter, else into its sentences. */
export function partsOf(text: string): Parts {
  const turned = longEnough(text.split(TURN));
  if (turned.length > 1) return { pieces: turned, announced: true };
  return { pieces: longEnough(text.split(SENTENCE)), announced: false };
}
