import { formatPhone } from '@revops/domain';
import { useDeferredValue, useRef, useState } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { OfflineNote } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useCustomers, useSession } from '#src/data/hooks/index.ts';
import type { CustomerFound } from '#src/data/queries/customers.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { EraseDialog } from './erase-dialog.tsx';
import { WhatBecomes } from './what-becomes.tsx';

/** At a customer's wish: found by name or phone, asked twice, gone for good. */
export function EraseScreen() {
  const goBack = useGoBack('/more');
  const { demo } = useSession();
  return (
    <>
      <TopBar title={m.erase_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        {demo ? (
          <div className="py-6">
            <EmptyState>{m.erase_demo()}</EmptyState>
          </div>
        ) : (
          <Search />
        )}
      </div>
    </>
  );
}

const nameOf = ({ name, phone }: CustomerFound): string =>
  name ?? (phone === undefined ? m.erase_unnamed() : formatPhone(phone));

function Search() {
  const isOnline = useOnline();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<CustomerFound | undefined>();
  const [done, setDone] = useState<string | undefined>();
  const said = useRef<HTMLOutputElement>(null);
  const asked = useDeferredValue(text.trim());
  const found = useCustomers(asked);
  const customers = found.status === 'ready' ? found.value : [];
  return (
    <>
      <OfflineNote needsSignal={m.erase_needs_signal()} />
      <output ref={said} tabIndex={-1} className="block outline-none">
        {done !== undefined && (
          <span className="block bg-received-soft px-gutter py-3 font-semibold text-received">
            {m.erase_done({ name: done })}
          </span>
        )}
      </output>
      <p className="px-gutter pt-4 pb-3 text-ink-2">{m.erase_text()}</p>
      <div className="px-gutter pb-4">
        <Field
          label={m.erase_find()}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {asked !== '' && found.status === 'ready' && customers.length === 0 && (
        <EmptyState>{m.erase_none()}</EmptyState>
      )}
      {asked === '' && <WhatBecomes />}
      <ul className="border-t border-rule empty:hidden">
        {customers.map((customer) => (
          <li
            key={customer.id}
            className="flex items-start gap-4 border-b border-rule bg-surface px-gutter py-3"
          >
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{nameOf(customer)}</p>
              <p className="text-ink-2">
                {[
                  customer.phone !== undefined && formatPhone(customer.phone),
                  customer.address,
                  m.erase_jobs({ count: customer.jobs }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button
              variant="danger"
              aria-disabled={!isOnline}
              onClick={() => isOnline && setChosen(customer)}
            >
              {m.erase_choose()}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <EraseDialog
          key={chosen.id}
          customer={chosen}
          name={nameOf(chosen)}
          onClose={() => setChosen(undefined)}
          onErased={() => {
            setChosen(undefined);
            setText('');
            setDone(nameOf(chosen));
            said.current?.focus(); // What had the focus has gone with the customer.
          }}
        />
      )}
    </>
  );
}
