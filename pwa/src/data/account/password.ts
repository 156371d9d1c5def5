import type { ErrorCode, Result } from '@revops/domain';
import { callApi } from './api.ts';

/** Asks for a mail with a link; the answer does not tell whether there is such an account. */
export const requestReset = (email: string): Promise<Result<undefined, ErrorCode>> =>
  callApi({ method: 'POST', path: '/api/auth/forgot-password', body: { email } });

/** Sets a new password with the token of that link. */
export const resetPassword = (input: {
  readonly token: string;
  readonly password: string;
}): Promise<Result<undefined, ErrorCode>> =>
  callApi({ method: 'POST', path: '/api/auth/reset-password', body: input });
