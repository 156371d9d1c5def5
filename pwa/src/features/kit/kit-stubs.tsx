import { money } from '@revops/domain';
import { Button } from '#src/components/ui/button.tsx';
import { Stub } from '#src/components/ui/stub.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitSection } from './kit-section.tsx';

export function KitStubs() {
  return (
    <KitSection title="Stub">
      <div className="border-t border-rule">
        <Stub
          number="A1 · 7"
          title={m.kit_upi_today()}
          amount={money(200_000)}
          stamp={{ state: 'waiting' }}
          mark="phone"
          to="/dev/kit"
          action={<Button variant="text">{m.kit_cancel_payment()}</Button>}
        />
        <Stub
          number="A1 · 6"
          title={m.kit_cash_tuesday()}
          amount={money(100_000)}
          stamp={{ state: 'confirmed' }}
          mark="server"
        />
        <Stub
          number="A1 · 1205"
          title={m.kit_upi_today()}
          amount={money(12_345_650)}
          stamp={{ state: 'rejected' }}
          note={m.kit_reason_rejected()}
          mark="server"
        />
        <Stub
          number="A1 · 4"
          title={m.kit_upi_today()}
          amount={money(2_000_000)}
          stamp={{ state: 'cancelled' }}
          note={m.kit_reason_cancelled()}
        />
        <Stub
          number="B2 · 11"
          title={m.kit_cash_tuesday()}
          amount={money(50_000)}
          stamp={{ state: 'clash' }}
          mark="refused"
        />
      </div>
    </KitSection>
  );
}
