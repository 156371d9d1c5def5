import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { LaterMissing } from '#src/components/later/not-here-yet.tsx';
import { useLater } from '#src/components/later/use-later.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import { m } from '#src/words/compiled/messages.js';

const load = () => import('./later-reminder.ts');

/** Opens the reminder for whoever owes. */
export function RemindButton({ file }: { readonly file: CustomerFile }) {
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Button icon={BellRing} wide className="max-w-md" onClick={() => setIsOpen(true)}>
        {m.customers_remind()}
      </Button>
      <Sheet open={isOpen} onClose={close} title={m.customers_remind()}>
        <Form file={file} onDone={close} />
      </Sheet>
    </>
  );
}

function Form({ file, onDone }: { readonly file: CustomerFile; readonly onDone: () => void }) {
  const later = useLater(load);
  if (later.status === 'here') return <later.part.ReminderForm file={file} onDone={onDone} />;
  return later.status === 'missing' ? <LaterMissing onAgain={later.again} /> : null;
}
