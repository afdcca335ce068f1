/** A request of the web as it came. */
export interface WebRequest {
  /** Without the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Byte for byte: signatures are made over it. */
  readonly body: Uint8Array;
}

export interface WebAnswer {
  readonly status: number;
  /** `application/json; charset=utf-8` where absent. */
  readonly type?: string;
  readonly body?: string;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** The whole path, or its beginning where it ends with a slash. */
  readonly path: string;
  /** A longer body is refused before it is read. */
  readonly maxBytes: number;
  /** What it throws is logged and answered with 500 and no detail. */
  readonly handle: (request: WebRequest) => Promise<WebAnswer>;
}

/** Where others can be given a place on the one web server. */
export interface Routes {
  /** Nobody but this machine can reach it. */
  readonly isLoopback: boolean;
  /** The returned function takes the route away again. */
  readonly add: (route: Route) => () => void;
}
