import { useLocation } from 'react-router';
import type { NavItem } from '#src/components/layout/nav-item.ts';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { paths } from './paths.ts';

/** Places that one person's bar has and another's keeps under More. */
const underMore: ReadonlySet<string> = new Set([
  paths.today,
  paths.customers,
  paths.money,
  paths.dayBook,
  paths.payments,
  paths.handOvers,
  paths.team,
]);

/** The way back from a place that the bar, rail or sidebar in sight leaves out; nothing where it leads there itself. */
export function useWayBack(shown: readonly NavItem[]): (() => void) | undefined {
  const { pathname } = useLocation();
  const goBack = useGoBack(paths.more);
  return underMore.has(pathname) && !shown.some(({ to }) => to === pathname) ? goBack : undefined;
}
