import { signedAmount } from '@revops/domain';
import { Stub } from '#src/components/ui/stub.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { paymentWord } from '#src/words/method-words.ts';
import { momentWord } from '#src/words/time-words.ts';

interface PaymentStubsProps {
  readonly payments: readonly PaymentView[];
  readonly selected: ReadonlySet<string>;
  /** Undefined where there is nothing to do with many at once. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
}

/** The queue on a phone: a slip per payment, the box on its stub selects, the slip opens. */
export function PaymentStubs({ payments, selected, onSelect }: PaymentStubsProps) {
  const decimals = useColumnDecimals(payments.map((payment) => payment.amount));
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  return (
    <ul className="border-t border-rule">
      {payments.map((payment) => (
        <li key={payment.id}>
          <Stub
            number={payment.label}
            {...(onSelect && {
              box: (
                <Box
                  payment={payment}
                  checked={selected.has(payment.id)}
                  onToggle={() => toggle(payment.id)}
                />
              ),
            })}
            title={<Car payment={payment} />}
            amount={signedAmount(payment)}
            decimals={decimals}
            // The queue itself says that all of these wait.
            {...(payment.state !== 'waiting' && { stamp: { state: payment.state } })}
            {...(payment.mark !== 'server' && { mark: payment.mark })}
            to={`/payments?id=${encodeURIComponent(payment.id)}`}
            note={<Note payment={payment} />}
          />
        </li>
      ))}
    </ul>
  );
}

interface BoxProps {
  readonly payment: PaymentView;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

/** The whole stub left of the tear line is the target. */
function Box({ payment, checked, onToggle }: BoxProps) {
  return (
    <label className="p-2 after:absolute after:inset-y-0 after:start-0 after:z-1 after:w-22">
      <input
        type="checkbox"
        checked={checked}
        onChange={onToggle}
        aria-label={m.ui_select_row({ name: `${payment.label} ${payment.customerName ?? ''}` })}
        className="block size-6 accent-carbon"
      />
    </label>
  );
}

function Car({ payment: { plate, plateKind, customerName, label } }: { readonly payment: PaymentView }) {
  if (plate === undefined) return customerName ?? label;
  return <Plate plate={plate} kind={plateKind} />;
}

function Note({ payment }: { readonly payment: PaymentView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { customerName, collectorName, utr, reason, receivedAt, state } = payment;
  const how = [paymentWord(payment), utr !== undefined && m.payments_entry_proof({ utr })];
  const taken = m.payments_by({ person: collectorName, time: momentWord(receivedAt, now, formats) });
  return (
    <>
      {customerName !== undefined && <p className="text-body text-ink">{customerName}</p>}
      <p>{how.filter(Boolean).join(' · ')}</p>
      <p>{taken}</p>
      {reason !== undefined && <p className={state === 'rejected' ? 'text-refused' : ''}>{reason}</p>}
    </>
  );
}
