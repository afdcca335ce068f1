import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { FeishuError } from './feishu-error.ts';
import type { Timing } from './options.ts';

const headersSchema = z.looseObject({
  'x-ogw-ratelimit-reset': z.coerce.number().optional().catch(undefined),
});
const verdictSchema = z.looseObject({ code: z.number(), msg: z.string().optional() });
const answerSchema = z.looseObject({ data: z.unknown().optional(), headers: headersSchema.optional() });
const failureSchema = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
  response: z
    .looseObject({ status: z.number(), data: z.unknown().optional(), headers: headersSchema })
    .optional(),
});

/** Errors that come before anything of the request has left. */
const NEVER_LEFT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EPROTO|ERR_(?:INVALID_URL|TLS_\w+)|CERT_\w+|DEPTH_\w+|SELF_SIGNED\w*|UNABLE_TO_\w+)$/;
const CONNECTING = z.looseObject({ syscall: z.enum(['connect', 'getaddrinfo']) });

const CARRIES_FILE = /\/im\/v1\/(?:files|images|messages\/[^/]+\/resources\/[^/]+)$/;

const LONGEST_REFUSAL_BYTES = 65_536;

/** The path without host and query: query and body may hold what no log should. */
const pathOf = (url: string | undefined): string =>
  (url ?? '').replace(/^https?:\/\/[^/]+/, '').split('?', 1)[0] as string;

const waitOf = (headers: z.infer<typeof headersSchema> | undefined): number | null => {
  const seconds = headers?.['x-ogw-ratelimit-reset'];
  return seconds === undefined || Number.isNaN(seconds) ? null : Math.max(0, seconds) * 1000;
};

/** What the body of a refusal says, where the answer was asked for as a stream. */
async function readRefusal(data: unknown): Promise<unknown> {
  if (typeof data !== 'object' || data === null || !('pipe' in data)) return data;
  let text = '';
  try {
    for await (const piece of data as Readable) {
      text += String(piece);
      if (text.length > LONGEST_REFUSAL_BYTES) break;
    }
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whatever the client throws, as a `FeishuError`. */
async function toFeishuError(error: unknown, path: string): Promise<FeishuError> {
  const failure = failureSchema.safeParse(error).data;
  const response = failure?.response;
  if (response) {
    const verdict = verdictSchema.safeParse(await readRefusal(response.data)).data;
    const mayHaveArrived = response.status >= 500;
    const facts = { status: response.status, afterMs: waitOf(response.headers), mayHaveArrived, path };
    return new FeishuError(verdict?.msg ?? `HTTP ${response.status}`, {
      ...facts,
      code: verdict?.code ?? null,
    });
  }
  const neverLeft =
    NEVER_LEFT.test(failure?.code ?? '') ||
    [error, failure?.cause].some((one) => CONNECTING.safeParse(one).success);
  const facts = { code: null, status: null, afterMs: null, mayHaveArrived: !neverLeft, path };
  return new FeishuError(failure?.code ?? failure?.message ?? 'failed', facts);
}

/** As much of an HTTP client as is needed of it. */
interface AnyHttp {
  request(options: object): Promise<unknown>;
}

/**
 * The SDK's HTTP client with a time limit, in which every refusal (also one under HTTP 200) is a `FeishuError`: the
 * SDK's own errors carry tokens and bodies, and it hands refusals on as answers.
 */
export function guardHttp(
  http: AnyHttp,
  { requestMs, transferMs }: Pick<Timing, 'requestMs' | 'transferMs'>,
): HttpInstance {
  // The SDK's type leaves the answer to the caller, and so do we.
  const request = async <Answer>(options: HttpRequestOptions<unknown>): Promise<Answer> => {
    const path = pathOf(options.url);
    const timeout = CARRIES_FILE.test(path) ? transferMs : requestMs;
    try {
      const whole = answerSchema.parse(await http.request({ timeout, ...options, $return_headers: true }));
      const verdict = verdictSchema.safeParse(whole.data).data;
      if (verdict !== undefined && verdict.code !== 0) {
        const facts = { status: 200, afterMs: waitOf(whole.headers), mayHaveArrived: false, path };
        throw new FeishuError(verdict.msg ?? String(verdict.code), { ...facts, code: verdict.code });
      }
      return (options.$return_headers ? whole : whole.data) as Answer;
    } catch (error) {
      throw error instanceof FeishuError ? error : await toFeishuError(error, path);
    }
  };
  return {
    request,
    get: (url, options) => request({ ...options, url, method: 'GET' }),
    delete: (url, options) => request({ ...options, url, method: 'DELETE' }),
    head: (url, options) => request({ ...options, url, method: 'HEAD' }),
    options: (url, options) => request({ ...options, url, method: 'OPTIONS' }),
    post: (url, data, options) => request({ ...options, url, data, method: 'POST' }),
    put: (url, data, options) => request({ ...options, url, data, method: 'PUT' }),
    patch: (url, data, options) => request({ ...options, url, data, method: 'PATCH' }),
  };
}
