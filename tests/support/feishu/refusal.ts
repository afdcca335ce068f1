/** What the platform refuses, with its HTTP status and code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly resetSeconds: number | null;

  constructor(
    code: number,
    message: string,
    options: { readonly status?: number; readonly resetSeconds?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.resetSeconds = options.resetSeconds ?? null;
  }
}

export const invalid = (what: string): Refusal =>
  new Refusal(230001, `Your request contains an invalid request parameter: ${what}`);
export const notValid = (what: string): Refusal => new Refusal(99992402, `field validation failed: ${what}`);
