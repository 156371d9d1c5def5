import { money, type Money as Amount } from '@revops/domain';
import { useState } from 'react';
import { DataTable } from '#src/components/ui/data-table.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { Stamp, type StampState } from '#src/components/ui/stamp.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitSection } from './kit-section.tsx';

interface Row {
  readonly number: string;
  readonly plate: string;
  readonly who: string;
  readonly amount: Amount;
  readonly state: StampState;
}

const rows: readonly Row[] = [
  { number: 'A1 · 7', plate: 'MH12AB1234', who: 'Imran Shaikh', amount: money(200_000), state: 'waiting' },
  {
    number: 'A1 · 6',
    plate: 'MH14GT0420',
    who: 'Lakshmi Narayanan',
    amount: money(11_250_000),
    state: 'waiting',
  },
  { number: 'B2 · 3', plate: '22BH1234AA', who: 'Ramesh', amount: money(65_050), state: 'confirmed' },
];

/** The owner's queue: J K X A, Enter, C. */
export function KitTable() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['A1 · 6']));
  const [open, setOpen] = useState('A1 · 7');
  return (
    <KitSection title="DataTable">
      <DataTable
        caption={m.kit_payments()}
        rows={rows}
        rowKey={(row) => row.number}
        rowLabel={(row) => row.number}
        current={open}
        selected={selected}
        onSelect={setSelected}
        onOpen={setOpen}
        acts={{ c: () => setSelected(new Set()) }}
        columns={[
          { key: 'number', label: m.kit_number(), renderCell: (row) => row.number },
          { key: 'car', label: m.kit_plate(), renderCell: (row) => <Plate plate={row.plate} /> },
          { key: 'who', label: m.kit_who(), renderCell: (row) => row.who },
          { key: 'state', label: m.kit_status(), renderCell: (row) => <Stamp state={row.state} /> },
          {
            key: 'amount',
            label: m.kit_amount(),
            align: 'end',
            renderCell: (row) => <Money amount={row.amount} decimals="always" />,
          },
        ]}
      />
    </KitSection>
  );
}
