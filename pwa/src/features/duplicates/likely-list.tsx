import type { LikelyDuplicate } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useDuplicates } from '#src/data/hooks/use-duplicates.ts';
import { dismiss, isDismissed } from '#src/platform/dismissed.ts';
import { m } from '#src/words/compiled/messages.js';
import { PairCard } from './pair-card.tsx';

const page = 20;
/** Two people with one phone stay two for as long as somebody said so. */
const days = 3650;

const nameOf = ({ ids }: LikelyDuplicate): string => `pair ${ids.join(' ')}`;

/** Pairs that are likely one, and have not been said to be two. */
export function LikelyList() {
  const found = useDuplicates();
  const [limit, setLimit] = useState(page);
  // What was said to be two now; what was said before stands in the browser's storage.
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  if (found.status === 'loading')
    return <output className="block px-gutter py-6 text-ink-2">{m.duplicates_looking()}</output>;
  const pairs = found.value.filter((pair) => !apart.has(nameOf(pair)) && !isDismissed(nameOf(pair), days));
  if (pairs.length === 0)
    return (
      <div className="py-6">
        <EmptyState>{m.duplicates_none()}</EmptyState>
      </div>
    );
  const keepApart = (pair: LikelyDuplicate): void => {
    dismiss(nameOf(pair));
    setApart((before) => new Set([...before, nameOf(pair)]));
  };
  return (
    <>
      <p className="px-gutter pt-4 text-ink-2">{m.duplicates_lead()}</p>
      <p className="px-gutter py-2 font-bold">{m.duplicates_count({ count: pairs.length })}</p>
      <ul aria-label={m.duplicates_likely()} className="border-t border-rule">
        {pairs.slice(0, limit).map((pair) => (
          <PairCard key={nameOf(pair)} pair={pair} onApart={() => keepApart(pair)} />
        ))}
      </ul>
      {pairs.length > limit && (
        <div className="p-4">
          <Button wide onClick={() => setLimit(limit + page)}>
            {m.duplicates_more()}
          </Button>
        </div>
      )}
    </>
  );
}
