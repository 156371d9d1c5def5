import {
  appContractHeader,
  CONTRACT_VERSION,
  err,
  errorBodySchema,
  isErrorCode,
  ok,
  type ErrorCode,
  type Result,
} from '@revops/domain';
import type { z } from 'zod';

/** Long enough for a slow radio, short enough that a person is not left without an answer. */
const TIME_LIMIT_MS = 20_000;

export interface ApiCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** What a good answer holds; absent where the answer has no body. */
  readonly answer?: z.ZodType<T>;
}

async function refusal(response: Response): Promise<ErrorCode> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = errorBodySchema.safeParse(body);
  const code = parsed.success ? parsed.data.error.code : undefined;
  if (isErrorCode(code)) return code;
  // A proxy's own error page says nothing we know: the server could not be reached.
  return response.status >= 502 && response.status <= 504 ? 'unavailable' : 'internal';
}

/** One call to the server; no connection is the code `unavailable`, never an exception. */
export async function callApi<T = undefined>(call: ApiCall<T>): Promise<Result<T, ErrorCode>> {
  const { method, path, body, headers, token, answer } = call;
  let response: Response;
  let content: unknown;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        [appContractHeader]: String(CONTRACT_VERSION),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (!response.ok) return err(await refusal(response));
    content = answer === undefined ? undefined : await response.json();
  } catch {
    return err('unavailable');
  }
  if (answer === undefined) return ok(undefined as T);
  const parsed = answer.safeParse(content);
  return parsed.success ? ok(parsed.data) : err('internal');
}
