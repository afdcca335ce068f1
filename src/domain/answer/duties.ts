import type { Body } from '../unit/types.ts';
import type { Duty } from './types.ts';

/** What the known units are there for, one row a clause that says so; groups and districts have no duties. */
export const dutiesOf = (bodies: readonly Body[]): readonly Duty[] =>
  bodies.flatMap((body) =>
    body.kind === 'unit'
      ? body.duties.map(({ words, clause }) => ({
          unit: body.name,
          names: [body.name, body.short, ...body.aliases],
          words,
          clause,
        }))
      : [],
  );
