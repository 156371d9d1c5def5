import { formatMoney } from '@revops/domain';
import { Link } from 'react-router';
import { useFormats } from '#src/components/ui/formats.ts';
import { useRefusedPayments } from '#src/data/hooks/index.ts';
import { refusedAmount } from '#src/data/queries/refused-money.ts';
import { m } from '#src/words/compiled/messages.js';

/** Cash that somebody took and the server did not accept: it is in their pocket and in no sum. */
export function RefusedCash({ userId }: { readonly userId: string }) {
  const formats = useFormats();
  const cash = useRefusedPayments().filter(
    ({ payment }) => payment.method === 'cash' && payment.collectedBy === userId,
  );
  if (cash.length === 0) return null;
  return (
    <p className="basis-full font-semibold text-refused">
      {m.sync_not_accepted_cash({ amount: formatMoney(refusedAmount(cash), formats) })}{' '}
      <Link to="/not-accepted" className="whitespace-nowrap underline underline-offset-4">
        {m.sync_not_accepted_see()}
      </Link>
    </p>
  );
}
