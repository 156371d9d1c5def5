import type { LikelyDuplicate } from '@revops/domain';
import { useId, useState } from 'react';
import { useSaving } from '#src/components/form/use-saving.ts';
import { Button } from '#src/components/ui/button.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useBookPair } from '#src/data/hooks/use-duplicates.ts';
import type { BookSide } from '#src/data/queries/book-side.ts';
import { m } from '#src/words/compiled/messages.js';
import { SideFacts } from './side-facts.tsx';
import { sideName } from './side-name.ts';

export interface PairCardProps {
  readonly pair: LikelyDuplicate;
  readonly onApart: () => void;
}

const reasons: Readonly<Record<LikelyDuplicate['reason'], () => string>> = {
  same_phone: () => m.duplicates_reason_same_phone(),
  same_plate: () => m.duplicates_reason_same_plate(),
  similar_name: () => m.duplicates_reason_similar_name(),
};

/** How much a record tells; the fuller one is offered to stay. */
const weight = ({ name, phone, address, model, jobs }: BookSide): number =>
  [name, phone, address, model].filter((one) => one !== undefined).length * 100 + jobs;

/** Two records side by side, one of which stays. */
export function PairCard({ pair, onApart }: PairCardProps) {
  const [one, other] = pair.ids;
  const sides = useBookPair(one, other);
  if (sides.status === 'loading') return <li className="min-h-64 border-b border-rule bg-surface" />;
  const [first, second] = sides.value;
  if (first === undefined || second === undefined) return null;
  return <Compared pair={pair} sides={[first, second]} onApart={onApart} />;
}

interface ComparedProps extends PairCardProps {
  readonly sides: readonly [BookSide, BookSide];
}

function Compared({ pair, sides: [first, second], onApart }: ComparedProps) {
  const name = useId();
  const acts = useActs();
  const { isSaving, problem, save } = useSaving();
  const [chosen, setChosen] = useState<string>();
  const kept = chosen ?? (weight(second) > weight(first) ? second.id : first.id);
  const [stays, goes] = kept === second.id ? [second, first] : [first, second];
  const title = sideName(stays);
  const merge = async (): Promise<void> => {
    const saved = await save(() => acts.mergeRecords(stays.id, goes.id));
    if (saved !== undefined)
      offerUndo(m.duplicates_done({ name: title }), () => void acts.separateRecords(goes.id));
  };
  return (
    <li className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <fieldset className="min-w-0">
        <legend className="pb-2 text-meta font-bold text-ink-2">{reasons[pair.reason]()}</legend>
        <div className="grid gap-2 rail:grid-cols-2">
          {[first, second].map((side) => (
            <label
              key={side.id}
              className="fade flex min-h-12 min-w-0 gap-3 rounded-control border border-edge p-3 active:bg-sunken has-checked:border-carbon has-checked:bg-carbon-soft has-focus-visible:outline-3 has-focus-visible:outline-focus desk:hover:bg-sunken desk:has-checked:hover:bg-carbon-soft"
            >
              <input
                type="radio"
                name={name}
                value={side.id}
                checked={side.id === kept}
                onChange={() => setChosen(side.id)}
                aria-label={`${m.duplicates_keep()}: ${sideName(side)}`}
                className="mt-1 size-5 shrink-0 accent-carbon outline-none"
              />
              <SideFacts side={side} />
            </label>
          ))}
        </div>
      </fieldset>
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button disabled={isSaving} onClick={() => void merge()}>
          {m.duplicates_merge({ name: title })}
        </Button>
        <Button variant="text" disabled={isSaving} onClick={onApart}>
          {m.duplicates_apart()}
        </Button>
      </div>
    </li>
  );
}
