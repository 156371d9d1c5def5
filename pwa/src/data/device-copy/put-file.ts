import { err, errorBodySchema, isErrorCode, ok, type ErrorCode, type Result } from '@revops/domain';
import { accessToken } from '../account/access-token.ts';
import { currentDevice } from '../account/current-device.ts';
import { newFile, type NewFile } from '../files/new-file.ts';
import type { CopiedFile } from './copy-format.ts';

/** A photo over a line that is barely there. */
const limitMs = 120_000;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  } catch {
    return undefined;
  }
}

/** The bytes of a file as the copy holds them; undefined when they are not what their name stands for. */
export async function checkedFile({ sha256, base64 = '' }: CopiedFile): Promise<NewFile | undefined> {
  const bytes = bytesOf(base64);
  const file = bytes && (await newFile(bytes));
  return file?.ok === true && file.value.sha256 === sha256 ? file.value : undefined;
}

/** Sends the bytes of a photo or a paper, whole; the server takes only what an entry names. */
export async function putFile(
  copied: CopiedFile,
): Promise<Result<'stored' | 'known' | 'refused', ErrorCode>> {
  const file = await checkedFile(copied);
  if (file === undefined) return ok('refused');
  const session = currentDevice()?.session;
  if (session === undefined) return err('session_ended');
  const token = await accessToken(session.userId);
  if (!token.ok) return token;
  try {
    const response = await fetch(`/api/files/${file.sha256}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token.value}`, 'Content-Type': 'application/octet-stream' },
      body: file.bytes,
      signal: AbortSignal.timeout(limitMs),
    });
    if (response.ok) return ok(response.status === 200 ? 'known' : 'stored');
    return await refusal(response);
  } catch {
    return err('unavailable');
  }
}

/** Nothing names it, or it is no file that is kept: that is said and the rest goes on. */
async function refusal(response: Response): Promise<Result<'refused', ErrorCode>> {
  const parsed = errorBodySchema.safeParse(await response.json().catch(() => undefined));
  const code = parsed.success ? parsed.data.error.code : undefined;
  const isFinal =
    response.status >= 400 && response.status < 500 && ![401, 403, 409, 429].includes(response.status);
  if (isFinal) return ok('refused');
  return err(isErrorCode(code) ? code : 'unavailable');
}
