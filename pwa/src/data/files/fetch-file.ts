import {
  err,
  isErrorCode,
  errorBodySchema,
  MAX_FILE_BYTES,
  ok,
  type ErrorCode,
  type Result,
} from '@revops/domain';
import { accessToken } from '../account/access-token.ts';

/** A photo of 2 MB over a slow radio. */
const TIME_LIMIT_MS = 120_000;

async function refusal(response: Response): Promise<ErrorCode> {
  const parsed = errorBodySchema.safeParse(await response.json().catch(() => undefined));
  const code = parsed.success ? parsed.data.error.code : undefined;
  return isErrorCode(code) ? code : 'unavailable';
}

/** A file from the server. Nothing of it stays in the browser's own cache, which no lost right would clear. */
export async function fetchFile(
  userId: string,
  sha256: string,
): Promise<Result<Uint8Array<ArrayBuffer>, ErrorCode>> {
  const token = await accessToken(userId);
  if (!token.ok) return token;
  try {
    const response = await fetch(`/api/files/${sha256}`, {
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { Authorization: `Bearer ${token.value}` },
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (!response.ok) return err(await refusal(response));
    if (Number(response.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return err('file_too_large');
    return ok(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return err('unavailable');
  }
}
