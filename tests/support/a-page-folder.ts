import type { Pages } from '../../src/ports/pages.ts';

/** Pages in memory. */
export function aPageFolder(): Pages & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    keep: async (name, html) => {
      kept.set(name, html);
      return { id: name, bytes: html.length };
    },
    read: async (id) => {
      const html = kept.get(id);
      return html === undefined ? null : Buffer.from(html);
    },
    pathOf: (id) => id,
    remove: async (name) => void kept.delete(name),
  };
}
