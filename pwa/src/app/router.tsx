import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { layersSettled } from '#src/platform/back-stack.ts';
import { lazyScreen } from './lazy-screen.ts';
import { paths } from './paths.ts';
import { RouteError } from './route-error.tsx';
import type { RouteHandle } from './shell-frame.tsx';
import { SignedOutShell } from './signed-out-shell.tsx';
import { UnknownRoute } from './unknown-route.tsx';

const tellsFirstSync: RouteHandle = { tellsFirstSync: true };

const signedOut: RouteObject[] = [
  {
    path: paths.welcome,
    lazy: lazyScreen(() => import('#src/features/first-run/welcome-screen.tsx'), 'WelcomeScreen'),
  },
  {
    path: paths.register,
    lazy: lazyScreen(() => import('#src/features/first-run/register-screen.tsx'), 'RegisterScreen'),
  },
  {
    path: paths.join,
    lazy: lazyScreen(() => import('#src/features/first-run/join-screen.tsx'), 'JoinScreen'),
  },
  {
    path: paths.signIn,
    lazy: lazyScreen(() => import('#src/features/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
  },
  {
    path: paths.forgot,
    lazy: lazyScreen(() => import('#src/features/sign-in/forgot-screen.tsx'), 'ForgotScreen'),
  },
  // The second address is the one in the mails.
  ...['/reset', '/reset-password'].map((path) => ({
    path,
    lazy: lazyScreen(() => import('#src/features/sign-in/reset-screen.tsx'), 'ResetScreen'),
  })),
];

const everybody: RouteObject[] = [
  { path: paths.home, lazy: lazyScreen(() => import('./home-route.tsx'), 'HomeRoute') },
  {
    path: paths.today,
    handle: tellsFirstSync,
    lazy: lazyScreen(() => import('#src/features/today/today-screen.tsx'), 'TodayScreen'),
  },
  {
    path: paths.jobs,
    lazy: lazyScreen(() => import('#src/features/jobs/jobs-screen.tsx'), 'JobsScreen'),
    children: [
      { path: ':id', lazy: lazyScreen(() => import('#src/features/job/job-screen.tsx'), 'JobScreen') },
      { path: ':id/pay', lazy: lazyScreen(() => import('#src/features/pay/pay-screen.tsx'), 'PayScreen') },
      {
        path: ':id/papers',
        lazy: lazyScreen(() => import('#src/features/papers/papers-screen.tsx'), 'PapersScreen'),
      },
    ],
  },
  {
    path: paths.newJob,
    lazy: lazyScreen(() => import('#src/features/new-job/new-job-screen.tsx'), 'NewJobScreen'),
  },
  {
    path: paths.duplicates,
    lazy: lazyScreen(() => import('#src/features/duplicates/duplicates-screen.tsx'), 'DuplicatesScreen'),
  },
  {
    path: paths.customers,
    lazy: lazyScreen(() => import('#src/features/customers/customers-screen.tsx'), 'CustomersScreen'),
    children: [
      {
        path: ':id',
        lazy: lazyScreen(() => import('#src/features/customers/customer-screen.tsx'), 'CustomerScreen'),
      },
      {
        path: 'car/:plate',
        lazy: lazyScreen(() => import('#src/features/vehicles/car-screen.tsx'), 'CarScreen'),
      },
    ],
  },
  // The phone's shortcut "Take payment": first the car, then the money.
  { path: '/pay', element: <Navigate to={paths.findCar} replace /> },
  {
    path: paths.money,
    lazy: lazyScreen(() => import('#src/features/money/money-screen.tsx'), 'MoneyScreen'),
  },
  {
    path: paths.handOver,
    lazy: lazyScreen(() => import('#src/features/money/hand-over-screen.tsx'), 'HandOverScreen'),
  },
  {
    path: paths.handOverCode,
    lazy: lazyScreen(() => import('#src/features/cash/code-screen.tsx'), 'CodeScreen'),
  },
  { path: paths.scan, lazy: lazyScreen(() => import('#src/features/cash/scan-screen.tsx'), 'ScanScreen') },
  {
    path: paths.closeDay,
    lazy: lazyScreen(() => import('#src/features/cash/close-day-screen.tsx'), 'CloseDayScreen'),
  },
  {
    path: paths.deposit,
    lazy: lazyScreen(() => import('#src/features/cash/deposit-screen.tsx'), 'DepositScreen'),
  },
  ...[paths.statement, paths.statementOf].map((path) => ({
    path,
    lazy: lazyScreen(() => import('#src/features/cash/statement-screen.tsx'), 'StatementScreen'),
  })),
  {
    path: paths.handOvers,
    lazy: lazyScreen(() => import('#src/features/money/hand-overs-screen.tsx'), 'HandOversScreen'),
  },
  {
    path: paths.figures,
    lazy: lazyScreen(() => import('#src/features/analytics/figures-screen.tsx'), 'FiguresScreen'),
  },
  {
    path: paths.reports,
    lazy: lazyScreen(() => import('#src/features/reports/reports-screen.tsx'), 'ReportsScreen'),
  },
  { path: paths.more, lazy: lazyScreen(() => import('#src/features/more/more-screen.tsx'), 'MoreScreen') },
  {
    path: paths.devices,
    lazy: lazyScreen(() => import('#src/features/devices/devices-screen.tsx'), 'DevicesScreen'),
  },
  {
    path: paths.notAccepted,
    lazy: lazyScreen(() => import('#src/features/sync/not-accepted-screen.tsx'), 'NotAcceptedScreen'),
  },
];

const ownersOnly: RouteObject[] = [
  {
    path: paths.dayBook,
    handle: tellsFirstSync,
    lazy: lazyScreen(() => import('#src/features/day-book/day-book-screen.tsx'), 'DayBookScreen'),
  },
  {
    path: paths.alarms,
    lazy: lazyScreen(() => import('#src/features/alarms/alarms-screen.tsx'), 'AlarmsScreen'),
  },
  {
    path: paths.payments,
    lazy: lazyScreen(() => import('#src/features/payments/payments-screen.tsx'), 'PaymentsScreen'),
  },
  { path: paths.team, lazy: lazyScreen(() => import('#src/features/team/team-screen.tsx'), 'TeamScreen') },
  { path: paths.leave, lazy: lazyScreen(() => import('#src/features/team/leave-screen.tsx'), 'LeaveScreen') },
  {
    path: paths.takeOver,
    lazy: lazyScreen(() => import('#src/features/team/take-over-screen.tsx'), 'TakeOverScreen'),
  },
  {
    path: paths.quarantine,
    lazy: lazyScreen(() => import('#src/features/quarantine/quarantine-screen.tsx'), 'QuarantineScreen'),
  },
  {
    path: paths.history,
    lazy: lazyScreen(() => import('#src/features/history/history-screen.tsx'), 'HistoryScreen'),
  },
  {
    path: paths.bringIn,
    lazy: lazyScreen(() => import('#src/features/devices/bring-in-screen.tsx'), 'BringInScreen'),
  },
  {
    path: paths.backups,
    lazy: lazyScreen(() => import('#src/features/backups/backups-screen.tsx'), 'BackupsScreen'),
  },
  {
    path: paths.recovery,
    lazy: lazyScreen(() => import('#src/features/recovery/recovery-screen.tsx'), 'RecoveryScreen'),
  },
  {
    path: paths.erase,
    lazy: lazyScreen(() => import('#src/features/erase/erase-screen.tsx'), 'EraseScreen'),
  },
  {
    path: paths.workshop,
    lazy: lazyScreen(() => import('#src/features/more/workshop-screen.tsx'), 'WorkshopScreen'),
  },
];

/** A boundary of its own around each screen, so that the bar and the pill outlive it. */
const bounded = (routes: RouteObject[]): RouteObject[] =>
  routes.map((route) => ({ errorElement: <RouteError />, ...route }));

/** A sheet that leads somewhere closes first, and its history entry with it; only then the router moves. */
function afterLayers<R extends ReturnType<typeof createBrowserRouter>>(router: R): R {
  const navigate = router.navigate.bind(router) as (...args: unknown[]) => Promise<void>;
  router.navigate = async (...args: unknown[]) => {
    await layersSettled();
    await navigate(...args);
  };
  return router;
}

const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <Outlet />,
    children: [
      { element: <SignedOutShell />, children: bounded(signedOut) },
      {
        lazy: lazyScreen(() => import('./signed-in-shell.tsx'), 'SignedInShell'),
        children: [
          ...bounded(everybody),
          {
            lazy: lazyScreen(() => import('./owner-only.tsx'), 'OwnerOnly'),
            children: bounded(ownersOnly),
          },
          { path: '*', element: <UnknownRoute /> },
        ],
      },
    ],
  },
];

export const createRouter = () => afterLayers(createBrowserRouter(routes));
