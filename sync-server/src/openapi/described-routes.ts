import type { DescribedRoute } from './described-route.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { filesRoutes } from './routes/files.ts';
import { keepingRoutes } from './routes/keeping.ts';
import { moneyRoutes } from './routes/money.ts';
import { peopleRoutes } from './routes/people.ts';
import { serverRoutes } from './routes/server.ts';
import { syncRoutes } from './routes/sync.ts';

/** Every route but the app's own pages, in the groups of docs/routes.md. */
export const describedRoutes: Readonly<Record<string, readonly DescribedRoute[]>> = {
  Accounts: accountsRoutes,
  'Workshop and people': peopleRoutes,
  'Jobs and money': moneyRoutes,
  'What keeps everything': keepingRoutes,
  Files: filesRoutes,
  Sync: syncRoutes,
  'The server itself': serverRoutes,
};
