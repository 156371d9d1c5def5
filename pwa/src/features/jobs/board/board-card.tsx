import { bareId, isFinished, isLate } from '@revops/domain';
import { useEffect, useRef, type PointerEvent } from 'react';
import { Link } from 'react-router';
import { classNames } from '#src/components/ui/class-names.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { cardKey } from './board-keys.ts';
import { CardFace, type CardContext } from './card-face.tsx';
import type { Lift } from './use-lift.ts';

export interface BoardCardProps {
  readonly job: JobView;
  readonly lift: Lift;
  readonly context: CardContext;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onPress: (event: PointerEvent<HTMLElement>, job: JobView) => void;
  readonly onToggle: ((id: string) => void) | undefined;
}

/** A job on the board: dragged, or picked up with Space; a click or Enter opens it beside. */
export function BoardCard({ job, lift, context, isCurrent, isSelected, onPress, onToggle }: BoardCardProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const { takesFocus } = lift;
  useEffect(() => {
    if (takesFocus(job)) link.current?.focus();
  });
  const isLifted = lift.lifted?.job.id === job.id;
  const behind = isLate(job.promisedAt, isFinished(job.status), context.now);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the link in it has the keys; the card is what a hand takes
    <li
      data-card={job.id}
      onPointerDown={(event) => onPress(event, job)}
      onKeyDown={(event) => {
        if (event.target !== link.current) return;
        const isX = event.key === 'x' && !event.ctrlKey && !event.metaKey && lift.lifted === undefined;
        if (isX) onToggle?.(job.id);
        else if (!cardKey(event, job, lift)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className={classNames(
        'group relative touch-manipulation rounded-control border select-none',
        isLifted
          ? 'border-dashed border-edge bg-sunken'
          : isCurrent || isSelected
            ? 'border-carbon bg-carbon-soft'
            : 'border-rule bg-surface hover:border-edge',
      )}
    >
      {behind && (
        <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 rounded-s-control bg-refused" />
      )}
      <Link
        ref={link}
        to={`/jobs/${bareId(job.id)}`}
        draggable={false}
        aria-current={isCurrent ? 'true' : undefined}
        aria-describedby="board-help"
        onBlur={() => {
          if (isLifted && lift.lifted?.by === 'keys') lift.putBack();
        }}
        className="block rounded-control p-3 [-webkit-touch-callout:none]"
      >
        <CardFace job={job} context={context} />
      </Link>
      {onToggle !== undefined && (
        <label className="absolute end-0 top-0 flex size-11 items-center justify-center pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100 pointer-fine:has-checked:opacity-100">
          <input
            type="checkbox"
            aria-label={m.ui_select_row({ name: job.number })}
            checked={isSelected}
            onChange={() => onToggle(job.id)}
            className="size-5 accent-carbon"
          />
        </label>
      )}
    </li>
  );
}
