import { formatMoney, upiLink, upiTransactionRef, type Money, type Workshop } from '@revops/domain';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { QrScreen } from '#src/components/ui/qr-screen.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { usePeople, useSession, useWorkshop } from '#src/data/hooks/index.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

export interface UpiQrProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly job: Pick<JobView, 'number' | 'plate'>;
  /** What the customer pays; its id is fixed before it is saved, because the code carries it. */
  readonly payment: { readonly id: string; readonly amount: Money };
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

/** The code for the customer's camera, made on this phone; without a UPI address, who can set it. */
export function UpiQr({ open, onClose, job, payment, isSaving, onSave }: UpiQrProps) {
  const workshop = useWorkshop();
  if (workshop.status === 'loading') return null;
  const { upi } = workshop.value;
  if (upi === undefined || payment.amount <= 0)
    return <NoVpa open={open && upi === undefined} onClose={onClose} />;
  return (
    <Code
      open={open}
      onClose={onClose}
      job={job}
      payment={payment}
      isSaving={isSaving}
      upi={upi}
      onSave={() => {
        onClose();
        onSave();
      }}
    />
  );
}

function Code({
  open,
  onClose,
  job,
  payment,
  isSaving,
  upi,
  onSave,
}: UpiQrProps & { readonly upi: NonNullable<Workshop['upi']> }) {
  const formats = useFormats();
  const isOwner = useSession().role === 'owner';
  const { amount } = payment;
  const payload = upiLink({
    ...upi,
    amount,
    tr: upiTransactionRef(payment.id),
    note: `${job.number} ${job.plate}`,
  });
  return (
    <QrScreen
      open={open}
      onClose={onClose}
      payload={payload}
      title={m.pay_qr_title()}
      amount={amount}
      footer={
        <Button variant="fill" size="main" wide disabled={isSaving} onClick={onSave}>
          {m.pay_qr_done({ amount: formatMoney(amount, formats) })}
        </Button>
      }
    >
      <p className="text-strong text-ink">{upi.payee}</p>
      <p translate="no">{upi.vpa}</p>
      <p className="pt-2 text-meta">{isOwner ? m.pay_qr_hint_owner() : m.pay_qr_hint()}</p>
    </QrScreen>
  );
}

/** Says who can set the address, since a manager cannot. */
function NoVpa({ open, onClose }: Pick<UpiQrProps, 'open' | 'onClose'>) {
  const session = useSession();
  const people = usePeople();
  const isOwner = session.role === 'owner';
  const owners =
    people.status === 'ready'
      ? people.value.filter((person) => person.role === 'owner' && person.active)
      : [];
  const name = new Intl.ListFormat(useFormats().locale, { type: 'disjunction' }).format(
    owners.map((person) => person.name),
  );
  return (
    <Sheet open={open} onClose={onClose} title={m.pay_no_vpa_title()}>
      <div className="flex flex-col gap-4 p-4">
        <p>
          {isOwner
            ? m.pay_no_vpa_owner()
            : m.pay_no_vpa({ name: name === '' ? m.pay_no_vpa_anybody() : name })}
        </p>
        {isOwner && (
          <ButtonLink to="/more/workshop" size="main" wide>
            {m.pay_set_vpa()}
          </ButtonLink>
        )}
      </div>
    </Sheet>
  );
}
