import { Navigate } from 'react-router';
import { useSession } from '#src/data/hooks/index.ts';
import { useIsPhone } from '#src/platform/is-phone.ts';
import { paths } from './paths.ts';
import { useHasCompany } from './use-company.ts';

/** A manager's home is the worklist, an owner's the day book; an owner alone on a phone does a manager's work. */
export function HomeRoute() {
  const { role } = useSession();
  const hasCompany = useHasCompany();
  const isPhone = useIsPhone();
  if (role !== 'owner') return <Navigate to={paths.today} replace />;
  if (!isPhone) return <Navigate to={paths.dayBook} replace />;
  if (hasCompany === undefined) return null;
  return <Navigate to={hasCompany ? paths.dayBook : paths.today} replace />;
}
