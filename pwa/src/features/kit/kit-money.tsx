import { money, subtractMoney, formatMoney, type Money as Amount } from '@revops/domain';
import { Check, Clock3, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { AmountDisplay } from '#src/components/ui/amount-display.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { prefilled } from '#src/components/ui/keypad-entry.ts';
import { Keypad } from '#src/components/ui/keypad.tsx';
import { LedgerTable, type LedgerCell } from '#src/components/ui/ledger-table.tsx';
import { Ledger } from '#src/components/ui/ledger.tsx';
import { MethodPicker } from '#src/components/ui/method-picker.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitRow, KitSection } from './kit-section.tsx';

/** Amounts, the bill, the day book and the keypad. */
export function KitMoney() {
  return (
    <>
      <KitSection title="Money">
        <KitRow>
          <Money amount={money(12_345_600)} />
          <Money amount={money(12_345_650)} size="strong" />
          <Money amount={money(-100_000)} />
          <Money amount={money(500)} decimals="always" />
          <Money amount={money(200_000)} struck />
          <Money amount={money(1_845_000)} size="l" />
          <Money amount={money(150_000)} size="xl" />
          <Money amount={money(1_234_567_850)} size="xl" />
        </KitRow>
      </KitSection>
      <KitSection title="Ledger">
        <KitBill paid={-200_000} />
        <KitBill paid={-420_050} />
      </KitSection>
      <KitSection title="LedgerTable">
        <KitDayBook />
      </KitSection>
      <KitSection title="AmountDisplay, MethodPicker, Keypad">
        <KitPay
          renderScreen={(amount, keypad) => (
            <div>
              {amount}
              {keypad}
            </div>
          )}
        />
      </KitSection>
    </>
  );
}

export function KitBill({ paid }: { readonly paid: number }) {
  return (
    <Ledger
      label={m.kit_bill()}
      lines={[
        { label: m.kit_bill(), amount: money(500_000) },
        { label: m.kit_received_confirmed(), amount: money(-100_000), tone: 'received' },
        { label: m.kit_received_waiting(), amount: money(paid), tone: 'waiting' },
      ]}
      total={{ label: m.kit_to_collect(), amount: money(400_000 + paid) }}
    />
  );
}

const cells = (...amounts: readonly (number | null)[]): LedgerCell[] =>
  amounts.map((amount) => (amount === null ? null : { amount: money(amount) }));

export function KitDayBook() {
  return (
    <LedgerTable
      caption={m.kit_money_today()}
      captionHidden
      first={m.kit_method()}
      columns={[
        { label: m.kit_confirmed(), icon: Check, tone: 'received' },
        { label: m.kit_waiting_for_you(), icon: Clock3, tone: 'waiting' },
        { label: m.kit_rejected(), icon: X, tone: 'refused' },
        { label: m.kit_total() },
      ]}
      rows={[
        { key: 'cash', label: m.kit_cash(), cells: cells(2_430_000, 1_845_000, null, 4_275_000) },
        { key: 'upi', label: m.kit_upi(), cells: cells(11_250_000, 600_050, 200_000, 11_850_050) },
        { key: 'card', label: m.kit_card(), cells: cells(820_000, null, null, 820_000) },
      ]}
      total={{ key: 'all', label: m.kit_all(), cells: cells(14_500_000, 2_445_050, 200_000, 16_945_050) }}
    />
  );
}

/** The parts of taking a payment. */
export function KitPay({
  renderScreen,
}: {
  readonly renderScreen: (amount: ReactNode, keypad: ReactNode) => ReactNode;
}) {
  const due = money(1_200_000);
  const [entry, setEntry] = useState(() => prefilled(due));
  const [method, setMethod] = useState<'cash' | 'upi' | 'card' | 'other'>('cash');
  const amount = (
    <>
      <AmountDisplay
        label={
          <>
            {m.kit_to_collect()} <Money amount={due} />
          </>
        }
        entry={entry}
        hint={<Rest rest={subtractMoney(due, entry.amount)} />}
      />
      <div className="p-4">
        <MethodPicker
          label={m.kit_method()}
          value={method}
          onChange={setMethod}
          options={[
            { value: 'cash', label: m.kit_cash() },
            { value: 'upi', label: m.kit_upi() },
            { value: 'card', label: m.kit_card() },
            { value: 'other', label: m.kit_other() },
          ]}
        />
      </div>
    </>
  );
  return renderScreen(amount, <Keypad entry={entry} onChange={setEntry} />);
}

function Rest({ rest }: { readonly rest: Amount }) {
  const formats = useFormats();
  return rest > 0 ? m.kit_stays_due({ amount: formatMoney(rest, formats) }) : m.kit_paid_in_full();
}
