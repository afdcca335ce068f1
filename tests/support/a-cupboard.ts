import { createHash } from 'node:crypto';
import type { Attachments } from '../../src/ports/attachments.ts';

/** Attachments in memory. */
export function aCupboard(): Attachments & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    put: async (bytes) => {
      const id = createHash('sha256').update(bytes).digest('hex');
      held.set(id, bytes);
      return id;
    },
    get: async (id) => held.get(id) ?? null,
    sweep: async (isNeeded) => {
      const doomed = [...held.keys()].filter((id) => !isNeeded(id));
      for (const id of doomed) held.delete(id);
      return doomed.length;
    },
  };
}
