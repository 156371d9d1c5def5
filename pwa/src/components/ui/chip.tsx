import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface ChipProps {
  readonly children: ReactNode;
  readonly selected?: boolean;
  readonly count?: number;
  readonly onSelect: () => void;
}

/** A small choice that stays visible; selected is said by a tick of colour, weight and `aria-pressed`. */
export function Chip({ children, selected = false, count, onSelect }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={selected}
      onClick={onSelect}
      className={classNames(
        'fade inline-flex min-h-12 min-w-12 shrink-0 items-center justify-center gap-2 rounded-control border px-4 text-meta font-semibold',
        selected
          ? 'border-carbon bg-carbon-soft text-carbon inset-ring inset-ring-carbon'
          : 'border-edge bg-surface text-ink active:bg-sunken desk:hover:bg-sunken',
      )}
    >
      <span>{children}</span>
      {count !== undefined && <span className={selected ? 'text-carbon' : 'text-ink-3'}>{count}</span>}
    </button>
  );
}
