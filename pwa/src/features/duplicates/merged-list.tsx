import { useSaving } from '#src/components/form/use-saving.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useActs } from '#src/data/acts.ts';
import { useMergedPairs } from '#src/data/hooks/use-duplicates.ts';
import type { MergedPair } from '#src/data/queries/book-side.ts';
import { m } from '#src/words/compiled/messages.js';
import { SideFacts } from './side-facts.tsx';
import { sideName } from './side-name.ts';

/** What was merged, with the way back. */
export function MergedList() {
  const pairs = useMergedPairs();
  if (pairs.status === 'loading') return null;
  if (pairs.value.length === 0)
    return (
      <div className="py-6">
        <EmptyState>{m.duplicates_none_merged()}</EmptyState>
      </div>
    );
  return (
    <ul aria-label={m.duplicates_merged()} className="mt-4 border-t border-rule">
      {pairs.value.map((pair) => (
        <MergedRow key={pair.gone.id} pair={pair} />
      ))}
    </ul>
  );
}

function MergedRow({ pair: { gone, into } }: { readonly pair: MergedPair }) {
  const acts = useActs();
  const { isSaving, problem, save } = useSaving();
  return (
    <li className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <SideFacts side={gone} />
      <p className="font-semibold">
        {into === undefined ? m.duplicates_elsewhere() : m.duplicates_into({ name: sideName(into) })}
      </p>
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
      <div>
        <Button disabled={isSaving} onClick={() => void save(() => acts.separateRecords(gone.id))}>
          {m.duplicates_separate()}
        </Button>
      </div>
    </li>
  );
}
