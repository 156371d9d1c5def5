import {
  changePasswordRequestSchema,
  forgotPasswordRequestSchema,
  joinRequestSchema,
  loginRequestSchema,
  meSchema,
  refreshRequestSchema,
  registerRequestSchema,
  resetPasswordRequestSchema,
  sessionListSchema,
  sessionSchema,
} from '@revops/domain';
import type { DescribedRoute } from '../described-route.ts';

export const accountsRoutes: readonly DescribedRoute[] = [
  {
    call: 'POST /api/auth/register',
    who: 'anybody',
    body: { registerRequestSchema },
    answer: { sessionSchema },
    note: 'a workshop and its owner',
  },
  {
    call: 'POST /api/auth/join',
    who: 'anybody',
    body: { joinRequestSchema },
    answer: { sessionSchema },
    note: 'by an invite code',
  },
  { call: 'POST /api/auth/login', who: 'anybody', body: { loginRequestSchema }, answer: { sessionSchema } },
  {
    call: 'POST /api/auth/refresh',
    who: 'session',
    body: { refreshRequestSchema },
    answer: { sessionSchema },
    note: 'the token before stays good until its successor was used',
  },
  { call: 'POST /api/auth/logout', who: 'session', body: { refreshRequestSchema }, status: 204 },
  { call: 'GET /api/auth/me', who: 'member', answer: { meSchema } },
  {
    call: 'POST /api/auth/forgot-password',
    who: 'anybody',
    body: { forgotPasswordRequestSchema },
    status: 202,
    note: 'the same answer whether there is an account or not',
  },
  {
    call: 'POST /api/auth/reset-password',
    who: 'anybody',
    body: { resetPasswordRequestSchema },
    status: 204,
  },
  {
    call: 'POST /api/auth/change-password',
    who: 'member',
    body: { changePasswordRequestSchema },
    status: 204,
  },
  { call: 'GET /api/auth/sessions', who: 'member', answer: { sessionListSchema } },
  { call: 'DELETE /api/auth/sessions/:id', who: 'member', status: 204 },
];
