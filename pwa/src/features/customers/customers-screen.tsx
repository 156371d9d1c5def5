import { useOutlet, useParams } from 'react-router';
import { ListDetail } from '#src/components/layout/list-detail.tsx';
import { TrailingContext } from '#src/components/layout/trailing-context.ts';
import { useIsDesk } from '#src/platform/is-desk.ts';
import { m } from '#src/words/compiled/messages.js';
import { CustomersPane } from './customers-pane.tsx';

/** Customers: found, owing or seen last; one customer or car beside them at the desk, instead of them on phones. */
export function CustomersScreen() {
  const { id } = useParams();
  const detail = useOutlet();
  const isDesk = useIsDesk();
  // A hidden list would go on reading.
  const pane = isDesk || detail === null ? <CustomersPane current={id} /> : undefined;
  // Beside a detail, which has the pill, a second one would only say it again.
  const list = detail === null ? pane : <TrailingContext value={undefined}>{pane}</TrailingContext>;
  return <ListDetail list={list} detail={detail ?? undefined} nothingOpen={m.customers_pick()} />;
}
