import type { Library } from '../../src/app/library/open-library.ts';
import type { LibrarySnapshot } from '../../src/app/library/snapshot.ts';
import type { Policy } from '../../src/domain/policy/types.ts';

type Edit = (policies: readonly Policy[]) => readonly Policy[];

/** A library whose documents change while the bot runs; questions are answered from what stands in the files. */
export function aChangingLibrary() {
  let edit: Edit = (policies) => policies;
  let made: { readonly of: LibrarySnapshot; readonly by: Edit; readonly snapshot: LibrarySnapshot } | null =
    null;
  return {
    change: (next: Edit): void => void (edit = next),
    over: (library: Library): Library => ({
      ...library,
      current: () => {
        const of = library.current();
        // The same object as long as nothing has changed, as with the library itself.
        if (made?.of !== of || made.by !== edit)
          made = { of, by: edit, snapshot: { ...of, policies: edit(of.policies) } };
        return made.snapshot;
      },
    }),
  };
}
