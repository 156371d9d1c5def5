import { ArrowRight } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import type { Fact } from './refused-facts.ts';

/** What an entry says, line by line; a change shows what stood there before. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col gap-1">
      {facts.map(({ key, label, value, before }) => (
        <div key={key} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0 font-semibold text-ink">
            {before !== undefined && (
              <>
                <span className="font-normal text-ink-2">{before}</span>
                <ArrowRight aria-hidden="true" className="mx-1 inline size-4" />
                <span className="sr-only">{m.quarantine_becomes()}</span>
              </>
            )}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
