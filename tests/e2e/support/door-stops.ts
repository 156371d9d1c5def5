import { at, next, press, type Stop } from './stop.ts';

const register = at('register', '/register');

/** What people see before they are signed in. */
export const doorStops: readonly Stop[] = [
  at('welcome', '/welcome'),
  register,
  next('register-errors', register, async (page) => {
    await press(page, 'Create workshop');
    await page.getByText('Type your name.').waitFor();
  }),
  at('join', '/join'),
  at('sign-in', '/sign-in'),
  at('forgot', '/forgot-password'),
  at('reset', '/reset#token=0123456789abcdef0123456789abcdef'),
  at('reset-broken-link', '/reset'),
];
