import { structureDocument } from '../../domain/document/structure.ts';
import { parsePolicy } from '../../domain/policy/parse-policy.ts';
import type { Policy } from '../../domain/policy/types.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { UnitDirectory } from '../../domain/unit/types.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';

export interface ParseDeps {
  readonly reader: DocumentReader;
  readonly segmenter: Segmenter;
  readonly units: UnitDirectory;
}

/** One file from bytes to policy; throws `DocumentError` where it cannot be read. */
export async function parseFile(
  file: { readonly name: string; readonly bytes: Uint8Array; readonly parallels?: readonly string[] },
  { reader, segmenter, units }: ParseDeps,
): Promise<Policy> {
  const source = await reader.read(file);
  const document = structureDocument({ source, segmenter, parallels: file.parallels ?? [] });
  return parsePolicy({
    document,
    resolveUnit: (name, region) => {
      const body = units.resolve(name, region);
      return body?.kind === 'unit' ? body.id : null;
    },
  });
}
