import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';
import { measureFolder, shares, type Field, type Measure } from '../../support/measure-notices.ts';

/** What invented notices of all shapes must yield; they are also what the rules were written against. */
describe('invented notices', () => {
  let total: Measure;
  beforeAll(async () => {
    const measured = await measureFolder({
      folder: join(import.meta.dirname, '../../fixtures/notices'),
      segmenter: createFakeSegmenter(),
    });
    total = measured.total;
  });

  const FIELDS: readonly Field[] = [
    'title',
    'issuingAuthority',
    'documentNumber',
    'publishedOn',
    'signedOn',
    'validUntil',
  ];
  test.for(FIELDS)('%s is right in nineteen of twenty', (field) =>
    expect(shares(total[field]).recall).toBeGreaterThanOrEqual(0.95),
  );

  const LISTS = [
    ['deadlines', 0.95, 0.95],
    ['amounts', 0.95, 0.95],
    ['units', 0.95, 0.95],
  ] as const;
  test.for(LISTS)('%s are found, and little else', ([list, precision, recall]) => {
    const found = shares(total[list]);
    expect(found.precision).toBeGreaterThanOrEqual(precision);
    expect(found.recall).toBeGreaterThanOrEqual(recall);
  });
});
