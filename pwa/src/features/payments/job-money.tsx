import { addMoney, chargedOf, money, negateMoney, subtractMoney, zeroMoney } from '@revops/domain';
import { Ledger, type LedgerLine } from '#src/components/ui/ledger.tsx';
import { useJob } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** The bill that a payment belongs to, as it stands now; without a bill, what came in so far. */
export function JobMoney({ jobId }: { readonly jobId: string }) {
  const job = useJob(jobId);
  const value = job.status === 'ready' ? job.value : undefined;
  if (value === undefined) return null;
  const { billed, received, balance } = value;
  const signed = (amount: typeof balance) => (billed === undefined ? amount : negateMoney(amount));
  const lines: LedgerLine[] = [
    { label: m.payments_received_confirmed(), amount: signed(received.confirmed), tone: 'received' },
    { label: m.payments_received_waiting(), amount: signed(received.waiting), tone: 'waiting' },
  ];
  const discount = subtractMoney(money(chargedOf(value.document, received.waived)), billed ?? zeroMoney);
  const shown = lines.filter(({ amount }) => amount !== 0);
  return (
    <div className="mt-2 border-y border-rule">
      <Ledger
        label={m.payments_bill()}
        lines={
          billed === undefined
            ? shown
            : [
                { label: m.payments_bill(), amount: billed },
                ...(discount === 0 ? [] : [{ label: m.waivers_discount(), amount: discount }]),
                ...shown,
              ]
        }
        total={
          billed === undefined
            ? { label: m.payments_so_far(), amount: addMoney(received.confirmed, received.waiting) }
            : { label: m.payments_balance(), amount: balance }
        }
      />
    </div>
  );
}
