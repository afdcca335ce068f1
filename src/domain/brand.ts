declare const brand: unique symbol;

/** A base type that only its own constructor can make: `Brand<string, 'ClauseId'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
