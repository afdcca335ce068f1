const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin a line of their own. */
export const BLOCK = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup html legend li main menu nav ol p section summary table tbody td tfoot th thead tr ul',
);

/** Elements whose text is not meant to be read. */
export const UNSEEN = names(
  'applet audio canvas embed head iframe map math noembed noframes noscript object option param script select style svg template video',
);

/** Elements that lead around a site and belong to no document. */
export const FURNITURE = names('button nav footer datalist');

export const VOID = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

const INLINE = names(
  'a abbr acronym b bdi bdo big cite code data del delect dfn em font i ins kbd label mark marquee meter o output progress q rp rt ruby s samp small span strike strong sub sup time tt u var menuitem colgroup optgroup pre textarea title xmp h1 h2 h3 h4 h5 h6 input br wbr img hr col track link meta',
);

export const isKnown = (name: string): boolean =>
  BLOCK.has(name) || INLINE.has(name) || UNSEEN.has(name) || FURNITURE.has(name) || VOID.has(name);

/** Opening one of these closes an open element of the same group, as browsers do with tags left open. */
export const CLOSED_BY_NEXT: Readonly<
  Record<string, { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { closes: names('li'), within: names('ol ul menu dir') },
  dt: { closes: names('dt dd'), within: names('dl') },
  dd: { closes: names('dt dd'), within: names('dl') },
  tr: { closes: names('tr td th'), within: names('table tbody thead tfoot') },
  td: { closes: names('td th'), within: names('tr table') },
  th: { closes: names('td th'), within: names('tr table') },
  tbody: { closes: names('tbody thead tfoot tr td th'), within: names('table') },
  tfoot: { closes: names('tbody thead tfoot tr td th'), within: names('table') },
};
