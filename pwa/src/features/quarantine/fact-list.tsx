import { ArrowRight } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import type { Fact } from './refused-facts.ts';

/** What an entry says, line by line; a change shows what stood there before. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(({ key, label, value, before }) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="max-w-32 text-ink-2">{label}</dt>
          <dd className="min-w-0 text-ink">
            {before !== undefined && (
              <>
                <span className="text-ink-2">{before === '' ? m.quarantine_nothing() : before}</span>
                <ArrowRight aria-hidden="true" className="mx-1 inline size-4 align-[-0.125em]" />
                <span className="sr-only">{m.quarantine_becomes()}</span>
              </>
            )}
            <span className="font-semibold">{value === '' ? m.quarantine_nothing() : value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
