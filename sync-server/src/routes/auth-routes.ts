import { Router } from 'express';
import {
  changePasswordRequestSchema,
  forgotPasswordRequestSchema,
  joinRequestSchema,
  loginRequestSchema,
  refreshRequestSchema,
  registerRequestSchema,
  resetPasswordRequestSchema,
} from '@revops/domain';
import type { Context } from '../context.ts';
import { AppError } from '#src/errors/app-error.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { deviceClaimOf } from '#src/http/device-claim.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { clearSession, dropEarlier, refreshTokenOf, sendSession } from '#src/http/refresh-transport.ts';
import { join } from '#src/services/join.ts';
import { changePassword, resetPassword, sendReset } from '#src/services/password-reset.ts';
import { register } from '#src/services/register.ts';
import { describeMe, isOfDevice, login, logout, refresh } from '#src/services/sign-in.ts';

/** Signing up, in and out. */
export function authRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  const { loginPerAddress, loginPerAccount, loginPerAccountAndAddress } = limits;

  // Registering and joining check the password of a known email, so they count as guesses too.
  router.post('/register', limits.register, loginPerAccount, async (request, response) => {
    const input = parseBody(registerRequestSchema, request);
    sendSession(request, response, 201, await register(context, input, deviceClaimOf(request)));
  });

  router.post('/join', limits.join, loginPerAccount, async (request, response) => {
    const input = parseBody(joinRequestSchema, request);
    const { created, answer } = await join(context, input, deviceClaimOf(request));
    sendSession(request, response, created ? 201 : 200, answer);
  });

  router.post(
    '/login',
    loginPerAddress,
    loginPerAccount,
    loginPerAccountAndAddress,
    async (request, response) => {
      const input = parseBody(loginRequestSchema, request);
      sendSession(request, response, 200, await login(context, input, deviceClaimOf(request)));
    },
  );

  router.post('/refresh', limits.refresh, async (request, response) => {
    const { refreshToken } = parseBody(refreshRequestSchema, request);
    const sent = refreshTokenOf(request, refreshToken);
    if (sent === undefined || !(await isOfDevice(context, sent))) throw new AppError('token_missing');
    const session = await refresh(context, sent.token);
    if (sent.onlyFor !== undefined) dropEarlier(request, response);
    sendSession(request, response, 200, session);
  });

  router.post('/logout', limits.refresh, async (request, response) => {
    const { refreshToken } = parseBody(refreshRequestSchema, request);
    const sent = refreshTokenOf(request, refreshToken);
    if (sent && (await isOfDevice(context, sent))) {
      await logout(context, sent.token);
      if (sent.onlyFor !== undefined) dropEarlier(request, response);
    }
    clearSession(request, response);
    response.status(204).end();
  });

  router.get('/me', limits.account, requireCaller(context), async (_request, response) => {
    const { userId, deviceId } = callerOf(response);
    response.json(await describeMe(context, userId, deviceId));
  });

  router.post('/forgot-password', limits.mailPerAddress, limits.mailPerAccount, (request, response) => {
    const { email } = parseBody(forgotPasswordRequestSchema, request);
    // Not waited for: the time to send a mail would tell that there is an account.
    sendReset(context, email).catch((error: unknown) =>
      context.logger.error({ err: error }, 'reset mail failed'),
    );
    response.status(202).json({});
  });

  router.post('/reset-password', limits.mailPerAddress, async (request, response) => {
    await resetPassword(context, parseBody(resetPasswordRequestSchema, request));
    response.status(204).end();
  });

  router.post(
    '/change-password',
    limits.changePassword,
    requireCaller(context),
    async (request, response) => {
      const { userId, sessionId } = callerOf(response);
      await changePassword(context, userId, sessionId, parseBody(changePasswordRequestSchema, request));
      response.status(204).end();
    },
  );

  return router;
}
