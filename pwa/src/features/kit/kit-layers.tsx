import { money } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { CommandBar } from '#src/components/ui/command-bar.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { QrScreen } from '#src/components/ui/qr-screen.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { ShortcutHelp } from '#src/components/ui/shortcut-help.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { m } from '#src/words/compiled/messages.js';
import { KitBill } from './kit-money.tsx';
import { KitRow, KitSection } from './kit-section.tsx';
import { names } from './kit-samples.ts';

const layers = ['sheet', 'dialog', 'qr', 'commands', 'keys'] as const;
type Layer = (typeof layers)[number];
const nothing = () => undefined;

/** What opens over the screen. `?open=qr` opens one at once, for pictures and tests. */
export function KitLayers() {
  const asked = new URLSearchParams(location.search).get('open');
  const [open, setOpen] = useState<Layer | undefined>(layers.find((layer) => layer === asked));
  const close = () => setOpen(undefined);
  useShortcuts({ '/': () => setOpen('commands'), '?': () => setOpen('keys') });
  return (
    <KitSection title="Sheet, Dialog, QrScreen, CommandBar, ShortcutHelp, offerUndo">
      <KitRow>
        {layers.map((layer) => (
          <Button key={layer} onClick={() => setOpen(layer)}>
            {layer}
          </Button>
        ))}
        <Button onClick={() => offerUndo(m.kit_toast(), nothing)}>toast</Button>
      </KitRow>
      <Sheet
        open={open === 'sheet'}
        onClose={close}
        title={m.kit_deliver()}
        footer={
          <Button variant="fill" size="main" wide onClick={close}>
            {m.kit_deliver()}
          </Button>
        }
      >
        <KitBill paid={-200_000} />
      </Sheet>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title={m.kit_dialog_title()}
        actions={
          <>
            <Button onClick={close}>{m.kit_keep()}</Button>
            <Button variant="danger" onClick={close}>
              {m.kit_cancel_payment()}
            </Button>
          </>
        }
      >
        <p>{m.kit_dialog_text()}</p>
      </Dialog>
      <QrScreen
        open={open === 'qr'}
        onClose={close}
        title={m.kit_qr_title()}
        payload="upi://pay?pa=proauto@okhdfc&pn=Pro%20Auto&am=2000.00&cu=INR&tr=A1-7&tn=A1-0042"
        amount={money(200_000)}
        footer={
          <Button variant="fill" size="main" wide onClick={close}>
            {m.kit_qr_done()}
          </Button>
        }
      >
        Pro Auto Workshop · proauto@okhdfc
      </QrScreen>
      <KitCommands open={open === 'commands'} onClose={close} />
      <ShortcutHelp
        open={open === 'keys'}
        onClose={close}
        more={[
          { key: 'C', does: m.kit_key_confirm() },
          { key: 'R', does: m.kit_key_reject() },
        ]}
      />
    </KitSection>
  );
}

function KitCommands({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [query, setQuery] = useState('1234');
  const cars = [
    { id: 'a', plate: 'MH12AB1234', title: names.raj },
    { id: 'b', plate: '22BH1234AA', title: names.doctor },
  ];
  const results = cars
    .filter((car) => car.plate.includes(query.toUpperCase()))
    .map((car) => ({
      id: car.id,
      content: (
        <>
          <Plate plate={car.plate} />
          <span>{car.title}</span>
        </>
      ),
    }));
  return (
    <CommandBar
      open={open}
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      results={results}
      onPick={onClose}
    />
  );
}
