/** What a request to the platform came to nothing by; secrets and payloads stay out of it. */
export class FeishuError extends Error {
  /** The platform's own code; null where it gave none. */
  readonly code: number | null;
  readonly status: number | null;
  /** How long it asks to wait. */
  readonly afterMs: number | null;
  /** The request may have had its effect all the same. */
  readonly mayHaveArrived: boolean;
  readonly path: string;

  constructor(message: string, facts: FeishuErrorFacts) {
    super(message);
    this.name = 'FeishuError';
    this.code = facts.code;
    this.status = facts.status;
    this.afterMs = facts.afterMs;
    this.mayHaveArrived = facts.mayHaveArrived;
    this.path = facts.path;
  }
}

export interface FeishuErrorFacts {
  readonly code: number | null;
  readonly status: number | null;
  readonly afterMs: number | null;
  readonly mayHaveArrived: boolean;
  readonly path: string;
}
